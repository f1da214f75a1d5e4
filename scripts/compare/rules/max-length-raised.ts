import { limitRule } from '../findings/limit-rule.ts';

export const maxLengthRaised = limitRule({
  id: 'max-length-raised',
  summary: 'The greatest length of a text lets more values pass.',
  limit: 'maxLength',
  step: 'loosened',
  mirror: 'max-length-lowered',
  examples: [
    {
      effect: 'widens',
      before: { type: 'string', maxLength: 2 },
      after: { type: 'string', maxLength: 4 },
      gained: 'SKU',
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
