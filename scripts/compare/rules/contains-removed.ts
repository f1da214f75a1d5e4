import { bothAllow } from '../findings/limit-rule.ts';
import { containsPhrase } from '../findings/contains-phrase.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const containsRemoved: ComparisonRule = {
  id: 'contains-removed',
  summary: 'A list need no longer contain a certain item.',
  effects: ['widens'],
  mirror: 'contains-added',
  check,
  examples: [
    { effect: 'widens', before: { type: 'array', contains: { const: 'red' } }, after: { type: 'array' }, gained: [] },
  ],
  nearMisses: [
    {
      before: { type: 'array', contains: { const: 'red' }, minContains: 0 },
      after: { type: 'array' },
      why: 'None was enough.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'array')) return [];
  return pair.before.contains.slice(pair.after.contains.length).map((contains) => ({
    effect: 'widens',
    sentence: `${pair.name} need no longer contain ${containsPhrase(contains, pair.before)}.`,
    beforePointer: contains.pointer,
    afterPointer: undefined,
    keywords: ['contains', 'minContains', 'maxContains'],
  }));
}
