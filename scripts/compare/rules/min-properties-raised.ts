import { limitRule } from '../findings/limit-rule.ts';

export const minPropertiesRaised = limitRule({
  id: 'min-properties-raised',
  summary: 'The least number of properties lets fewer values pass.',
  limit: 'minProperties',
  step: 'tightened',
  mirror: 'min-properties-lowered',
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object', minProperties: 2 },
      after: { type: 'object', minProperties: 4 },
      lost: { red: 1, green: 2, blue: 3 },
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
