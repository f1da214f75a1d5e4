import { limitRule } from '../findings/limit-rule.ts';

export const maxItemsRaised = limitRule({
  id: 'max-items-raised',
  summary: 'The greatest number of items lets more values pass.',
  limit: 'maxItems',
  step: 'loosened',
  mirror: 'max-items-lowered',
  examples: [
    {
      effect: 'widens',
      before: { type: 'array', maxItems: 2 },
      after: { type: 'array', maxItems: 4 },
      gained: [1, 2, 3],
    },
  ],
  nearMisses: [
    {
      before: { type: 'array', maxItems: 3 },
      after: { allOf: [{ type: 'array' }, { maxItems: 3 }] },
      why: 'The same bound, said in a part of its own.',
    },
  ],
});
