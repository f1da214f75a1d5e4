import { speaksOfTypes } from '../findings/steps-between.ts';
import { typeNames } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const typeDemanded: ComparisonRule = {
  id: 'type-demanded',
  summary: 'A place that took values of any type now names its types.',
  effects: ['narrows'],
  mirror: 'type-freed',
  check,
  examples: [{ effect: 'narrows', before: {}, after: { type: 'string' }, lost: 7 }],
  nearMisses: [
    { before: { enum: ['S', 'M'] }, after: { type: 'string', enum: ['S', 'M'] }, why: 'The values were texts before.' },
    {
      before: {},
      after: { type: ['null', 'boolean', 'object', 'array', 'number', 'string'] },
      why: 'These are all the types.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(
    speaksOfTypes(pair.before) &&
    speaksOfTypes(pair.after) &&
    pair.before.types === undefined &&
    pair.after.types !== undefined &&
    !pair.after.types.isImplied
  ))
    return [];
  return [
    {
      effect: 'narrows',
      sentence: `${pair.name} must now be ${typeNames(pair.after.types.value)} (before: any type).`,
      beforePointer: undefined,
      afterPointer: pair.after.types?.pointer,
      keywords: ['type'],
    },
  ];
}
