import { bothAllow } from '../findings/limit-rule.ts';
import { textStep } from '../findings/steps-between.ts';
import { formatChange } from '../findings/format-change.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const formatAdded: ComparisonRule = {
  id: 'format-added',
  summary: 'Texts must now be in a format; a note only, where the format is not checked.',
  effects: ['narrows', 'annotates'],
  mirror: 'format-removed',
  check,
  examples: [
    { effect: 'narrows', before: { type: 'string' }, after: { type: 'string', format: 'date' }, lost: 'tomorrow' },
    { effect: 'annotates', before: { type: 'string' }, after: { type: 'string', format: 'sku' } },
  ],
  nearMisses: [
    {
      before: { type: 'integer' },
      after: { type: 'integer', format: 'date' },
      why: 'The format says nothing of numbers.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'string')) return [];
  return textStep(pair.before.formats, pair.after.formats).gained.map((text) => ({
    ...formatChange(pair, undefined, text.value),
    beforePointer: undefined,
    afterPointer: text.pointer,
    keywords: ['format'],
  }));
}
