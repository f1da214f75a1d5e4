import { isClosedBy } from '../findings/is-closed.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const unevaluatedItemsOpened: ComparisonRule = {
  id: 'unevaluated-items-opened',
  summary: 'Items that no part of the schema speaks of are now accepted.',
  effects: ['widens'],
  mirror: 'unevaluated-items-closed',
  check,
  examples: [
    {
      effect: 'widens',
      before: {
        type: 'array',
        anyOf: [{ prefixItems: [{ const: 1 }] }, { prefixItems: [{ const: 2 }] }],
        unevaluatedItems: false,
      },
      after: { type: 'array', anyOf: [{ prefixItems: [{ const: 1 }] }, { prefixItems: [{ const: 2 }] }] },
      gained: [1, 7],
    },
  ],
  nearMisses: [
    { before: { type: 'array', unevaluatedItems: true }, after: { type: 'array' }, why: 'Nothing was refused.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [wasClosed, isClosed] = [
    isClosedBy(pair.before, 'unevaluatedItems'),
    isClosedBy(pair.after, 'unevaluatedItems'),
  ];
  if (!(bothAllow(pair, 'array') && wasClosed && !isClosed)) return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} now allows items that no part of the schema speaks of.`,
      beforePointer: pair.before.unevaluatedItems[0]?.pointer,
      afterPointer: pair.after.unevaluatedItems[0]?.pointer,
      keywords: ['unevaluatedItems'],
    },
  ];
}
