import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const maxContainsRaised: ComparisonRule = {
  id: 'max-contains-raised',
  summary: 'The greatest number of items of the kind that a list has to contain was raised.',
  effects: ['widens'],
  mirror: 'max-contains-lowered',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'array', contains: { const: 1 }, maxContains: 2 },
      after: { type: 'array', contains: { const: 1 }, maxContains: 3 },
      gained: [1, 1, 1],
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
    if (!(before.most !== undefined && after.most !== undefined && after.most.value > before.most.value)) return [];
    const sentence = `${pair.name} may now contain as many as ${after.most.value} of the items that it has to contain (before: ${before.most.value}).`;
    return [
      {
        effect: 'widens' as const,
        sentence,
        beforePointer: before.most.pointer,
        afterPointer: after.most.pointer,
        keywords: ['maxContains'],
      },
    ];
  });
}
