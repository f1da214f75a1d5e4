import { limitRule } from '../findings/limit-rule.ts';

export const minimumAdded = limitRule({
  id: 'minimum-added',
  summary: 'The lower bound of a number was set where there was none.',
  limit: 'minimum',
  step: 'added',
  mirror: 'minimum-removed',
  examples: [{ effect: 'narrows', before: { type: 'number' }, after: { type: 'number', minimum: 2 }, lost: 1 }],
  nearMisses: [
    {
      before: { type: 'string' },
      after: { type: 'string', minimum: 2 },
      why: 'The bound says nothing of values of this type.',
    },
    { before: { type: 'string' }, after: { type: 'number', minimum: 2 }, why: 'The bound came with another type.' },
  ],
});
