import { bothAllow } from '../findings/limit-rule.ts';
import { describeSchema } from '../findings/describe-schema.ts';
import { midSentence } from '../findings/sentence-parts.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const propertyNamesAdded: ComparisonRule = {
  id: 'property-names-added',
  summary: 'The names of properties must now match a schema.',
  effects: ['narrows'],
  mirror: 'property-names-removed',
  check,
  examples: [
    {
      effect: 'narrows',
      before: { type: 'object' },
      after: { type: 'object', propertyNames: { pattern: '^[a-z]+$' } },
      lost: { SKU: 7 },
    },
  ],
  nearMisses: [
    { before: { type: 'object' }, after: { type: 'object', propertyNames: true }, why: 'Every name is accepted.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [first] = pair.after.propertyNames;
  if (!(bothAllow(pair, 'object') && pair.before.propertyNames.length === 0 && first !== undefined)) return [];
  return [
    {
      effect: 'narrows',
      sentence: `The property names of ${midSentence(pair.name)} must now match a schema: ${describeSchema(pair.after.below(pair.after.propertyNames))}.`,
      beforePointer: undefined,
      afterPointer: first.pointer,
      keywords: ['propertyNames'],
    },
  ];
}
