import { bothAllow } from '../findings/limit-rule.ts';
import { textStep } from '../findings/steps-between.ts';
import { quoteText } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const patternRemoved: ComparisonRule = {
  id: 'pattern-removed',
  summary: 'Texts need no longer match a pattern.',
  effects: ['widens'],
  mirror: 'pattern-added',
  check,
  examples: [
    { effect: 'widens', before: { type: 'string', pattern: '^SKU-' }, after: { type: 'string' }, gained: 'seven' },
  ],
  nearMisses: [
    {
      before: { type: 'string', pattern: '^SKU-' },
      after: { allOf: [{ pattern: '^SKU-' }], type: 'string' },
      why: 'The same pattern, said in a part of its own.',
    },
    {
      before: { type: 'string', pattern: '^SKU-' },
      after: { type: 'integer' },
      why: 'The pattern went with its type.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'string')) return [];
  return textStep(pair.before.patterns, pair.after.patterns).lost.map((text) => ({
    effect: 'widens',
    sentence: `${pair.name} need no longer match the pattern ${quoteText(text.value)}.`,
    beforePointer: text.pointer,
    afterPointer: undefined,
    keywords: ['pattern'],
  }));
}
