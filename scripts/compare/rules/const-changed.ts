import { bothConstant, valueStep } from '../findings/steps-between.ts';
import { quoteValue } from '../findings/phrases.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const constChanged: ComparisonRule = {
  id: 'const-changed',
  summary: 'The only allowed value is another one.',
  effects: ['replaces'],
  mirror: 'const-changed',
  check,
  examples: [{ effect: 'replaces', before: { const: 'v1' }, after: { const: 'v2' }, lost: 'v1', gained: 'v2' }],
  nearMisses: [
    { before: { const: 'v1' }, after: { enum: ['v1'] }, why: 'A list of one value.' },
    { before: { const: { a: 1, b: 2 } }, after: { const: { b: 2, a: 1 } }, why: 'The order of keys does not count.' },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const step = valueStep(pair);
  const [lost, gained] = [step?.lost[0], step?.gained[0]];
  if (!(bothConstant(pair) && lost !== undefined && gained !== undefined)) return [];
  return [
    {
      effect: 'replaces',
      sentence: `${pair.name} must now be ${quoteValue(gained.value)} (before: ${quoteValue(lost.value)}).`,
      beforePointer: pair.before.values?.pointer,
      afterPointer: pair.after.values?.pointer,
      keywords: ['const', 'enum'],
    },
  ];
}
