import { limitRule } from '../findings/limit-rule.ts';

export const maximumRaised = limitRule({
  id: 'maximum-raised',
  summary: 'The upper bound of a number lets more values pass.',
  limit: 'maximum',
  step: 'loosened',
  mirror: 'maximum-lowered',
  examples: [
    { effect: 'widens', before: { type: 'number', maximum: 2 }, after: { type: 'number', maximum: 4 }, gained: 3 },
  ],
  nearMisses: [
    {
      before: { type: 'number', maximum: 3 },
      after: { allOf: [{ type: 'number' }, { maximum: 3 }] },
      why: 'The same bound, said in a part of its own.',
    },
    {
      before: { type: 'integer', maximum: 3 },
      after: { type: 'integer', exclusiveMaximum: 4 },
      why: 'For integers these are the same bound.',
    },
  ],
});
