import { bothAllow } from '../findings/limit-rule.ts';
import { textStep } from '../findings/steps-between.ts';
import { quoteText } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const patternAdded: ComparisonRule = {
  id: 'pattern-added',
  summary: 'Texts must now match a pattern.',
  effects: ['narrows'],
  mirror: 'pattern-removed',
  check,
  examples: [
    { effect: 'narrows', before: { type: 'string' }, after: { type: 'string', pattern: '^SKU-' }, lost: 'seven' },
  ],
  nearMisses: [
    {
      before: { type: 'integer' },
      after: { type: 'integer', pattern: '^7' },
      why: 'The pattern says nothing of numbers.',
    },
    {
      before: { type: 'string', pattern: '^SKU-' },
      after: { type: 'string', pattern: '^sku-' },
      why: 'That is pattern-changed.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'string')) return [];
  return textStep(pair.before.patterns, pair.after.patterns).gained.map((text) => ({
    effect: 'narrows',
    sentence: `${pair.name} must now match the pattern ${quoteText(text.value)}.`,
    beforePointer: undefined,
    afterPointer: text.pointer,
    keywords: ['pattern'],
  }));
}
