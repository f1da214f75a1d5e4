import { bothAllow } from '../findings/limit-rule.ts';
import { quoteName } from '../findings/phrases.ts';
import { inside } from '../findings/sentence-parts.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const requiredPropertyRemoved: ComparisonRule = {
  id: 'required-property-removed',
  summary: 'A property that had to be there may now be missing.',
  effects: ['widens'],
  mirror: 'required-property-added',
  check,
  examples: [
    { effect: 'widens', before: { type: 'object', required: ['sku'] }, after: { type: 'object' }, gained: {} },
  ],
  nearMisses: [
    { before: { type: 'object', required: ['sku'] }, after: { type: 'string' }, why: 'The demand went with its type.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  const names = [...pair.before.required].filter(([name]) => !pair.after.required.has(name));
  return names.map(([name, pointer]) => ({
    effect: 'widens',
    sentence: `${quoteName(name)} is no longer required${inside(pair)}.`,
    beforePointer: pointer,
    afterPointer: undefined,
    keywords: ['required'],
    property: name,
  }));
}
