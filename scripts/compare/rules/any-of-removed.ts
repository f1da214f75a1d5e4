import { pairGroups } from '../findings/pair-schemas.ts';
import { variantList } from '../findings/describe-variants.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const anyOfRemoved: ComparisonRule = {
  id: 'any-of-removed',
  summary: 'Values need no longer match at least one of several schemas.',
  effects: ['widens'],
  mirror: 'any-of-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object' },
      gained: {},
    },
  ],
  nearMisses: [
    {
      before: { anyOf: [{ const: 'S' }, { const: 'M' }] },
      after: { enum: ['S', 'M'] },
      why: 'The same values in other words.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (pair.before.never !== undefined || pair.after.never !== undefined) return [];
  return pairGroups(pair.before, pair.after).flatMap(({ before: group, after: counterpart }) => {
    if (counterpart !== undefined || group?.keyword !== 'anyOf') return [];
    const sentence = `${pair.name} need no longer match at least one of ${variantList(group, pair.before)}.`;
    return [
      {
        effect: 'widens' as const,
        sentence,
        beforePointer: group.pointer,
        afterPointer: undefined,
        keywords: ['anyOf'],
      },
    ];
  });
}
