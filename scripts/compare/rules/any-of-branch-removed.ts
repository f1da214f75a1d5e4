import { pairGroups } from '../findings/pair-schemas.ts';
import { pairBranches } from '../findings/pair-branches.ts';
import { variantPhrase } from '../findings/describe-variants.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const anyOfBranchRemoved: ComparisonRule = {
  id: 'any-of-branch-removed',
  summary: 'Values of one kind are no longer accepted.',
  effects: ['narrows'],
  mirror: 'any-of-branch-added',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }, { required: ['cash'] }] },
      after: { type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }] },
      lost: { cash: 7 },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object', allOf: [{ type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }] }] },
      why: 'The same variants, said in a part of their own.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return pairGroups(pair.before, pair.after).flatMap(({ before, after }) => {
    if (before === undefined || after === undefined || before.keyword !== 'anyOf' || after.keyword !== 'anyOf')
      return [];

    return pairBranches(before, after, pair.before.below, pair.after.below).removed.map((places) => ({
      effect: 'narrows' as const,
      sentence: `${pair.name} no longer allows ${variantPhrase(places, pair.before)}.`,
      beforePointer: places[0]?.pointer,
      afterPointer: undefined,
      keywords: ['anyOf'],
    }));
  });
}
