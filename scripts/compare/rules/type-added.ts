import { plainTypes, typeStep } from '../findings/steps-between.ts';
import { typeNames } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const typeAdded: ComparisonRule = {
  id: 'type-added',
  summary: 'A further type of value is accepted.',
  effects: ['widens'],
  mirror: 'type-removed',
  check,
  examples: [{ effect: 'widens', before: { type: 'string' }, after: { type: ['string', 'integer'] }, gained: 7 }],
  nearMisses: [
    { before: { type: 'string' }, after: { type: ['string', 'null'] }, why: 'That is nullable-added.' },
    { before: { type: 'integer' }, after: { type: 'number' }, why: 'That is integer-became-number.' },
    { before: { type: ['string', 'integer'] }, after: { type: ['integer', 'string'] }, why: 'Only the order changed.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const step = typeStep(pair);
  const types = step === undefined ? [] : plainTypes(step, 'gained', pair.before);
  if (!(types.length > 0)) return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} may now also be ${typeNames(types)}.`,
      beforePointer: pair.before.types?.pointer,
      afterPointer: pair.after.types?.pointer,
      keywords: ['type'],
    },
  ];
}
