import { tellAddedPattern } from '../findings/pattern-change.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const patternPropertiesAdded: ComparisonRule = {
  id: 'pattern-properties-added',
  summary: 'Properties whose names match a pattern are described that were not.',
  effects: ['narrows', 'widens', 'replaces', 'annotates'],
  mirror: 'pattern-properties-removed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object' },
      after: { type: 'object', patternProperties: { '^x-': { type: 'string' } } },
      lost: { 'x-note': 7 },
    },
    {
      effect: 'widens',
      before: { type: 'object', additionalProperties: false },
      after: { type: 'object', patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
      gained: { 'x-note': 'fragile' },
    },
    {
      effect: 'replaces',
      before: { type: 'object', additionalProperties: { type: 'integer' } },
      after: {
        type: 'object',
        additionalProperties: { type: 'integer' },
        patternProperties: { '^x-': { type: 'string' } },
      },
      lost: { 'x-note': 7 },
      gained: { 'x-note': 'fragile' },
    },
    { effect: 'annotates', before: { type: 'object' }, after: { type: 'object', patternProperties: { '^x-': {} } } },
  ],
  nearMisses: [
    {
      before: { type: 'object', patternProperties: { '^x-': { type: 'string' } } },
      after: { type: 'object', allOf: [{ patternProperties: { '^x-': { type: 'string' } } }] },
      why: 'The same pattern, said in a part of its own.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  const patterns = [...pair.after.patternProperties].filter(([pattern]) => !pair.before.patternProperties.has(pattern));
  return patterns.map(([pattern, places]) => tellAddedPattern(pair, pattern, places));
}
