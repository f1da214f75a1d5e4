import { bothAllow } from '../findings/limit-rule.ts';
import { quoteName } from '../findings/phrases.ts';
import { inside } from '../findings/sentence-parts.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const dependentRequiredAdded: ComparisonRule = {
  id: 'dependent-required-added',
  summary: 'A property must now be there when another one is.',
  effects: ['narrows'],
  mirror: 'dependent-required-removed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object' },
      after: { type: 'object', dependentRequired: { card: ['cvc'] } },
      lost: { card: '4111' },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', dependentRequired: { card: ['cvc'] } },
      after: { type: 'object', dependentSchemas: { card: { required: ['cvc'] } } },
      why: 'The same demand in other words.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  return [...pair.after.dependentRequired].flatMap(([trigger, names]) =>
    [...names]
      .filter(([name]) => pair.before.dependentRequired.get(trigger)?.has(name) !== true)
      .map(([name, pointer]) => ({
        effect: 'narrows' as const,
        sentence: `${quoteName(name)} is now required${inside(pair)} where ${quoteName(trigger)} is present.`,
        beforePointer: undefined,
        afterPointer: pointer,
        keywords: ['dependentRequired', 'dependentSchemas', 'dependencies'],
        property: name,
      })),
  );
}
