import { describeSchema } from '../findings/describe-schema.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const schemaAllowed: ComparisonRule = {
  id: 'schema-allowed',
  summary: 'A place that took no value now takes some.',
  effects: ['widens'],
  mirror: 'schema-forbidden',
  check,
  examples: [{ effect: 'widens', before: false, after: true, gained: 7 }],
  nearMisses: [{ before: { type: 'string', enum: [7] }, after: false, why: 'Neither takes a value.' }],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(pair.before.never !== undefined && pair.after.never === undefined)) return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} may now have a value: ${describeSchema(pair.after)}.`,
      beforePointer: pair.before.never,
      afterPointer: pair.after.pointers[0],
      keywords: [],
    },
  ];
}
