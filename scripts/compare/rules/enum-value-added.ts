import { bothConstant, nullStep, valueStep } from '../findings/steps-between.ts';
import { listValues } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const enumValueAdded: ComparisonRule = {
  id: 'enum-value-added',
  summary: 'A value was added to the list of allowed values.',
  effects: ['widens'],
  mirror: 'enum-value-removed',
  check,
  examples: [
    {
      effect: 'widens',
      before: { enum: ['shipped'] },
      after: { enum: ['shipped', 'backordered'] },
      gained: 'backordered',
    },
  ],
  nearMisses: [
    {
      before: { enum: ['S', 'M'] },
      after: { oneOf: [{ const: 'S' }, { const: 'M' }] },
      why: 'The same values, each in a branch of its own.',
    },
    { before: { const: 'S' }, after: { const: 'M' }, why: 'That is const-changed.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const values = valueStep(pair)?.gained ?? [];
  if (values.length === 0 || (bothConstant(pair) && nullStep(pair) === undefined)) return [];
  const pointers = {
    afterPointer: values.length === 1 ? values[0]?.pointer : pair.after.values?.pointer,
    beforePointer: pair.before.values?.pointer,
  };
  const listed = listValues(
    values.map(({ value }) => value),
    'and',
  );
  return [
    { effect: 'widens', sentence: `${pair.name} now also allows ${listed}.`, ...pointers, keywords: ['enum', 'const'] },
  ];
}
