import { isClosedBy } from '../findings/is-closed.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const itemsClosed: ComparisonRule = {
  id: 'items-closed',
  summary: 'A list no longer takes more items than have a schema of their own.',
  effects: ['narrows'],
  mirror: 'items-opened',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'array', prefixItems: [{ type: 'string' }] },
      after: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      lost: ['red', 7],
    },
  ],
  nearMisses: [
    {
      before: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      after: { type: 'array', prefixItems: [{ type: 'string' }], unevaluatedItems: false },
      why: 'With nothing else in the schema, these are the same.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [wasClosed, isClosed] = [isClosedBy(pair.before, 'restItems'), isClosedBy(pair.after, 'restItems')];
  const count = pair.after.firstItems.length;
  if (!(bothAllow(pair, 'array') && !wasClosed && isClosed)) return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} may no longer have more than ${count} ${count === 1 ? 'item' : 'items'}.`,
      beforePointer: pair.before.restItems[0]?.pointer,
      afterPointer: pair.after.restItems[0]?.pointer,
      keywords: ['items', 'additionalItems', 'unevaluatedItems'],
    },
  ];
}
