import { limitRule } from '../findings/limit-rule.ts';

export const maximumRemoved = limitRule({
  id: 'maximum-removed',
  summary: 'The upper bound of a number was removed.',
  limit: 'maximum',
  step: 'removed',
  mirror: 'maximum-added',
  examples: [{ effect: 'widens', before: { type: 'number', maximum: 2 }, after: { type: 'number' }, gained: 3 }],
  nearMisses: [
    {
      before: { type: 'string', maximum: 2 },
      after: { type: 'string' },
      why: 'The bound said nothing of values of this type.',
    },
    { before: { type: 'number', maximum: 2 }, after: { type: 'string' }, why: 'The bound went with its type.' },
  ],
});
