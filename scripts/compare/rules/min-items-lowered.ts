import { limitRule } from '../findings/limit-rule.ts';

export const minItemsLowered = limitRule({
  id: 'min-items-lowered',
  summary: 'The least number of items lets more values pass.',
  limit: 'minItems',
  step: 'loosened',
  mirror: 'min-items-raised',
  examples: [
    {
      effect: 'widens',
      before: { type: 'array', minItems: 4 },
      after: { type: 'array', minItems: 2 },
      gained: [1, 2, 3],
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
