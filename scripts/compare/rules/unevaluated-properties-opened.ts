import { isClosedBy } from '../findings/is-closed.ts';
import { bothAllow } from '../findings/limit-rule.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const unevaluatedPropertiesOpened: ComparisonRule = {
  id: 'unevaluated-properties-opened',
  summary: 'Properties that no part of the schema speaks of are now accepted.',
  effects: ['widens'],
  mirror: 'unevaluated-properties-closed',
  check,
  examples: [
    {
      effect: 'widens',
      before: { type: 'object', dependentSchemas: { sku: { properties: { size: {} } } }, unevaluatedProperties: false },
      after: { type: 'object', dependentSchemas: { sku: { properties: { size: {} } } } },
      gained: { colour: 'red' },
    },
  ],
  nearMisses: [
    { before: { type: 'object', unevaluatedProperties: true }, after: { type: 'object' }, why: 'Nothing was refused.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [wasClosed, isClosed] = [
    isClosedBy(pair.before, 'unevaluatedProperties'),
    isClosedBy(pair.after, 'unevaluatedProperties'),
  ];
  if (!(bothAllow(pair, 'object') && wasClosed && !isClosed)) return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} now allows properties that no part of the schema speaks of.`,
      beforePointer: pair.before.unevaluatedProperties[0]?.pointer,
      afterPointer: pair.after.unevaluatedProperties[0]?.pointer,
      keywords: ['unevaluatedProperties'],
    },
  ];
}
