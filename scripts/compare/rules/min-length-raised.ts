import { limitRule } from '../findings/limit-rule.ts';

export const minLengthRaised = limitRule({
  id: 'min-length-raised',
  summary: 'The least length of a text lets fewer values pass.',
  limit: 'minLength',
  step: 'tightened',
  mirror: 'min-length-lowered',
  examples: [
    {
      effect: 'narrows',
      before: { type: 'string', minLength: 2 },
      after: { type: 'string', minLength: 4 },
      lost: 'SKU',
    },
  ],
  nearMisses: [
    {
      before: { type: 'string', minLength: 3 },
      after: { allOf: [{ type: 'string' }, { minLength: 3 }] },
      why: 'The same bound, said in a part of its own.',
    },
  ],
});
