import { limitRule } from '../findings/limit-rule.ts';

export const minLengthAdded = limitRule({
  id: 'min-length-added',
  summary: 'The least length of a text was set where there was none.',
  limit: 'minLength',
  step: 'added',
  mirror: 'min-length-removed',
  examples: [{ effect: 'narrows', before: { type: 'string' }, after: { type: 'string', minLength: 2 }, lost: 'S' }],
  nearMisses: [
    {
      before: { type: 'number' },
      after: { type: 'number', minLength: 2 },
      why: 'The bound says nothing of values of this type.',
    },
    { before: { type: 'string' }, after: { type: 'string', minLength: 0 }, why: 'Nothing has fewer than none.' },
  ],
});
