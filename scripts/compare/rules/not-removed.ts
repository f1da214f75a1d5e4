import { pairNegations } from '../findings/pair-schemas.ts';
import { describeSchema } from '../findings/describe-schema.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const notRemoved: ComparisonRule = {
  id: 'not-removed',
  summary: 'Values that match a schema are accepted again.',
  effects: ['widens'],
  mirror: 'not-added',
  check,
  examples: [
    { effect: 'widens', before: { type: 'string', not: { const: 'S' } }, after: { type: 'string' }, gained: 'S' },
  ],
  nearMisses: [{ before: { type: 'string', not: false }, after: { type: 'string' }, why: 'Nothing was refused.' }],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return pairNegations(pair.before, pair.after).flatMap(({ before: found, after: counterpart }) => {
    if (found === undefined || counterpart !== undefined || pair.before.below([found]).never !== undefined) return [];
    const sentence = `${pair.name} may now be ${describeSchema(pair.before.below([found]))}.`;
    return [
      { effect: 'widens' as const, sentence, beforePointer: found.pointer, afterPointer: undefined, keywords: ['not'] },
    ];
  });
}
