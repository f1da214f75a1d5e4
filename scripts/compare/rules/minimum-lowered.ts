import { limitRule } from '../findings/limit-rule.ts';

export const minimumLowered = limitRule({
  id: 'minimum-lowered',
  summary: 'The lower bound of a number lets more values pass.',
  limit: 'minimum',
  step: 'loosened',
  mirror: 'minimum-raised',
  examples: [
    { effect: 'widens', before: { type: 'number', minimum: 4 }, after: { type: 'number', minimum: 2 }, gained: 3 },
  ],
  nearMisses: [
    {
      before: { type: 'number', minimum: 3 },
      after: { allOf: [{ type: 'number' }, { minimum: 3 }] },
      why: 'The same bound, said in a part of its own.',
    },
    {
      before: { type: 'integer', minimum: 3 },
      after: { type: 'integer', exclusiveMinimum: 2 },
      why: 'For integers these are the same bound.',
    },
  ],
});
