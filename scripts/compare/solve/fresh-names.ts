import type { NamesNode, Node, PropertiesNode } from '../node/node.ts';
import type { Outcome } from './outcome.ts';
import type { ObjectDemands, Slot } from './object-demands.ts';
import type { Solver } from './solver.ts';

/** With more patterns than this, not every combination of them is looked at. */
const MOST_PATTERNS = 7;

/** Every pattern of property names that a demand mentions. */
function patternsOf({ properties, refused }: ObjectDemands): readonly string[] {
  const nodes = [...properties, ...refused].flatMap((node) => (node.kind === 'properties' ? node.patterns : []));
  return [...new Set(nodes.map(({ source }) => source))];
}

/** The combinations of patterns that a name may match, none first. Undefined at the end: these are not all. */
export function* patternCombinations(demands: ObjectDemands): Generator<readonly string[] | undefined> {
  const patterns = patternsOf(demands);
  const counted = patterns.slice(0, MOST_PATTERNS);
  for (let bits = 0; bits < 2 ** counted.length; bits += 1) {
    yield counted.filter((_, at) => (bits & (1 << at)) !== 0);
  }
  if (patterns.length > MOST_PATTERNS) yield undefined;
}

/** What a demand says of a value whose name nothing mentions, and which matches exactly those patterns. */
export function nodesForPatterns(node: PropertiesNode, matched: readonly string[]): readonly Node[] {
  const found = node.patterns.filter(({ source }) => matched.includes(source)).map((pattern) => pattern.node);
  return found.length > 0 ? found : [node.rest];
}

/** Properties by names that nothing mentions, which a demand refuses. Undefined: there may be others. */
export function* freshSlots(
  refused: PropertiesNode | NamesNode,
  demands: ObjectDemands,
  { store, solve }: Solver,
): Generator<Slot | undefined> {
  for (const patterns of patternCombinations(demands)) {
    if (patterns === undefined) yield undefined;
    else if (refused.kind === 'names')
      yield { name: undefined, patterns, nameNodes: [store.not(refused.name)], nodes: [] };
    else {
      const node = store.not(store.all(nodesForPatterns(refused, patterns)));
      if (node.kind === 'none') continue;
      const others = demands.properties.flatMap((one) => nodesForPatterns(one, patterns));
      if (solve([...others, node]).kind === 'none') continue;
      yield { name: undefined, patterns, nameNodes: [], nodes: [node] };
    }
  }
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
    store.ofType('string'),
    ...patterns.map(store.pattern),
    ...patternsOf(demands).flatMap((source) => (patterns.includes(source) ? [] : [store.not(store.pattern(source))])),
    ...demands.names.map(({ name }) => name),
    ...nameNodes,
    ...(ruledOut.size === 0 ? [] : [store.not(store.values(ruledOut))]),
  ]);
}
