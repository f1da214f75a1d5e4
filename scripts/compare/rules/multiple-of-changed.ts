import { bothAllow } from '../findings/limit-rule.ts';
import { isMultipleOf } from '../../schema/exact-number.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const multipleOfChanged: ComparisonRule = {
  id: 'multiple-of-changed',
  summary: 'Numbers must be multiples of another step.',
  effects: ['narrows', 'widens', 'replaces'],
  mirror: 'multiple-of-changed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'integer', multipleOf: 5 },
      after: { type: 'integer', multipleOf: 10 },
      lost: 15,
    },
    {
      effect: 'widens',
      before: { type: 'number', multipleOf: 0.1 },
      after: { type: 'number', multipleOf: 0.01 },
      gained: 0.25,
    },
    {
      effect: 'replaces',
      before: { type: 'integer', multipleOf: 4 },
      after: { type: 'integer', multipleOf: 6 },
      lost: 4,
      gained: 6,
    },
  ],
  nearMisses: [
    {
      before: { type: 'integer', multipleOf: 6 },
      after: { type: 'integer', allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] },
      why: 'A multiple of both is a multiple of 6.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [before, after] = [pair.before.multipleOf, pair.after.multipleOf];
  if (!bothAllow(pair, 'number') || before === undefined || after === undefined || before.value === after.value)
    return [];
  const isFiner = isMultipleOf(before.value, after.value);
  const isCoarser = isMultipleOf(after.value, before.value);
  const effect = isFiner ? 'widens' : isCoarser ? 'narrows' : 'replaces';
  const sentence = `${pair.name} must now be a multiple of ${after.value} (before: of ${before.value}).`;
  return [{ effect, sentence, beforePointer: before.pointer, afterPointer: after.pointer, keywords: ['multipleOf'] }];
}
