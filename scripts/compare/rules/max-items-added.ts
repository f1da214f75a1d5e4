import { limitRule } from '../findings/limit-rule.ts';

export const maxItemsAdded = limitRule({
  id: 'max-items-added',
  summary: 'The greatest number of items was set where there was none.',
  limit: 'maxItems',
  step: 'added',
  mirror: 'max-items-removed',
  examples: [{ effect: 'narrows', before: { type: 'array' }, after: { type: 'array', maxItems: 2 }, lost: [1, 2, 3] }],
  nearMisses: [
    {
      before: { type: 'string' },
      after: { type: 'string', maxItems: 2 },
      why: 'The bound says nothing of values of this type.',
    },
  ],
});
