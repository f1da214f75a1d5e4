import type { PairNode } from './walk-pairs.ts';

interface Way {
  readonly node: PairNode;
  readonly path: string;
  /** The pairs already on this way, so that a recursive schema ends. */
  readonly passed: ReadonlySet<PairNode>;
}

/** Ways beyond these are not followed: a hostile schema has more of them than there is time. */
const mostWays = 500;
const mostPlaces = 20;

/** The field paths on which a pair is reached from the top, the shortest ones first. */
export function placesOfNode(node: PairNode): readonly string[] {
  const found = new Set<string>();
  const open: Way[] = [{ node, path: '', passed: new Set([node]) }];
  for (let count = 0; count < Math.min(open.length, mostWays) && found.size < mostPlaces; count += 1) {
    const way = open[count];
    if (way === undefined) break;
    if (way.node.parents.length === 0) found.add(way.path.replace(/^\./, ''));
    for (const { parent, suffix } of way.node.parents) {
      if (open.length >= mostWays || way.passed.has(parent)) continue;
      open.push({ node: parent, path: `${suffix}${way.path}`, passed: new Set([...way.passed, parent]) });
    }
  }
  return [...found];
}
