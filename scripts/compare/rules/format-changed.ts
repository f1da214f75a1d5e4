import { bothAllow } from '../findings/limit-rule.ts';
import { textStep } from '../findings/steps-between.ts';
import { formatChange } from '../findings/format-change.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const formatChanged: ComparisonRule = {
  id: 'format-changed',
  summary: 'Texts must be in another format.',
  effects: ['replaces', 'narrows', 'widens', 'annotates'],
  mirror: 'format-changed',
  check,
  examples: [
    {
      effect: 'replaces',
      before: { type: 'string', format: 'date-time' },
      after: { type: 'string', format: 'date' },
      lost: '2026-11-24T10:00:00Z',
      gained: '2026-11-24',
    },
    {
      effect: 'widens',
      before: { type: 'string', format: 'uri' },
      after: { type: 'string', format: 'uri-reference' },
      gained: '/orders/7',
    },
    {
      effect: 'narrows',
      before: { type: 'string', format: 'sku' },
      after: { type: 'string', format: 'uuid' },
      lost: 'SKU-1',
    },
    { effect: 'annotates', before: { type: 'string', format: 'sku' }, after: { type: 'string', format: 'ean' } },
  ],
  nearMisses: [
    { before: { type: 'string', format: 'date' }, after: { type: 'string' }, why: 'That is format-removed.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [before, after] = textStep(pair.before.formats, pair.after.formats).changed ?? [];
  if (!bothAllow(pair, 'string') || before === undefined || after === undefined) return [];
  return [
    {
      ...formatChange(pair, before.value, after.value),
      beforePointer: before.pointer,
      afterPointer: after.pointer,
      keywords: ['format'],
    },
  ];
}
