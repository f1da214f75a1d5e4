import { limitRule } from '../findings/limit-rule.ts';

export const maxLengthRemoved = limitRule({
  id: 'max-length-removed',
  summary: 'The greatest length of a text was removed.',
  limit: 'maxLength',
  step: 'removed',
  mirror: 'max-length-added',
  examples: [{ effect: 'widens', before: { type: 'string', maxLength: 2 }, after: { type: 'string' }, gained: 'SKU' }],
  nearMisses: [
    {
      before: { type: 'number', maxLength: 2 },
      after: { type: 'number' },
      why: 'The bound said nothing of values of this type.',
    },
  ],
});
