import { tellAddedProperty } from '../findings/property-change.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const propertyAdded: ComparisonRule = {
  id: 'property-added',
  summary:
    'A property is described that was not. In an open object messages could already carry it with any value, so that narrows; in a closed one it widens.',
  effects: ['narrows', 'widens', 'annotates'],
  mirror: 'property-removed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object' },
      after: { type: 'object', properties: { sku: { type: 'string' } } },
      lost: { sku: 7 },
    },
    {
      effect: 'widens',
      before: { type: 'object', properties: {}, additionalProperties: false },
      after: { type: 'object', properties: { sku: { type: 'string' } }, additionalProperties: false },
      gained: { sku: 'SKU-1' },
    },
    { effect: 'annotates', before: { type: 'object' }, after: { type: 'object', properties: { sku: {} } } },
  ],
  nearMisses: [
    {
      before: { type: 'object', properties: { sku: { type: 'string' } } },
      after: { type: 'object', allOf: [{ properties: { sku: { type: 'string' } } }] },
      why: 'The same property, said in a part of its own.',
    },
    {
      before: { type: 'string' },
      after: { type: 'object', properties: { sku: { type: 'string' } } },
      why: 'The property came with its type.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  const names = [...pair.after.properties].filter(([name]) => !pair.before.properties.has(name));
  return names.map(([name, places]) => tellAddedProperty(pair, name, places));
}
