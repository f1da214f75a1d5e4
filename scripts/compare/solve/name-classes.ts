import type { NodeStore } from '../node/node-store.ts';
import type { Node } from '../node/node.ts';
import type { ObjectDemands } from './object-demands.ts';
import type { Solver } from './solver.ts';

/** More classes of names than this are not looked at. */
const MOST_CLASSES = 128;

/** The sets of patterns that a name may match which nothing mentions. */
export interface NameClasses {
  /** Each the patterns that such a name matches, of all patterns; those with the fewest first. */
  readonly classes: readonly (readonly string[])[];
  /** False: there are more of them. */
  readonly isComplete: boolean;
}

/** Pattern by pattern, what no name matches is left out: of many patterns most exclude each other. */
export function nameClasses(demands: ObjectDemands, solver: Solver): NameClasses {
  const seen: string[] = [];
  let classes: readonly (readonly string[])[] = [[]];
  let isComplete = true;
  for (const pattern of patternsOf(demands)) {
    seen.push(pattern);
    const isPossible = (matched: readonly string[]): boolean =>
      solver.solve(nameDemands(matched, seen, demands, solver.store)).kind !== 'none';
    classes = classes.flatMap((matched) => {
      const more = [...matched, pattern];
      // What has names, and none that match the pattern, has names that do not.
      if (!isPossible(more)) return [matched];
      return isPossible(matched) ? [matched, more] : [more];
    });
    if (classes.length <= MOST_CLASSES) continue;
    isComplete = false;
    classes = classes.slice(0, MOST_CLASSES);
  }
  return { classes: classes.toSorted((left, right) => left.length - right.length), isComplete };
}

/** What a name must be that matches, of several patterns, exactly some. */
export function nameDemands(
  matched: readonly string[],
  patterns: readonly string[],
  { names }: ObjectDemands,
  store: NodeStore,
): readonly Node[] {
  return [
    store.ofType('string'),
    ...matched.map(store.pattern),
    ...patterns.flatMap((source) => (matched.includes(source) ? [] : [store.not(store.pattern(source))])),
    ...names.map(({ name }) => name),
  ];
}

/** Every pattern of property names that a demand mentions. */
export function patternsOf({ properties, refused }: ObjectDemands): readonly string[] {
  const nodes = [...properties, ...refused].flatMap((node) => (node.kind === 'properties' ? node.patterns : []));
  return [...new Set(nodes.map(({ source }) => source))];
}
