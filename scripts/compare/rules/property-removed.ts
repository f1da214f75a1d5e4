import { tellRemovedProperty } from '../findings/property-change.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const propertyRemoved: ComparisonRule = {
  id: 'property-removed',
  summary:
    'A property is no longer described. In an open object it may now have any value, so that widens; in a closed one it is refused, which narrows.',
  effects: ['widens', 'narrows', 'annotates'],
  mirror: 'property-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', properties: { sku: { type: 'string' } } },
      after: { type: 'object' },
      gained: { sku: 7 },
    },
    {
      effect: 'narrows',
      before: { type: 'object', properties: { sku: { type: 'string' } }, additionalProperties: false },
      after: { type: 'object', properties: {}, additionalProperties: false },
      lost: { sku: 'SKU-1' },
    },
    { effect: 'annotates', before: { type: 'object', properties: { sku: {} } }, after: { type: 'object' } },
  ],
  nearMisses: [
    {
      before: { type: 'object', properties: { sku: { type: 'string' } } },
      after: {
        $ref: '#/$defs/product',
        $defs: { product: { type: 'object', properties: { sku: { type: 'string' } } } },
      },
      why: 'The same property, drawn out.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  const names = [...pair.before.properties].filter(([name]) => !pair.after.properties.has(name));
  return names.map(([name, places]) => tellRemovedProperty(pair, name, places));
}
