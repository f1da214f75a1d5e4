import { limitRule } from '../findings/limit-rule.ts';

export const maximumAdded = limitRule({
  id: 'maximum-added',
  summary: 'The upper bound of a number was set where there was none.',
  limit: 'maximum',
  step: 'added',
  mirror: 'maximum-removed',
  examples: [{ effect: 'narrows', before: { type: 'number' }, after: { type: 'number', maximum: 2 }, lost: 3 }],
  nearMisses: [
    {
      before: { type: 'string' },
      after: { type: 'string', maximum: 2 },
      why: 'The bound says nothing of values of this type.',
    },
    { before: { type: 'string' }, after: { type: 'number', maximum: 2 }, why: 'The bound came with another type.' },
  ],
});
