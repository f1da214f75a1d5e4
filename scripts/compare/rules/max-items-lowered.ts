import { limitRule } from '../findings/limit-rule.ts';

export const maxItemsLowered = limitRule({
  id: 'max-items-lowered',
  summary: 'The greatest number of items lets fewer values pass.',
  limit: 'maxItems',
  step: 'tightened',
  mirror: 'max-items-raised',
  examples: [
    {
      effect: 'narrows',
      before: { type: 'array', maxItems: 4 },
      after: { type: 'array', maxItems: 2 },
      lost: [1, 2, 3],
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
