import { limitRule } from '../findings/limit-rule.ts';

export const minimumRemoved = limitRule({
  id: 'minimum-removed',
  summary: 'The lower bound of a number was removed.',
  limit: 'minimum',
  step: 'removed',
  mirror: 'minimum-added',
  examples: [{ effect: 'widens', before: { type: 'number', minimum: 2 }, after: { type: 'number' }, gained: 1 }],
  nearMisses: [
    {
      before: { type: 'string', minimum: 2 },
      after: { type: 'string' },
      why: 'The bound said nothing of values of this type.',
    },
    { before: { type: 'number', minimum: 2 }, after: { type: 'string' }, why: 'The bound went with its type.' },
  ],
});
