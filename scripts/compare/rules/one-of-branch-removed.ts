import { pairGroups } from '../findings/pair-schemas.ts';
import { pairBranches } from '../findings/pair-branches.ts';
import { variantPhrase } from '../findings/describe-variants.ts';
import { isExclusive } from '../findings/disjoint.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const oneOfBranchRemoved: ComparisonRule = {
  id: 'one-of-branch-removed',
  summary:
    'Values of one kind are no longer accepted; where kinds overlap, values that were of two of them now may be.',
  effects: ['narrows', 'replaces'],
  mirror: 'one-of-branch-added',
  check,
  examples: [
    {
      effect: 'narrows',
      before: {
        oneOf: [
          { type: 'object', properties: { kind: { const: 'card' } }, required: ['kind'] },
          { type: 'object', properties: { kind: { const: 'iban' } }, required: ['kind'] },
          { type: 'object', properties: { kind: { const: 'cash' } }, required: ['kind'] },
        ],
      },
      after: {
        oneOf: [
          { type: 'object', properties: { kind: { const: 'card' } }, required: ['kind'] },
          { type: 'object', properties: { kind: { const: 'iban' } }, required: ['kind'] },
        ],
      },
      lost: { kind: 'cash' },
    },
    {
      effect: 'replaces',
      before: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }, { required: ['cash'] }] },
      after: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }] },
      lost: { cash: 7 },
      gained: { card: 1, cash: 7 },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object', allOf: [{ type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }] }] },
      why: 'The same variants, said in a part of their own.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return pairGroups(pair.before, pair.after).flatMap(({ before, after }) => {
    if (before === undefined || after === undefined || (before.keyword !== 'oneOf' && after.keyword !== 'oneOf'))
      return [];
    const mayOverlap = isExclusive(before, pair.before.below) || isExclusive(after, pair.after.below);
    return pairBranches(before, after, pair.before.below, pair.after.below).removed.map((places) => ({
      effect: mayOverlap ? ('replaces' as const) : ('narrows' as const),
      sentence: `${pair.name} no longer allows ${variantPhrase(places, pair.before)}.`,
      beforePointer: places[0]?.pointer,
      afterPointer: undefined,
      keywords: ['oneOf'],
    }));
  });
}
