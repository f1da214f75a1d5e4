import { bothConstant, nullStep, valueStep } from '../findings/steps-between.ts';
import { listValues } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const enumValueRemoved: ComparisonRule = {
  id: 'enum-value-removed',
  summary: 'A value was removed from the list of allowed values.',
  effects: ['narrows'],
  mirror: 'enum-value-added',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { enum: ['shipped', 'backordered'] },
      after: { enum: ['shipped'] },
      lost: 'backordered',
    },
  ],
  nearMisses: [
    { before: { enum: ['S', 'M'] }, after: { enum: ['M', 'S'] }, why: 'Only the order changed.' },
    { before: { const: 'S' }, after: { const: 'M' }, why: 'That is const-changed.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const values = valueStep(pair)?.lost ?? [];
  if (values.length === 0 || (bothConstant(pair) && nullStep(pair) === undefined)) return [];
  const pointers = {
    beforePointer: values.length === 1 ? values[0]?.pointer : pair.before.values?.pointer,
    afterPointer: pair.after.values?.pointer,
  };
  const listed = listValues(
    values.map(({ value }) => value),
    'or',
  );
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} no longer allows ${listed}.`,
      ...pointers,
      keywords: ['enum', 'const'],
    },
  ];
}
