import type { BranchGroup, Conjunct, Gathered } from './merged-schema.ts';

/** What tells whether two places lead to the same schemas, whatever references lie between. */
export function marksOf({ conjuncts, groups, openReferences, never }: Gathered): readonly string[] {
  const telling = conjuncts.filter(
    ({ schema, types, values }) => Object.keys(schema).length > 0 || types !== undefined || values !== undefined,
  );
  return [
    ...telling.map(({ pointer }) => pointer),
    ...[...groups, ...openReferences].map(({ pointer }) => pointer),
    ...(never === undefined ? [] : [never]),
  ];
}

/** The same with each schema once: two ways to a definition make it no stricter, and many make it too long. */
export function withoutRepeats(gathered: Gathered): Gathered {
  const conjuncts = new Map<string, Conjunct>();
  for (const conjunct of gathered.conjuncts) {
    const { pointer, schema, types, values } = conjunct;
    conjuncts.set(JSON.stringify([pointer, Object.keys(schema).length, types?.value, values?.length]), conjunct);
  }
  const groups = new Map<string, BranchGroup>(gathered.groups.map((group) => [group.pointer, group]));
  return { ...gathered, conjuncts: [...conjuncts.values()], groups: [...groups.values()] };
}
