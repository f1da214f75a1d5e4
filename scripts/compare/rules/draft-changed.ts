import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const draftChanged: ComparisonRule = {
  id: 'draft-changed',
  summary: 'The schema is read as another draft.',
  effects: ['annotates'],
  mirror: 'draft-changed',
  check,
  examples: [
    {
      effect: 'annotates',
      before: { type: 'string' },
      after: { type: 'string' },
      beforeDialect: 'draft-07',
      afterDialect: '2020-12',
    },
  ],
  nearMisses: [
    {
      before: { $schema: 'https://json-schema.org/draft/2020-12/schema' },
      after: {},
      why: 'Both are read as 2020-12.',
    },
  ],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  if (!(pair.isRoot && pair.before.dialect !== pair.after.dialect)) return [];
  return [
    {
      effect: 'annotates',
      sentence: `The schema is now read as ${pair.after.dialect} (before: ${pair.before.dialect}).`,
      beforePointer: pointerOf(pair.before),
      afterPointer: pointerOf(pair.after),
      keywords: ['$schema'],
    },
  ];
}

/** The keyword that names the draft, or the schema that it was guessed from. */
function pointerOf({ annotations }: SchemaPair['before']): string {
  return annotations.get('$schema')?.pointer ?? '';
}
