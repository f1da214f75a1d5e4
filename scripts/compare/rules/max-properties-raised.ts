import { limitRule } from '../findings/limit-rule.ts';

export const maxPropertiesRaised = limitRule({
  id: 'max-properties-raised',
  summary: 'The greatest number of properties lets more values pass.',
  limit: 'maxProperties',
  step: 'loosened',
  mirror: 'max-properties-lowered',
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', maxProperties: 2 },
      after: { type: 'object', maxProperties: 4 },
      gained: { red: 1, green: 2, blue: 3 },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', maxProperties: 3 },
      after: { allOf: [{ type: 'object' }, { maxProperties: 3 }] },
      why: 'The same bound, said in a part of its own.',
    },
  ],
});
