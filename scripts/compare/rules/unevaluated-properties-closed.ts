import { isClosedBy } from '../findings/is-closed.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const unevaluatedPropertiesClosed: ComparisonRule = {
  id: 'unevaluated-properties-closed',
  summary: 'Properties that no part of the schema speaks of are no longer accepted.',
  effects: ['narrows'],
  mirror: 'unevaluated-properties-opened',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object', dependentSchemas: { sku: { properties: { size: {} } } } },
      after: { type: 'object', dependentSchemas: { sku: { properties: { size: {} } } }, unevaluatedProperties: false },
      lost: { colour: 'red' },
    },
  ],
  nearMisses: [
    { before: { type: 'object' }, after: { type: 'object', unevaluatedProperties: true }, why: 'Nothing is refused.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [wasClosed, isClosed] = [
    isClosedBy(pair.before, 'unevaluatedProperties'),
    isClosedBy(pair.after, 'unevaluatedProperties'),
  ];
  if (!(bothAllow(pair, 'object') && !wasClosed && isClosed)) return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} no longer allows properties that no part of the schema speaks of.`,
      beforePointer: pair.before.unevaluatedProperties[0]?.pointer,
      afterPointer: pair.after.unevaluatedProperties[0]?.pointer,
      keywords: ['unevaluatedProperties'],
    },
  ];
}
