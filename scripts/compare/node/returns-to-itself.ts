import type { Node } from './node.ts';

/**
 * Whether a node asks about a value only what it asks about the same value: `{"$ref": "#"}` and longer ways round.
 * No draft says what that means; here it demands nothing, so that what stands beside it does.
 */
export function returnsToItself(start: Node): boolean {
  const seen = new Set<Node>();
  const open: Node[] = [...inPlace(start)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === start) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...inPlace(node));
  }
  return false;
}

/** The nodes that a node asks about the very value that it is asked about. */
function inPlace(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'all':
    case 'some':
    case 'one':
      return node.members;
    case 'not':
      return [node.of];
    case 'ref':
      return [node.whole()];
    default:
      return [];
  }
}
