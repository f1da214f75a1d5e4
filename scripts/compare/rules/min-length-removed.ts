import { limitRule } from '../findings/limit-rule.ts';

export const minLengthRemoved = limitRule({
  id: 'min-length-removed',
  summary: 'The least length of a text was removed.',
  limit: 'minLength',
  step: 'removed',
  mirror: 'min-length-added',
  examples: [{ effect: 'widens', before: { type: 'string', minLength: 2 }, after: { type: 'string' }, gained: 'S' }],
  nearMisses: [
    {
      before: { type: 'number', minLength: 2 },
      after: { type: 'number' },
      why: 'The bound said nothing of values of this type.',
    },
    { before: { type: 'string', minLength: 0 }, after: { type: 'string' }, why: 'Nothing has fewer than none.' },
  ],
});
