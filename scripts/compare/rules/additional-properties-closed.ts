import { isClosedBy } from '../findings/is-closed.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const additionalPropertiesClosed: ComparisonRule = {
  id: 'additional-properties-closed',
  summary: 'An object no longer takes properties that it does not name.',
  effects: ['narrows'],
  mirror: 'additional-properties-opened',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object', properties: { sku: { type: 'string' } } },
      after: { type: 'object', properties: { sku: { type: 'string' } }, additionalProperties: false },
      lost: { colour: 'red' },
    },
  ],
  nearMisses: [
    {
      before: { type: 'object', properties: { sku: { type: 'string' } } },
      after: { type: 'object', properties: { sku: { type: 'string' } }, additionalProperties: true },
      why: 'Open objects are the default.',
    },
    {
      before: { type: 'object', properties: { sku: { type: 'string' } }, additionalProperties: false },
      after: { type: 'object', properties: { sku: { type: 'string' } }, unevaluatedProperties: false },
      why: 'With nothing else in the schema, these are the same.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [wasClosed, isClosed] = [isClosedBy(pair.before, 'additional'), isClosedBy(pair.after, 'additional')];
  if (!(bothAllow(pair, 'object') && !wasClosed && isClosed)) return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} no longer allows properties that the schema does not name.`,
      beforePointer: pair.before.additional[0]?.pointer,
      afterPointer: pair.after.additional[0]?.pointer,
      keywords: ['additionalProperties', 'unevaluatedProperties'],
    },
  ];
}
