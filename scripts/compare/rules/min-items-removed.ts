import { limitRule } from '../findings/limit-rule.ts';

export const minItemsRemoved = limitRule({
  id: 'min-items-removed',
  summary: 'The least number of items was removed.',
  limit: 'minItems',
  step: 'removed',
  mirror: 'min-items-added',
  examples: [{ effect: 'widens', before: { type: 'array', minItems: 2 }, after: { type: 'array' }, gained: [1] }],
  nearMisses: [
    {
      before: { type: 'string', minItems: 2 },
      after: { type: 'string' },
      why: 'The bound said nothing of values of this type.',
    },
    { before: { type: 'array', minItems: 0 }, after: { type: 'array' }, why: 'Nothing has fewer than none.' },
  ],
});
