import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const maxContainsRemoved: ComparisonRule = {
  id: 'max-contains-removed',
  summary: 'The greatest number of items of the kind that a list has to contain was removed.',
  effects: ['widens'],
  mirror: 'max-contains-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'array', contains: { const: 1 }, maxContains: 1 },
      after: { type: 'array', contains: { const: 1 } },
      gained: [1, 1],
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
    if (!(before.most !== undefined && after.most === undefined)) return [];
    const sentence = `${pair.name} may now contain more than ${before.most.value} of the items that it has to contain.`;
    return [
      {
        effect: 'widens' as const,
        sentence,
        beforePointer: before.most.pointer,
        afterPointer: undefined,
        keywords: ['maxContains'],
      },
    ];
  });
}
