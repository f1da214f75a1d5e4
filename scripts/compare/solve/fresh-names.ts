import type { NamesNode, Node, PropertiesNode } from '../node/node.ts';
import { nameClasses, nameDemands, patternsOf } from './name-classes.ts';
import type { Outcome } from './outcome.ts';
import type { ObjectDemands, Slot } from './object-demands.ts';
import type { Solver } from './solver.ts';

/** What a demand says of a value whose name nothing mentions, and which matches exactly those patterns. */
export function nodesForPatterns(node: PropertiesNode, matched: readonly string[]): readonly Node[] {
  const found = node.patterns.filter(({ source }) => matched.includes(source)).map((pattern) => pattern.node);
  return found.length > 0 ? found : [node.rest];
}

/** Properties by names that nothing mentions, which a demand refuses. Undefined: there may be others. */
export function* freshSlots(
  refused: PropertiesNode | NamesNode,
  demands: ObjectDemands,
  solver: Solver,
): Generator<Slot | undefined> {
  const { store, solve, step } = solver;
  const { classes, isComplete } = nameClasses(demands, solver);
  for (const patterns of classes) {
    step();
    if (refused.kind === 'names') yield { name: undefined, patterns, nameNodes: [store.not(refused.name)], nodes: [] };
    else {
      const node = store.not(store.all(nodesForPatterns(refused, patterns)));
      if (node.kind === 'none') continue;
      const others = demands.properties.flatMap((one) => nodesForPatterns(one, patterns));
      if (solve([...others, node]).kind === 'none') continue;
      yield { name: undefined, patterns, nameNodes: [], nodes: [node] };
    }
  }
  if (!isComplete) yield undefined;
}

/** A name that nothing mentions, that is not taken, and that matches exactly those patterns. */
export function freshName(
  patterns: readonly string[],
  nameNodes: readonly Node[],
  taken: ReadonlySet<string>,
  demands: ObjectDemands,
  { store, solve }: Solver,
): Outcome {
  const ruledOut = new Set([...taken, ...demands.mentioned]);
  return solve([
    ...nameDemands(patterns, patternsOf(demands), demands, store),
    ...nameNodes,
    ...(ruledOut.size === 0 ? [] : [store.not(store.values(ruledOut))]),
  ]);
}
