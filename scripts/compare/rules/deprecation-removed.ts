import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const deprecationRemoved: ComparisonRule = {
  id: 'deprecation-removed',
  summary: 'A place is no longer marked as deprecated.',
  effects: ['annotates'],
  mirror: 'deprecation-added',
  check,
  examples: [{ effect: 'annotates', before: { deprecated: true }, after: {} }],
  nearMisses: [{ before: { deprecated: false }, after: {}, why: 'That is the default.' }],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [before, after] = [pair.before.annotations.get('deprecated'), pair.after.annotations.get('deprecated')];
  if (!(after?.value !== true && before?.value === true)) return [];
  return [
    {
      effect: 'annotates',
      sentence: `${pair.name} is no longer deprecated.`,
      beforePointer: before?.pointer,
      afterPointer: after?.pointer,
      keywords: ['deprecated'],
    },
  ];
}
