import { limitRule } from '../findings/limit-rule.ts';

export const maxPropertiesRemoved = limitRule({
  id: 'max-properties-removed',
  summary: 'The greatest number of properties was removed.',
  limit: 'maxProperties',
  step: 'removed',
  mirror: 'max-properties-added',
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', maxProperties: 2 },
      after: { type: 'object' },
      gained: { red: 1, green: 2, blue: 3 },
    },
  ],
  nearMisses: [
    {
      before: { type: 'string', maxProperties: 2 },
      after: { type: 'string' },
      why: 'The bound said nothing of values of this type.',
    },
  ],
});
