import { pairConditionals } from '../findings/pair-schemas.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const conditionAdded: ComparisonRule = {
  id: 'condition-added',
  summary: 'Values must match a further schema under a condition.',
  effects: ['narrows'],
  mirror: 'condition-removed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object' },
      after: { type: 'object', if: { required: ['card'] }, then: { required: ['cvc'] } },
      lost: { card: '4111' },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object' },
      after: { type: 'object', if: { required: ['card'] } },
      why: 'Nothing follows from the condition.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return pairConditionals(pair.before, pair.after).flatMap(({ after: found, before: counterpart }) => {
    if (found === undefined || counterpart !== undefined) return [];
    const sentence = `${pair.name} must now match a further schema depending on a condition (\`if\`).`;
    return [
      {
        effect: 'narrows' as const,
        sentence,
        beforePointer: undefined,
        afterPointer: found.pointer,
        keywords: ['if', 'then', 'else'],
      },
    ];
  });
}
