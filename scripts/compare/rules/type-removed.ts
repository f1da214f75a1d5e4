import { plainTypes, typeStep } from '../findings/steps-between.ts';
import { typeNames } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const typeRemoved: ComparisonRule = {
  id: 'type-removed',
  summary: 'A type of value is no longer accepted.',
  effects: ['narrows'],
  mirror: 'type-added',
  check,
  examples: [{ effect: 'narrows', before: { type: ['string', 'integer'] }, after: { type: 'string' }, lost: 7 }],
  nearMisses: [
    { before: { type: ['string', 'null'] }, after: { type: 'string' }, why: 'That is nullable-removed.' },
    { before: { type: ['integer', 'number'] }, after: { type: 'number' }, why: 'Every integer is a number.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const step = typeStep(pair);
  const types = step === undefined ? [] : plainTypes(step, 'lost', pair.after);
  if (!(types.length > 0)) return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} may no longer be ${typeNames(types)}.`,
      beforePointer: pair.before.types?.pointer,
      afterPointer: pair.after.types?.pointer,
      keywords: ['type'],
    },
  ];
}
