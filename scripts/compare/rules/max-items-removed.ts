import { limitRule } from '../findings/limit-rule.ts';

export const maxItemsRemoved = limitRule({
  id: 'max-items-removed',
  summary: 'The greatest number of items was removed.',
  limit: 'maxItems',
  step: 'removed',
  mirror: 'max-items-added',
  examples: [{ effect: 'widens', before: { type: 'array', maxItems: 2 }, after: { type: 'array' }, gained: [1, 2, 3] }],
  nearMisses: [
    {
      before: { type: 'string', maxItems: 2 },
      after: { type: 'string' },
      why: 'The bound said nothing of values of this type.',
    },
  ],
});
