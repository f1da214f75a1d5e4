import { limitRule } from '../findings/limit-rule.ts';

export const maxLengthAdded = limitRule({
  id: 'max-length-added',
  summary: 'The greatest length of a text was set where there was none.',
  limit: 'maxLength',
  step: 'added',
  mirror: 'max-length-removed',
  examples: [{ effect: 'narrows', before: { type: 'string' }, after: { type: 'string', maxLength: 2 }, lost: 'SKU' }],
  nearMisses: [
    {
      before: { type: 'number' },
      after: { type: 'number', maxLength: 2 },
      why: 'The bound says nothing of values of this type.',
    },
  ],
});
