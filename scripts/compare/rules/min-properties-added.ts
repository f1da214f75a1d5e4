import { limitRule } from '../findings/limit-rule.ts';

export const minPropertiesAdded = limitRule({
  id: 'min-properties-added',
  summary: 'The least number of properties was set where there was none.',
  limit: 'minProperties',
  step: 'added',
  mirror: 'min-properties-removed',
  examples: [
    { effect: 'narrows', before: { type: 'object' }, after: { type: 'object', minProperties: 2 }, lost: { red: 1 } },
  ],
  nearMisses: [
    {
      before: { type: 'string' },
      after: { type: 'string', minProperties: 2 },
      why: 'The bound says nothing of values of this type.',
    },
    { before: { type: 'object' }, after: { type: 'object', minProperties: 0 }, why: 'Nothing has fewer than none.' },
  ],
});
