import { pairNegations } from '../findings/pair-schemas.ts';
import { describeSchema } from '../findings/describe-schema.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const notAdded: ComparisonRule = {
  id: 'not-added',
  summary: 'Values that match a schema are no longer accepted.',
  effects: ['narrows'],
  mirror: 'not-removed',
  check,
  examples: [
    { effect: 'narrows', before: { type: 'string' }, after: { type: 'string', not: { const: 'S' } }, lost: 'S' },
  ],
  nearMisses: [{ before: { type: 'string' }, after: { type: 'string', not: false }, why: 'Nothing is refused.' }],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return pairNegations(pair.before, pair.after).flatMap(({ after: found, before: counterpart }) => {
    if (found === undefined || counterpart !== undefined || pair.after.below([found]).never !== undefined) return [];
    const sentence = `${pair.name} may no longer be ${describeSchema(pair.after.below([found]))}.`;
    return [
      {
        effect: 'narrows' as const,
        sentence,
        beforePointer: undefined,
        afterPointer: found.pointer,
        keywords: ['not'],
      },
    ];
  });
}
