import { bothAllow } from '../findings/limit-rule.ts';
import { quoteName } from '../findings/phrases.ts';
import { inside } from '../findings/sentence-parts.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const dependentRequiredRemoved: ComparisonRule = {
  id: 'dependent-required-removed',
  summary: 'A property need no longer be there when another one is.',
  effects: ['widens'],
  mirror: 'dependent-required-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', dependentRequired: { card: ['cvc'] } },
      after: { type: 'object' },
      gained: { card: '4111' },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', dependentRequired: { card: [] } },
      after: { type: 'object' },
      why: 'Nothing was demanded.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  return [...pair.before.dependentRequired].flatMap(([trigger, names]) =>
    [...names]
      .filter(([name]) => pair.after.dependentRequired.get(trigger)?.has(name) !== true)
      .map(([name, pointer]) => ({
        effect: 'widens' as const,
        sentence: `${quoteName(name)} is no longer required${inside(pair)} where ${quoteName(trigger)} is present.`,
        beforePointer: pointer,
        afterPointer: undefined,
        keywords: ['dependentRequired', 'dependentSchemas', 'dependencies'],
        property: name,
      })),
  );
}
