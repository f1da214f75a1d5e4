import { limitRule } from '../findings/limit-rule.ts';

export const maximumLowered = limitRule({
  id: 'maximum-lowered',
  summary: 'The upper bound of a number lets fewer values pass.',
  limit: 'maximum',
  step: 'tightened',
  mirror: 'maximum-raised',
  examples: [
    { effect: 'narrows', before: { type: 'number', maximum: 4 }, after: { type: 'number', maximum: 2 }, lost: 3 },
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
