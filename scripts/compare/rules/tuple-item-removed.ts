import { tellRemovedItem } from '../findings/tuple-item-change.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const tupleItemRemoved: ComparisonRule = {
  id: 'tuple-item-removed',
  summary: 'An item by its position has no schema of its own any more.',
  effects: ['widens', 'narrows'],
  mirror: 'tuple-item-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] },
      after: { type: 'array', prefixItems: [{ type: 'string' }] },
      gained: ['red', 'blue'],
    },
    {
      effect: 'narrows',
      before: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false },
      after: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      lost: ['red', 7],
    },
  ],
  nearMisses: [
    {
      before: { type: 'array', prefixItems: [{ type: 'string' }, {}] },
      after: { type: 'array', prefixItems: [{ type: 'string' }] },
      why: 'Any item was accepted there.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'array')) return [];
  const from = pair.after.firstItems.length;
  return pair.before.firstItems.slice(from).flatMap((places, index) => tellRemovedItem(pair, from + index, places));
}
