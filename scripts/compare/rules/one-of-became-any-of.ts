import { pairGroups } from '../findings/pair-schemas.ts';
import { isExclusive } from '../findings/disjoint.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const oneOfBecameAnyOf: ComparisonRule = {
  id: 'one-of-became-any-of',
  summary: 'Values that are of two kinds at once are now accepted.',
  effects: ['widens'],
  mirror: 'any-of-became-one-of',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', oneOf: [{ required: ['card'] }, { required: ['iban'] }] },
      after: { type: 'object', anyOf: [{ required: ['card'] }, { required: ['iban'] }] },
      gained: { card: 1, iban: 7 },
    },
  ],
  nearMisses: [
    {
      before: {
        oneOf: [
          { type: 'object', required: ['kind'], properties: { kind: { const: 'card' } } },
          { type: 'object', required: ['kind'], properties: { kind: { const: 'iban' } } },
        ],
      },
      after: {
        anyOf: [
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
    if (before?.keyword !== 'oneOf' || after?.keyword !== 'anyOf') return [];
    if (!isExclusive(before, pair.before.below)) return [];
    const sentence = `${pair.name} may now match several variants at once (before: exactly one).`;
    return [
      {
        effect: 'widens' as const,
        sentence,
        beforePointer: before.pointer,
        afterPointer: after.pointer,
        keywords: ['anyOf', 'oneOf'],
      },
    ];
  });
}
