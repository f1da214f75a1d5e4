import { limitRule } from '../findings/limit-rule.ts';

export const maxLengthLowered = limitRule({
  id: 'max-length-lowered',
  summary: 'The greatest length of a text lets fewer values pass.',
  limit: 'maxLength',
  step: 'tightened',
  mirror: 'max-length-raised',
  examples: [
    {
      effect: 'narrows',
      before: { type: 'string', maxLength: 4 },
      after: { type: 'string', maxLength: 2 },
      lost: 'SKU',
    },
  ],
  nearMisses: [
    {
      before: { type: 'string', maxLength: 3 },
      after: { allOf: [{ type: 'string' }, { maxLength: 3 }] },
      why: 'The same bound, said in a part of its own.',
    },
  ],
});
