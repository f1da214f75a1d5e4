import { limitRule } from '../findings/limit-rule.ts';

export const minItemsRaised = limitRule({
  id: 'min-items-raised',
  summary: 'The least number of items lets fewer values pass.',
  limit: 'minItems',
  step: 'tightened',
  mirror: 'min-items-lowered',
  examples: [
    {
      effect: 'narrows',
      before: { type: 'array', minItems: 2 },
      after: { type: 'array', minItems: 4 },
      lost: [1, 2, 3],
    },
  ],
  nearMisses: [
    {
      before: { type: 'array', minItems: 3 },
      after: { allOf: [{ type: 'array' }, { minItems: 3 }] },
      why: 'The same bound, said in a part of its own.',
    },
  ],
});
