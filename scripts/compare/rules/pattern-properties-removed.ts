import { tellRemovedPattern } from '../findings/pattern-change.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const patternPropertiesRemoved: ComparisonRule = {
  id: 'pattern-properties-removed',
  summary: 'Properties whose names match a pattern are no longer described.',
  effects: ['widens', 'narrows', 'replaces', 'annotates'],
  mirror: 'pattern-properties-added',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', patternProperties: { '^x-': { type: 'string' } } },
      after: { type: 'object' },
      gained: { 'x-note': 7 },
    },
    {
      effect: 'narrows',
      before: { type: 'object', patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
      after: { type: 'object', additionalProperties: false },
      lost: { 'x-note': 'fragile' },
    },
    {
      effect: 'replaces',
      before: {
        type: 'object',
        additionalProperties: { type: 'integer' },
        patternProperties: { '^x-': { type: 'string' } },
      },
      after: { type: 'object', additionalProperties: { type: 'integer' } },
      gained: { 'x-note': 7 },
      lost: { 'x-note': 'fragile' },
    },
    { effect: 'annotates', before: { type: 'object', patternProperties: { '^x-': {} } }, after: { type: 'object' } },
  ],
  nearMisses: [
    {
      before: { type: 'object', patternProperties: { '^x-': { type: 'string' } } },
      after: { type: 'array' },
      why: 'The pattern went with its type.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!bothAllow(pair, 'object')) return [];
  const patterns = [...pair.before.patternProperties].filter(([pattern]) => !pair.after.patternProperties.has(pattern));
  return patterns.map(([pattern, places]) => tellRemovedPattern(pair, pattern, places));
}
