import { limitRule } from '../findings/limit-rule.ts';

export const minItemsAdded = limitRule({
  id: 'min-items-added',
  summary: 'The least number of items was set where there was none.',
  limit: 'minItems',
  step: 'added',
  mirror: 'min-items-removed',
  examples: [{ effect: 'narrows', before: { type: 'array' }, after: { type: 'array', minItems: 2 }, lost: [1] }],
  nearMisses: [
    {
      before: { type: 'string' },
      after: { type: 'string', minItems: 2 },
      why: 'The bound says nothing of values of this type.',
    },
    { before: { type: 'array' }, after: { type: 'array', minItems: 0 }, why: 'Nothing has fewer than none.' },
  ],
});
