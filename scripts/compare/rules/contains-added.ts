import { bothAllow } from '../findings/limit-rule.ts';
import { containsPhrase } from '../findings/contains-phrase.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const containsAdded: ComparisonRule = {
  id: 'contains-added',
  summary: 'A list must now contain a certain item.',
  effects: ['narrows'],
  mirror: 'contains-removed',
  check,
  examples: [
    { effect: 'narrows', before: { type: 'array' }, after: { type: 'array', contains: { const: 'red' } }, lost: [] },
  ],
  nearMisses: [
    {
      before: { type: 'array' },
      after: { type: 'array', contains: { const: 'red' }, minContains: 0 },
      why: 'None is enough.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'array')) return [];
  return pair.after.contains.slice(pair.before.contains.length).map((contains) => ({
    effect: 'narrows',
    sentence: `${pair.name} must now contain ${containsPhrase(contains, pair.after)}.`,
    beforePointer: undefined,
    afterPointer: contains.pointer,
    keywords: ['contains', 'minContains', 'maxContains'],
  }));
}
