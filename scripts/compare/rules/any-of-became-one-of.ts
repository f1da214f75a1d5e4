import { pairGroups } from '../findings/pair-schemas.ts';
import { isExclusive } from '../findings/disjoint.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const anyOfBecameOneOf: ComparisonRule = {
  id: 'any-of-became-one-of',
  summary: 'Values that are of two kinds at once are no longer accepted.',
  effects: ['narrows'],
  mirror: 'one-of-became-any-of',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }] },
      lost: { card: 1, iban: 7 },
    },
  ],
  nearMisses: [
    {
      before: {
        anyOf: [
          { type: 'object', required: ['kind'], properties: { kind: { const: 'card' } } },
          { type: 'object', required: ['kind'], properties: { kind: { const: 'iban' } } },
        ],
      },
      after: {
        oneOf: [
          { type: 'object', required: ['kind'], properties: { kind: { const: 'card' } } },
          { type: 'object', required: ['kind'], properties: { kind: { const: 'iban' } } },
        ],
      },
      why: 'No value is of both kinds.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return pairGroups(pair.before, pair.after).flatMap(({ before, after }) => {
    if (before?.keyword !== 'anyOf' || after?.keyword !== 'oneOf') return [];
    if (!isExclusive(after, pair.after.below)) return [];
    const sentence = `${pair.name} must now match exactly one variant (before: at least one).`;
    return [
      {
        effect: 'narrows' as const,
        sentence,
        beforePointer: before.pointer,
        afterPointer: after.pointer,
        keywords: ['anyOf', 'oneOf'],
      },
    ];
  });
}
