import { pairConditionals } from '../findings/pair-schemas.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const conditionRemoved: ComparisonRule = {
  id: 'condition-removed',
  summary: 'Values need no longer match a further schema under a condition.',
  effects: ['widens'],
  mirror: 'condition-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', if: { required: ['card'] }, then: { required: ['cvc'] } },
      after: { type: 'object' },
      gained: { card: '4111' },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', if: { required: ['card'] } },
      after: { type: 'object' },
      why: 'Nothing followed from the condition.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return pairConditionals(pair.before, pair.after).flatMap(({ before: found, after: counterpart }) => {
    if (found === undefined || counterpart !== undefined) return [];
    const sentence = `${pair.name} need no longer match a further schema depending on a condition (\`if\`).`;
    return [
      {
        effect: 'widens' as const,
        sentence,
        beforePointer: found.pointer,
        afterPointer: undefined,
        keywords: ['if', 'then', 'else'],
      },
    ];
  });
}
