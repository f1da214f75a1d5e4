import { pairGroups } from '../findings/pair-schemas.ts';
import { variantList } from '../findings/describe-variants.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const oneOfRemoved: ComparisonRule = {
  id: 'one-of-removed',
  summary: 'Values need no longer match exactly one of several schemas.',
  effects: ['widens'],
  mirror: 'one-of-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object' },
      gained: {},
    },
  ],
  nearMisses: [
    {
      before: { oneOf: [{ const: 'S' }, { const: 'M' }] },
      after: { enum: ['S', 'M'] },
      why: 'The same values in other words.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (pair.before.never !== undefined || pair.after.never !== undefined) return [];
  return pairGroups(pair.before, pair.after).flatMap(({ before: group, after: counterpart }) => {
    if (counterpart !== undefined || group?.keyword !== 'oneOf') return [];
    const sentence = `${pair.name} need no longer match exactly one of ${variantList(group, pair.before)}.`;
    return [
      {
        effect: 'widens' as const,
        sentence,
        beforePointer: group.pointer,
        afterPointer: undefined,
        keywords: ['oneOf'],
      },
    ];
  });
}
