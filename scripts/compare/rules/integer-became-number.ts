import { typeStep } from '../findings/steps-between.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const integerBecameNumber: ComparisonRule = {
  id: 'integer-became-number',
  summary: 'Fractions are now accepted.',
  effects: ['widens'],
  mirror: 'number-became-integer',
  check,
  examples: [{ effect: 'widens', before: { type: 'integer' }, after: { type: 'number' }, gained: 0.5 }],
  nearMisses: [
    { before: { type: 'integer' }, after: { type: 'number', multipleOf: 1 }, why: 'Both are whole numbers.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const step = typeStep(pair);
  if (!(
    step?.gained.includes('number') === true &&
    !step.isDisjoint &&
    pair.before.types?.value.includes('integer') === true
  ))
    return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} may now have a fraction: a number (before: an integer).`,
      beforePointer: pair.before.types?.pointer,
      afterPointer: pair.after.types?.pointer,
      keywords: ['type', 'multipleOf'],
    },
  ];
}
