import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const maxContainsAdded: ComparisonRule = {
  id: 'max-contains-added',
  summary: 'The greatest number of items of the kind that a list has to contain was set.',
  effects: ['narrows'],
  mirror: 'max-contains-removed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'array', contains: { const: 1 } },
      after: { type: 'array', contains: { const: 1 }, maxContains: 1 },
      lost: [1, 1],
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
    if (!(before.most === undefined && after.most !== undefined)) return [];
    const sentence = `${pair.name} must now contain at most ${after.most.value} of the items that it has to contain (before: no limit).`;
    return [
      {
        effect: 'narrows' as const,
        sentence,
        beforePointer: undefined,
        afterPointer: after.most.pointer,
        keywords: ['maxContains'],
      },
    ];
  });
}
