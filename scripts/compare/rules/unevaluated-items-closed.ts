import { isClosedBy } from '../findings/is-closed.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const unevaluatedItemsClosed: ComparisonRule = {
  id: 'unevaluated-items-closed',
  summary: 'Items that no part of the schema speaks of are no longer accepted.',
  effects: ['narrows'],
  mirror: 'unevaluated-items-opened',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'array', anyOf: [{ prefixItems: [{ const: 1 }] }, { prefixItems: [{ const: 2 }] }] },
      after: {
        type: 'array',
        anyOf: [{ prefixItems: [{ const: 1 }] }, { prefixItems: [{ const: 2 }] }],
        unevaluatedItems: false,
      },
      lost: [1, 7],
    },
  ],
  nearMisses: [
    { before: { type: 'array' }, after: { type: 'array', unevaluatedItems: true }, why: 'Nothing is refused.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [wasClosed, isClosed] = [
    isClosedBy(pair.before, 'unevaluatedItems'),
    isClosedBy(pair.after, 'unevaluatedItems'),
  ];
  if (!(bothAllow(pair, 'array') && !wasClosed && isClosed)) return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} no longer allows items that no part of the schema speaks of.`,
      beforePointer: pair.before.unevaluatedItems[0]?.pointer,
      afterPointer: pair.after.unevaluatedItems[0]?.pointer,
      keywords: ['unevaluatedItems'],
    },
  ];
}
