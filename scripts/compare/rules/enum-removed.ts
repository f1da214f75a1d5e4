import { mayRefuse } from '../findings/accepts-scalar.ts';
import { describeSchema } from '../findings/describe-schema.ts';
import { listValues } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const enumRemoved: ComparisonRule = {
  id: 'enum-removed',
  summary: 'A list of allowed values was removed.',
  effects: ['widens', 'replaces'],
  mirror: 'enum-added',
  check,
  examples: [
    { effect: 'widens', before: { enum: ['S', 'M'] }, after: { type: 'string' }, gained: 'XXL' },
    { effect: 'replaces', before: { enum: ['S', 7] }, after: { type: 'string' }, lost: 7, gained: 'XXL' },
  ],
  nearMisses: [
    { before: { enum: [true, false] }, after: { type: 'boolean' }, why: 'These are all the values of the type.' },
    { before: { const: 'S' }, after: { type: 'string' }, why: 'That is the other rule, of one value or of several.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const values = pair.before.values?.value ?? [];
  if (pair.after.values !== undefined || pair.after.never !== undefined || !(values.length > 1)) return [];
  const isLost = values.some(({ value }) => mayRefuse(pair.after, value));
  const former = listValues(values.map(({ value }) => value));
  const sentence = `${pair.name} is no longer limited to ${former}: it may be ${describeSchema(pair.after)}.`;
  return [
    {
      effect: isLost ? 'replaces' : 'widens',
      sentence,
      beforePointer: pair.before.values?.pointer,
      afterPointer: undefined,
      keywords: ['enum', 'const', 'type'],
    },
  ];
}
