import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const minContainsLowered: ComparisonRule = {
  id: 'min-contains-lowered',
  summary: 'The least number of items of the kind that a list has to contain was lowered.',
  effects: ['widens'],
  mirror: 'min-contains-raised',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'array', contains: { const: 1 }, minContains: 2 },
      after: { type: 'array', contains: { const: 1 } },
      gained: [1],
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
    if (!(after.least.value < before.least.value)) return [];
    const sentence = `${pair.name} may now contain as few as ${after.least.value} of the items that it has to contain (before: ${before.least.value}).`;
    return [
      {
        effect: 'widens' as const,
        sentence,
        beforePointer: before.least.pointer,
        afterPointer: after.least.pointer,
        keywords: ['minContains'],
      },
    ];
  });
}
