import { bothAllow } from '../findings/limit-rule.ts';
import { quoteName } from '../findings/phrases.ts';
import { describeSchema } from '../findings/describe-schema.ts';
import { isFree } from '../findings/is-free.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const dependentSchemaRemoved: ComparisonRule = {
  id: 'dependent-schema-removed',
  summary: 'An object need no longer match a further schema when a property is there.',
  effects: ['widens'],
  mirror: 'dependent-schema-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', dependentSchemas: { card: { minProperties: 2 } } },
      after: { type: 'object' },
      gained: { card: '4111' },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', dependentSchemas: { card: {} } },
      after: { type: 'object' },
      why: 'Nothing was demanded.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  return [...pair.before.dependentSchemas]
    .filter(([trigger, places]) => !pair.after.dependentSchemas.has(trigger) && !isFree(pair.before.below(places)))
    .map(([trigger, places]) => ({
      effect: 'widens' as const,
      sentence: `${pair.name} need no longer match a further schema where ${quoteName(trigger)} is present: ${describeSchema(pair.before.below(places))}.`,
      beforePointer: places[0]?.pointer,
      afterPointer: undefined,
      keywords: ['dependentSchemas', 'dependencies'],
    }));
}
