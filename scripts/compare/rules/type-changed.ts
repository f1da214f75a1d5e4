import { typeStep } from '../findings/steps-between.ts';
import { typeNames } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const typeChanged: ComparisonRule = {
  id: 'type-changed',
  summary: 'Values must be of another type than before.',
  effects: ['replaces'],
  mirror: 'type-changed',
  check,
  examples: [{ effect: 'replaces', before: { type: 'string' }, after: { type: 'integer' }, lost: 'seven', gained: 7 }],
  nearMisses: [
    { before: { type: 'integer' }, after: { type: 'number' }, why: 'Every integer is a number.' },
    { before: { type: 'string' }, after: { type: ['integer', 'string'] }, why: 'Texts are still accepted.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const step = typeStep(pair);
  if (!(step?.isDisjoint === true)) return [];
  return [
    {
      effect: 'replaces',
      sentence: `${pair.name} must now be ${typeNames(step.gained)} (before: ${typeNames(step.lost)}).`,
      beforePointer: pair.before.types?.pointer,
      afterPointer: pair.after.types?.pointer,
      keywords: ['type'],
    },
  ];
}
