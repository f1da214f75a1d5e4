import { speaksOfTypes } from '../findings/steps-between.ts';
import { typeNames } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const typeFreed: ComparisonRule = {
  id: 'type-freed',
  summary: 'A place that named its types now takes values of any type.',
  effects: ['widens'],
  mirror: 'type-demanded',
  check,
  examples: [{ effect: 'widens', before: { type: 'string' }, after: {}, gained: 7 }],
  nearMisses: [
    { before: { type: 'string', const: 'S' }, after: { const: 'S' }, why: 'The value is still the only one.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(
    speaksOfTypes(pair.before) &&
    speaksOfTypes(pair.after) &&
    pair.before.types !== undefined &&
    !pair.before.types.isImplied &&
    pair.after.types === undefined
  ))
    return [];
  return [
    {
      effect: 'widens',
      sentence: `${pair.name} may now be of any type (before: ${typeNames(pair.before.types.value)}).`,
      beforePointer: pair.before.types?.pointer,
      afterPointer: undefined,
      keywords: ['type'],
    },
  ];
}
