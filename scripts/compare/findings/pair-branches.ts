import { discriminators } from './describe-schema.ts';
import { sameText } from './merge-schema.ts';
import type { BranchGroup, MergedSchema, Places } from './merged-schema.ts';

/** A branch before and the one after that it became. */
export interface BranchPair {
  readonly before: Places;
  readonly after: Places;
}

export interface PairedBranches {
  readonly pairs: readonly BranchPair[];
  readonly removed: readonly Places[];
  readonly added: readonly Places[];
}

interface Branch {
  readonly places: Places;
  readonly schema: MergedSchema;
}

/** What tells that two branches are one: the first of these that both share. */
const identities: readonly ((branch: Branch) => string | undefined)[] = [
  ({ schema }) => {
    const constants = [...discriminators(schema)].sort(([left], [right]) => (left < right ? -1 : 1));
    return constants.length === 0 ? undefined : JSON.stringify(constants);
  },
  ({ schema }) => {
    const [first] = [...discriminators(schema)].sort(([left], [right]) => (left < right ? -1 : 1));
    return first === undefined ? undefined : JSON.stringify(first);
  },
  ({ schema }) => {
    const title = schema.annotations.get('title')?.value;
    return typeof title === 'string' ? title : undefined;
  },
  ({ schema }) => /\/(?:definitions|\$defs)\/([^/]+)$/.exec(schema.pointers[1] ?? '')?.[1],
];

/** More pairs than these are not compared each with each. */
const mostCompared = 10_000;

type Match = (one: Branch, others: readonly Branch[]) => Branch | undefined;

const sameWords: Match = (one, others) => others.find((other) => sameText(one.places, other.places));

/** Finds out which branch became which: the same text, then the same mark, then the most alike. */
export function pairBranches(
  before: BranchGroup,
  after: BranchGroup,
  belowBefore: MergedSchema['below'],
  belowAfter: MergedSchema['below'],
): PairedBranches {
  const left = new Set(before.branches.map((places) => ({ places, schema: belowBefore(places) })));
  const right = new Set(after.branches.map((places) => ({ places, schema: belowAfter(places) })));
  const pairs: BranchPair[] = [];
  const pairUp = (match: Match): void => {
    for (const one of left) {
      const other = match(one, [...right]);
      if (other === undefined) continue;
      pairs.push({ before: one.places, after: other.places });
      left.delete(one);
      right.delete(other);
    }
  };
  if (left.size * right.size <= mostCompared) pairUp(sameWords);
  for (const identity of identities) pairUp(sameMark(identity, [...right]));
  if (left.size * right.size <= mostCompared) pairUp(mostAlike);
  return { pairs, removed: [...left].map(({ places }) => places), added: [...right].map(({ places }) => places) };
}

function sameMark(identity: (branch: Branch) => string | undefined, right: readonly Branch[]): Match {
  const known = Map.groupBy(right, identity);
  return (one, others) => {
    const mark = identity(one);
    return mark === undefined ? undefined : known.get(mark)?.find((other) => others.includes(other));
  };
}

function mostAlike(one: Branch, others: readonly Branch[]): Branch | undefined {
  const weighed = others.map((other) => ({ other, weight: likeness(one.schema, other.schema) }));
  return weighed.toSorted((left, right) => right.weight - left.weight).find(({ weight }) => weight >= 0.34)?.other;
}

/** From 0 to 1: how much of what two schemas declare they both declare. Two values of one mark are not alike. */
export function likeness(left: MergedSchema, right: MergedSchema): number {
  const marks = discriminators(left);
  if ([...discriminators(right)].some(([name, value]) => marks.has(name) && marks.get(name) !== value)) return 0;
  const types = [left, right].map((schema) => schema.types?.value.join() ?? '');
  if (types[0] !== types[1]) return 0;
  const names = [left, right].map(namesOf);
  const all = new Set(names.flat());
  if (all.size === 0) return left.values === undefined && right.values === undefined ? 0.5 : 0.4;
  return names.flat().filter((name, index, list) => list.indexOf(name) < index).length / all.size;
}

/** Properties, or, where a schema only requires some, those. */
function namesOf({ properties, required }: MergedSchema): readonly string[] {
  return [...new Set([...properties.keys(), ...required.keys()])];
}
