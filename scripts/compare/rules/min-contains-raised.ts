import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const minContainsRaised: ComparisonRule = {
  id: 'min-contains-raised',
  summary: 'The least number of items of the kind that a list has to contain was raised.',
  effects: ['narrows'],
  mirror: 'min-contains-lowered',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'array', contains: { const: 1 } },
      after: { type: 'array', contains: { const: 1 }, minContains: 2 },
      lost: [1],
    },
  ],
  nearMisses: [
    {
      before: { type: 'array', contains: { const: 1 } },
      after: { type: 'array', contains: { const: 1 }, minContains: 1 },
      why: 'One is the default.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'array')) return [];
  return pair.before.contains.flatMap((before, index) => {
    const after = pair.after.contains[index];
    if (after === undefined) return [];
    if (!(after.least.value > before.least.value)) return [];
    const sentence = `${pair.name} must now contain at least ${after.least.value} of the items that it has to contain (before: ${before.least.value}).`;
    return [
      {
        effect: 'narrows' as const,
        sentence,
        beforePointer: before.least.pointer,
        afterPointer: after.least.pointer,
        keywords: ['minContains'],
      },
    ];
  });
}
