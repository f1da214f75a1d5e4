import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const uniqueItemsAdded: ComparisonRule = {
  id: 'unique-items-added',
  summary: 'A list must no longer hold the same item twice.',
  effects: ['narrows'],
  mirror: 'unique-items-removed',
  check,
  examples: [
    { effect: 'narrows', before: { type: 'array' }, after: { type: 'array', uniqueItems: true }, lost: [7, 7] },
  ],
  nearMisses: [
    { before: { type: 'array' }, after: { type: 'array', uniqueItems: false }, why: 'That is the default.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(bothAllow(pair, 'array') && pair.before.uniqueItems === undefined && pair.after.uniqueItems !== undefined))
    return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} may no longer hold the same item twice.`,
      beforePointer: undefined,
      afterPointer: pair.after.uniqueItems,
      keywords: ['uniqueItems'],
    },
  ];
}
