import { typeStep } from '../findings/steps-between.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const numberBecameInteger: ComparisonRule = {
  id: 'number-became-integer',
  summary: 'Fractions are no longer accepted.',
  effects: ['narrows'],
  mirror: 'integer-became-number',
  check,
  examples: [{ effect: 'narrows', before: { type: 'number' }, after: { type: 'integer' }, lost: 0.5 }],
  nearMisses: [
    { before: { type: 'number', multipleOf: 1 }, after: { type: 'integer' }, why: 'Both are whole numbers.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const step = typeStep(pair);
  if (!(
    step?.lost.includes('number') === true &&
    !step.isDisjoint &&
    pair.after.types?.value.includes('integer') === true
  ))
    return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} may no longer have a fraction: an integer (before: a number).`,
      beforePointer: pair.before.types?.pointer,
      afterPointer: pair.after.types?.pointer,
      keywords: ['type', 'multipleOf'],
    },
  ];
}
