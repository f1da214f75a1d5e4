import { bothAllow } from '../findings/limit-rule.ts';
import { textStep } from '../findings/steps-between.ts';
import { quoteText } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const patternChanged: ComparisonRule = {
  id: 'pattern-changed',
  summary: 'Texts must match another pattern.',
  effects: ['replaces'],
  mirror: 'pattern-changed',
  check,
  examples: [
    {
      effect: 'replaces',
      before: { type: 'string', pattern: '^SKU-' },
      after: { type: 'string', pattern: '^sku-' },
      lost: 'SKU-1',
      gained: 'sku-1',
    },
  ],
  nearMisses: [
    { before: { type: 'string', pattern: '^SKU-' }, after: { type: 'string' }, why: 'That is pattern-removed.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [before, after] = textStep(pair.before.patterns, pair.after.patterns).changed ?? [];
  if (!bothAllow(pair, 'string') || before === undefined || after === undefined) return [];
  const sentence = `${pair.name} must now match the pattern ${quoteText(after.value)} (before: ${quoteText(before.value)}).`;
  return [
    { effect: 'replaces', sentence, beforePointer: before.pointer, afterPointer: after.pointer, keywords: ['pattern'] },
  ];
}
