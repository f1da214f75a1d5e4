import { quoteText } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const openReferenceChanged: ComparisonRule = {
  id: 'open-reference-changed',
  summary:
    'A reference leads out of the document, or nowhere, and is not the same as before: nobody knows what it accepts.',
  effects: ['replaces'],
  mirror: 'open-reference-changed',
  check,
  examples: [
    {
      effect: 'replaces',
      before: { $ref: 'https://shop.example/order' },
      after: { $ref: 'https://shop.example/order/2' },
    },
  ],
  nearMisses: [
    {
      before: { $ref: '#/$defs/sku', $defs: { sku: { type: 'string' } } },
      after: { $ref: '#/$defs/code', $defs: { code: { type: 'string' } } },
      why: 'The definition only has another name.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [before, after] = [pair.before.openReferences, pair.after.openReferences];
  if (before.map(({ value }) => value).join('\n') === after.map(({ value }) => value).join('\n')) return [];
  const [left, right] = [before, after].map((list) =>
    list.length === 0 ? 'none' : list.map(({ value }) => quoteText(value)).join(', '),
  );
  const sentence = `${pair.name} refers to a schema that is not in the document: ${right} (before: ${left}).`;
  return [
    {
      effect: 'replaces',
      sentence,
      beforePointer: before[0]?.pointer,
      afterPointer: after[0]?.pointer,
      keywords: ['$ref'],
    },
  ];
}
