import { limitRule } from '../findings/limit-rule.ts';

export const minimumRaised = limitRule({
  id: 'minimum-raised',
  summary: 'The lower bound of a number lets fewer values pass.',
  limit: 'minimum',
  step: 'tightened',
  mirror: 'minimum-lowered',
  examples: [
    { effect: 'narrows', before: { type: 'number', minimum: 2 }, after: { type: 'number', minimum: 4 }, lost: 3 },
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
