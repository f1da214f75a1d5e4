import { mayRefuse } from '../findings/accepts-scalar.ts';
import { describeSchema } from '../findings/describe-schema.ts';
import { listValues } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const constAdded: ComparisonRule = {
  id: 'const-added',
  summary: 'A single allowed value was set where there was none.',
  effects: ['narrows', 'replaces'],
  mirror: 'const-removed',
  check,
  examples: [
    { effect: 'narrows', before: { type: 'string' }, after: { const: 'S' }, lost: 'XXL' },
    { effect: 'replaces', before: { type: 'string' }, after: { const: 7 }, lost: 'XXL', gained: 7 },
  ],
  nearMisses: [
    { before: { type: 'boolean' }, after: { enum: [true, false] }, why: 'These are all the values of the type.' },
    {
      before: { type: 'string' },
      after: { enum: ['S', 'M'] },
      why: 'That is the other rule, of one value or of several.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const values = pair.after.values?.value ?? [];
  if (pair.before.values !== undefined || pair.before.never !== undefined || !(values.length === 1)) return [];
  const isNew = values.some(({ value }) => mayRefuse(pair.before, value));
  const sentence = `${pair.name} must now be ${listValues(values.map(({ value }) => value))} (before: ${describeSchema(pair.before)}).`;
  return [
    {
      effect: isNew ? 'replaces' : 'narrows',
      sentence,
      beforePointer: undefined,
      afterPointer: pair.after.values?.pointer,
      keywords: ['enum', 'const', 'type'],
    },
  ];
}
