import type { Node } from './node.ts';

/**
 * Whether a node comes, by asking about one and the same value, to a reference to itself: `{"$ref": "#"}` and longer ways
 * round. No draft says what that means; at that place the reference then demands nothing, so that what stands beside it does.
 * The same reference below a property or an item is another matter: there the value is a smaller one.
 */
export function asksItself(start: Node, reference: Node): boolean {
  const seen = new Set<Node>();
  const open: Node[] = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === reference) return true;
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
