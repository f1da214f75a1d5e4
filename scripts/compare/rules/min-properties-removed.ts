import { limitRule } from '../findings/limit-rule.ts';

export const minPropertiesRemoved = limitRule({
  id: 'min-properties-removed',
  summary: 'The least number of properties was removed.',
  limit: 'minProperties',
  step: 'removed',
  mirror: 'min-properties-added',
  examples: [
    { effect: 'widens', before: { type: 'object', minProperties: 2 }, after: { type: 'object' }, gained: { red: 1 } },
  ],
  nearMisses: [
    {
      before: { type: 'string', minProperties: 2 },
      after: { type: 'string' },
      why: 'The bound said nothing of values of this type.',
    },
    { before: { type: 'object', minProperties: 0 }, after: { type: 'object' }, why: 'Nothing has fewer than none.' },
  ],
});
