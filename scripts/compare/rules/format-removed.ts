import { bothAllow } from '../findings/limit-rule.ts';
import { textStep } from '../findings/steps-between.ts';
import { formatChange } from '../findings/format-change.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const formatRemoved: ComparisonRule = {
  id: 'format-removed',
  summary: 'Texts need no longer be in a format; a note only, where the format is not checked.',
  effects: ['widens', 'annotates'],
  mirror: 'format-added',
  check,
  examples: [
    { effect: 'widens', before: { type: 'string', format: 'date' }, after: { type: 'string' }, gained: 'tomorrow' },
    { effect: 'annotates', before: { type: 'string', format: 'sku' }, after: { type: 'string' } },
  ],
  nearMisses: [
    {
      before: { type: 'string', format: 'date' },
      after: { type: 'string', format: 'date-time' },
      why: 'That is format-changed.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'string')) return [];
  return textStep(pair.before.formats, pair.after.formats).lost.map((text) => ({
    ...formatChange(pair, text.value, undefined),
    beforePointer: text.pointer,
    afterPointer: undefined,
    keywords: ['format'],
  }));
}
