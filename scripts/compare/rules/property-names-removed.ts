import { bothAllow } from '../findings/limit-rule.ts';
import { describeSchema } from '../findings/describe-schema.ts';
import { midSentence } from '../findings/sentence-parts.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const propertyNamesRemoved: ComparisonRule = {
  id: 'property-names-removed',
  summary: 'The names of properties need no longer match a schema.',
  effects: ['widens'],
  mirror: 'property-names-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', propertyNames: { pattern: '^[a-z]+$' } },
      after: { type: 'object' },
      gained: { SKU: 7 },
    },
  ],
  nearMisses: [
    { before: { type: 'object', propertyNames: true }, after: { type: 'object' }, why: 'Every name was accepted.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [first] = pair.before.propertyNames;
  if (!(bothAllow(pair, 'object') && pair.after.propertyNames.length === 0 && first !== undefined)) return [];
  return [
    {
      effect: 'widens',
      sentence: `The property names of ${midSentence(pair.name)} need no longer match a schema (before: ${describeSchema(pair.before.below(pair.before.propertyNames))}).`,
      beforePointer: first.pointer,
      afterPointer: undefined,
      keywords: ['propertyNames'],
    },
  ];
}
