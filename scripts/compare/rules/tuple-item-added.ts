import { tellAddedItem } from '../findings/tuple-item-change.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const tupleItemAdded: ComparisonRule = {
  id: 'tuple-item-added',
  summary:
    'An item by its position has a schema of its own that had none. In an open list that narrows, in a closed one it widens.',
  effects: ['narrows', 'widens'],
  mirror: 'tuple-item-removed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'array', prefixItems: [{ type: 'string' }] },
      after: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] },
      lost: ['red', 'blue'],
    },
    {
      effect: 'widens',
      before: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      after: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false },
      gained: ['red', 7],
    },
  ],
  nearMisses: [
    {
      before: { type: 'array', prefixItems: [{ type: 'string' }] },
      after: { type: 'array', prefixItems: [{ type: 'string' }, {}] },
      why: 'Any item is accepted there.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'array')) return [];
  const from = pair.before.firstItems.length;
  return pair.after.firstItems.slice(from).flatMap((places, index) => tellAddedItem(pair, from + index, places));
}
