import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const multipleOfRemoved: ComparisonRule = {
  id: 'multiple-of-removed',
  summary: 'Numbers need no longer be multiples of a step.',
  effects: ['widens'],
  mirror: 'multiple-of-added',
  check,
  examples: [{ effect: 'widens', before: { type: 'integer', multipleOf: 5 }, after: { type: 'integer' }, gained: 7 }],
  nearMisses: [
    {
      before: { type: 'integer', multipleOf: 1 },
      after: { type: 'integer' },
      why: 'Every integer is a multiple of 1.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(bothAllow(pair, 'number') && pair.before.multipleOf !== undefined && pair.after.multipleOf === undefined))
    return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} need no longer be a multiple of ${pair.before.multipleOf.value}.`,
      beforePointer: pair.before.multipleOf?.pointer,
      afterPointer: undefined,
      keywords: ['multipleOf'],
    },
  ];
}
