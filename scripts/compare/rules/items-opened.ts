import { isClosedBy } from '../findings/is-closed.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const itemsOpened: ComparisonRule = {
  id: 'items-opened',
  summary: 'A list now takes more items than have a schema of their own.',
  effects: ['widens'],
  mirror: 'items-closed',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      after: { type: 'array', prefixItems: [{ type: 'string' }] },
      gained: ['red', 7],
    },
  ],
  nearMisses: [{ before: { type: 'array', items: true }, after: { type: 'array' }, why: 'Both are open.' }],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [wasClosed, isClosed] = [isClosedBy(pair.before, 'restItems'), isClosedBy(pair.after, 'restItems')];
  const count = pair.before.firstItems.length;
  if (!(bothAllow(pair, 'array') && wasClosed && !isClosed)) return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} may now have more than ${count} ${count === 1 ? 'item' : 'items'}.`,
      beforePointer: pair.before.restItems[0]?.pointer,
      afterPointer: pair.after.restItems[0]?.pointer,
      keywords: ['items', 'additionalItems', 'unevaluatedItems'],
    },
  ];
}
