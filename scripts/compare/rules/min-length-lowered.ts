import { limitRule } from '../findings/limit-rule.ts';

export const minLengthLowered = limitRule({
  id: 'min-length-lowered',
  summary: 'The least length of a text lets more values pass.',
  limit: 'minLength',
  step: 'loosened',
  mirror: 'min-length-raised',
  examples: [
    {
      effect: 'widens',
      before: { type: 'string', minLength: 4 },
      after: { type: 'string', minLength: 2 },
      gained: 'SKU',
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
