import { bothAllow } from '../findings/limit-rule.ts';
import { quoteName } from '../findings/phrases.ts';
import { describeSchema } from '../findings/describe-schema.ts';
import { isFree } from '../findings/is-free.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const dependentSchemaAdded: ComparisonRule = {
  id: 'dependent-schema-added',
  summary: 'An object must now match a further schema when a property is there.',
  effects: ['narrows'],
  mirror: 'dependent-schema-removed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object' },
      after: { type: 'object', dependentSchemas: { card: { minProperties: 2 } } },
      lost: { card: '4111' },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object' },
      after: { type: 'object', dependentSchemas: { card: true } },
      why: 'Nothing is demanded.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  return [...pair.after.dependentSchemas]
    .filter(([trigger, places]) => !pair.before.dependentSchemas.has(trigger) && !isFree(pair.after.below(places)))
    .map(([trigger, places]) => ({
      effect: 'narrows' as const,
      sentence: `${pair.name} must now match a further schema where ${quoteName(trigger)} is present: ${describeSchema(pair.after.below(places))}.`,
      beforePointer: undefined,
      afterPointer: places[0]?.pointer,
      keywords: ['dependentSchemas', 'dependencies'],
    }));
}
