import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const multipleOfAdded: ComparisonRule = {
  id: 'multiple-of-added',
  summary: 'Numbers must now be multiples of a step.',
  effects: ['narrows'],
  mirror: 'multiple-of-removed',
  check,
  examples: [{ effect: 'narrows', before: { type: 'integer' }, after: { type: 'integer', multipleOf: 5 }, lost: 7 }],
  nearMisses: [
    {
      before: { type: 'integer' },
      after: { type: 'integer', multipleOf: 1 },
      why: 'Every integer is a multiple of 1.',
    },
    { before: { type: 'string' }, after: { type: 'string', multipleOf: 5 }, why: 'The step says nothing of texts.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(bothAllow(pair, 'number') && pair.before.multipleOf === undefined && pair.after.multipleOf !== undefined))
    return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} must now be a multiple of ${pair.after.multipleOf.value}.`,
      beforePointer: undefined,
      afterPointer: pair.after.multipleOf?.pointer,
      keywords: ['multipleOf'],
    },
  ];
}
