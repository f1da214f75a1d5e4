import { isClosedBy } from '../findings/is-closed.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const additionalPropertiesOpened: ComparisonRule = {
  id: 'additional-properties-opened',
  summary: 'An object now takes properties that it does not name.',
  effects: ['widens'],
  mirror: 'additional-properties-closed',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', properties: { sku: { type: 'string' } }, additionalProperties: false },
      after: { type: 'object', properties: { sku: { type: 'string' } } },
      gained: { colour: 'red' },
    },
  ],
  nearMisses: [
    { before: { type: 'object', additionalProperties: {} }, after: { type: 'object' }, why: 'Both are open.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [wasClosed, isClosed] = [isClosedBy(pair.before, 'additional'), isClosedBy(pair.after, 'additional')];
  if (!(bothAllow(pair, 'object') && wasClosed && !isClosed)) return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} now allows properties that the schema does not name.`,
      beforePointer: pair.before.additional[0]?.pointer,
      afterPointer: pair.after.additional[0]?.pointer,
      keywords: ['additionalProperties', 'unevaluatedProperties'],
    },
  ];
}
