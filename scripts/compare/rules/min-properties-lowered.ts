import { limitRule } from '../findings/limit-rule.ts';

export const minPropertiesLowered = limitRule({
  id: 'min-properties-lowered',
  summary: 'The least number of properties lets more values pass.',
  limit: 'minProperties',
  step: 'loosened',
  mirror: 'min-properties-raised',
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', minProperties: 4 },
      after: { type: 'object', minProperties: 2 },
      gained: { red: 1, green: 2, blue: 3 },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', minProperties: 3 },
      after: { allOf: [{ type: 'object' }, { minProperties: 3 }] },
      why: 'The same bound, said in a part of its own.',
    },
  ],
});
