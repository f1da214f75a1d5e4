import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const uniqueItemsRemoved: ComparisonRule = {
  id: 'unique-items-removed',
  summary: 'A list may now hold the same item twice.',
  effects: ['widens'],
  mirror: 'unique-items-added',
  check,
  examples: [
    { effect: 'widens', before: { type: 'array', uniqueItems: true }, after: { type: 'array' }, gained: [7, 7] },
  ],
  nearMisses: [
    { before: { type: 'array', uniqueItems: false }, after: { type: 'array' }, why: 'That is the default.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(bothAllow(pair, 'array') && pair.before.uniqueItems !== undefined && pair.after.uniqueItems === undefined))
    return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} may now hold the same item twice.`,
      beforePointer: pair.before.uniqueItems,
      afterPointer: undefined,
      keywords: ['uniqueItems'],
    },
  ];
}
