import { pairGroups } from '../findings/pair-schemas.ts';
import { pairBranches } from '../findings/pair-branches.ts';
import { variantPhrase } from '../findings/describe-variants.ts';
import { isExclusive } from '../findings/disjoint.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const oneOfBranchAdded: ComparisonRule = {
  id: 'one-of-branch-added',
  summary: 'Values of a further kind are accepted; where kinds overlap, values that are of two of them no longer are.',
  effects: ['widens', 'replaces'],
  mirror: 'one-of-branch-removed',
  check,
  examples: [
    {
      effect: 'widens',
      before: {
        oneOf: [
          { type: 'object', properties: { kind: { const: 'card' } }, required: ['kind'] },
          { type: 'object', properties: { kind: { const: 'iban' } }, required: ['kind'] },
        ],
      },
      after: {
        oneOf: [
          { type: 'object', properties: { kind: { const: 'card' } }, required: ['kind'] },
          { type: 'object', properties: { kind: { const: 'iban' } }, required: ['kind'] },
          { type: 'object', properties: { kind: { const: 'cash' } }, required: ['kind'] },
        ],
      },
      gained: { kind: 'cash' },
    },
    {
      effect: 'replaces',
      before: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }, { required: ['cash'] }] },
      gained: { cash: 7 },
      lost: { card: 1, cash: 7 },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object', oneOf: [{ required: ['iban'] }, { required: ['card'] }] },
      why: 'Only the order changed.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return pairGroups(pair.before, pair.after).flatMap(({ before, after }) => {
    if (before === undefined || after === undefined || (before.keyword !== 'oneOf' && after.keyword !== 'oneOf'))
      return [];
    const mayOverlap = isExclusive(before, pair.before.below) || isExclusive(after, pair.after.below);
    return pairBranches(before, after, pair.before.below, pair.after.below).added.map((places) => ({
      effect: mayOverlap ? ('replaces' as const) : ('widens' as const),
      sentence: `${pair.name} now also allows ${variantPhrase(places, pair.after)}.`,
      beforePointer: undefined,
      afterPointer: places[0]?.pointer,
      keywords: ['oneOf'],
    }));
  });
}
