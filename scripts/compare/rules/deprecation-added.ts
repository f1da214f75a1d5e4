import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const deprecationAdded: ComparisonRule = {
  id: 'deprecation-added',
  summary: 'A place is now marked as deprecated.',
  effects: ['annotates'],
  mirror: 'deprecation-removed',
  check,
  examples: [{ effect: 'annotates', before: {}, after: { deprecated: true } }],
  nearMisses: [{ before: {}, after: { deprecated: false }, why: 'That is the default.' }],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  const [before, after] = [pair.before.annotations.get('deprecated'), pair.after.annotations.get('deprecated')];
  if (!(after?.value === true && before?.value !== true)) return [];
  return [
    {
      effect: 'annotates',
      sentence: `${pair.name} is now deprecated.`,
      beforePointer: before?.pointer,
      afterPointer: after?.pointer,
      keywords: ['deprecated'],
    },
  ];
}
