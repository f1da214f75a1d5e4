import { pairGroups } from '../findings/pair-schemas.ts';
import { variantList } from '../findings/describe-variants.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const oneOfAdded: ComparisonRule = {
  id: 'one-of-added',
  summary: 'Values must now match exactly one of several schemas.',
  effects: ['narrows'],
  mirror: 'one-of-removed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object' },
      after: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }] },
      lost: {},
    },
  ],
  nearMisses: [
    {
      before: { type: ['string', 'integer'] },
      after: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
      why: 'The same types in other words.',
    },
    {
      before: { type: 'object', properties: { card: { type: 'string' } } },
      after: { oneOf: [{ type: 'object', properties: { card: { type: 'string' } } }] },
      why: 'One schema of one.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (pair.before.never !== undefined || pair.after.never !== undefined) return [];
  return pairGroups(pair.before, pair.after).flatMap(({ after: group, before: counterpart }) => {
    if (counterpart !== undefined || group?.keyword !== 'oneOf') return [];
    const sentence = `${pair.name} must now match exactly one of ${variantList(group, pair.after)}.`;
    return [
      {
        effect: 'narrows' as const,
        sentence,
        beforePointer: undefined,
        afterPointer: group.pointer,
        keywords: ['oneOf'],
      },
    ];
  });
}
