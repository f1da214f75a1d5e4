import { pairGroups } from '../findings/pair-schemas.ts';
import { pairBranches } from '../findings/pair-branches.ts';
import { variantPhrase } from '../findings/describe-variants.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const anyOfBranchAdded: ComparisonRule = {
  id: 'any-of-branch-added',
  summary: 'Values of a further kind are accepted.',
  effects: ['widens'],
  mirror: 'any-of-branch-removed',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }, { required: ['cash'] }] },
      gained: { cash: 7 },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object', anyOf: [{ required: ['iban'] }, { required: ['card'] }] },
      why: 'Only the order changed.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return pairGroups(pair.before, pair.after).flatMap(({ before, after }) => {
    if (before === undefined || after === undefined || before.keyword !== 'anyOf' || after.keyword !== 'anyOf')
      return [];

    return pairBranches(before, after, pair.before.below, pair.after.below).added.map((places) => ({
      effect: 'widens' as const,
      sentence: `${pair.name} now also allows ${variantPhrase(places, pair.after)}.`,
      beforePointer: undefined,
      afterPointer: places[0]?.pointer,
      keywords: ['anyOf'],
    }));
  });
}
