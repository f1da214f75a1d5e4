import { limitRule } from '../findings/limit-rule.ts';

export const maxPropertiesAdded = limitRule({
  id: 'max-properties-added',
  summary: 'The greatest number of properties was set where there was none.',
  limit: 'maxProperties',
  step: 'added',
  mirror: 'max-properties-removed',
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object' },
      after: { type: 'object', maxProperties: 2 },
      lost: { red: 1, green: 2, blue: 3 },
    },
  ],
  nearMisses: [
    {
      before: { type: 'string' },
      after: { type: 'string', maxProperties: 2 },
      why: 'The bound says nothing of values of this type.',
    },
  ],
});
