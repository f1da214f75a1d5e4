import { bothAllow } from '../findings/limit-rule.ts';
import { quoteName } from '../findings/phrases.ts';
import { inside } from '../findings/sentence-parts.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const requiredPropertyAdded: ComparisonRule = {
  id: 'required-property-added',
  summary: 'A property that could be missing must now be there.',
  effects: ['narrows'],
  mirror: 'required-property-removed',
  check,
  examples: [{ effect: 'narrows', before: { type: 'object' }, after: { type: 'object', required: ['sku'] }, lost: {} }],
  nearMisses: [
    {
      before: { type: 'object', required: ['sku', 'price'] },
      after: { type: 'object', required: ['price', 'sku'] },
      why: 'Only the order changed.',
    },
    {
      before: { type: 'object', required: ['sku'] },
      after: { type: 'object', allOf: [{ required: ['sku'] }] },
      why: 'The same demand, said in a part of its own.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  const names = [...pair.after.required].filter(([name]) => !pair.before.required.has(name));
  return names.map(([name, pointer]) => ({
    effect: 'narrows',
    sentence: `${quoteName(name)} is now required${inside(pair)}.`,
    beforePointer: undefined,
    afterPointer: pointer,
    keywords: ['required'],
    property: name,
  }));
}
