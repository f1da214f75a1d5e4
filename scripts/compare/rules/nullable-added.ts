import { nullStep } from '../findings/steps-between.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const nullableAdded: ComparisonRule = {
  id: 'nullable-added',
  summary: 'Null is now accepted beside the values of before.',
  effects: ['widens'],
  mirror: 'nullable-removed',
  check,
  examples: [{ effect: 'widens', before: { type: 'string' }, after: { type: ['string', 'null'] }, gained: null }],
  nearMisses: [
    {
      before: { type: ['string', 'null'] },
      after: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      why: 'Both accept null.',
    },
    {
      before: { enum: ['S', 'M'] },
      after: { type: ['string', 'null'], enum: ['S', 'M'] },
      why: 'The list of values still has no null.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(nullStep(pair) === 'added')) return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} may now be null.`,
      beforePointer: pair.before.types?.pointer ?? pair.before.values?.pointer,
      afterPointer: pair.after.types?.pointer ?? pair.after.values?.pointer,
      keywords: ['type', 'enum'],
    },
  ];
}
