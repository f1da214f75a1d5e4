import { nullStep } from '../findings/steps-between.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const nullableRemoved: ComparisonRule = {
  id: 'nullable-removed',
  summary: 'Null is no longer accepted.',
  effects: ['narrows'],
  mirror: 'nullable-added',
  check,
  examples: [{ effect: 'narrows', before: { type: ['string', 'null'] }, after: { type: 'string' }, lost: null }],
  nearMisses: [
    {
      before: { oneOf: [{ type: 'null' }, { type: 'string' }] },
      after: { type: ['string', 'null'] },
      why: 'Both accept null.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(nullStep(pair) === 'removed')) return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} may no longer be null.`,
      beforePointer: pair.before.types?.pointer ?? pair.before.values?.pointer,
      afterPointer: pair.after.types?.pointer ?? pair.after.values?.pointer,
      keywords: ['type', 'enum'],
    },
  ];
}
