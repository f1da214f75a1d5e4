import { limitRule } from '../findings/limit-rule.ts';

export const maxPropertiesLowered = limitRule({
  id: 'max-properties-lowered',
  summary: 'The greatest number of properties lets fewer values pass.',
  limit: 'maxProperties',
  step: 'tightened',
  mirror: 'max-properties-raised',
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object', maxProperties: 4 },
      after: { type: 'object', maxProperties: 2 },
      lost: { red: 1, green: 2, blue: 3 },
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
