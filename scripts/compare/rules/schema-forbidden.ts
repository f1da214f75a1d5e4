import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const schemaForbidden: ComparisonRule = {
  id: 'schema-forbidden',
  summary: 'A place that took values now takes none.',
  effects: ['narrows'],
  mirror: 'schema-allowed',
  check,
  examples: [{ effect: 'narrows', before: true, after: false, lost: 7 }],
  nearMisses: [{ before: false, after: { type: 'string', enum: [7] }, why: 'Neither takes a value.' }],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(pair.before.never === undefined && pair.after.never !== undefined)) return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} may no longer have any value.`,
      beforePointer: pair.before.pointers[0],
      afterPointer: pair.after.never,
      keywords: [],
    },
  ];
}
