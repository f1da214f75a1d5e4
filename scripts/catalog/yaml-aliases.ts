import { isAlias, isNode, isPair, isScalar, visit } from 'yaml';
import type { Document } from 'yaml';

/** What is wrong with the aliases of a document. */
export interface AliasFault {
  /** A sentence. */
  readonly reason: string;
  /** Of the alias in the text. */
  readonly offset: number;
}

/** Characters of the data with every alias written out: far above any real file, far below the memory of a machine. */
const LARGEST_DATA = 20_000_000;

/** Each alias, to the node that it stands for. */
export function anchoredNodes(document: Document.Parsed): ReadonlyMap<unknown, unknown> {
  const anchors = new Map<string, unknown>();
  const nodes = new Map<unknown, unknown>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) nodes.set(node, anchors.get(node.source));
      else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return nodes;
}

/**
 * An alias that stands for nothing or for something around it, or a few lines whose aliases stand for more than memory
 * holds.
 */
export function aliasFault(document: Document.Parsed): AliasFault | undefined {
  const anchored = anchoredNodes(document);
  if (anchored.size === 0) return undefined;
  const unknown = [...anchored].find(([, node]) => node === undefined)?.[0];
  if (unknown !== undefined)
    return { reason: 'an alias names an anchor that is not above it.', offset: offsetOf(unknown) };
  const sizes = new Map<unknown, number>();
  let circle: unknown;
  const sizeOf = (node: unknown): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    // Until its own size is known, a node that is met again can only contain itself.
    sizes.set(node, Infinity);
    const size = 1 + partsOf(node, anchored).reduce<number>((sum, part) => sum + sizeOf(part), lengthOf(node));
    if (isAlias(node) && size === Infinity) circle ??= node;
    sizes.set(node, Math.min(size, Number.MAX_VALUE));
    return size;
  };
  const size = sizeOf(document.contents);
  if (circle !== undefined)
    return { reason: 'an alias stands for something that contains it.', offset: offsetOf(circle) };
  if (size <= LARGEST_DATA) return undefined;
  return { reason: 'its aliases, written out, would fill the memory.', offset: 0 };
}

function partsOf(node: unknown, anchored: ReadonlyMap<unknown, unknown>): readonly unknown[] {
  if (isAlias(node)) return [anchored.get(node)];
  if (isPair(node)) return [node.key, node.value];
  return isNode(node) && 'items' in node ? node.items : [];
}

function lengthOf(node: unknown): number {
  return isScalar(node) ? String(node.value).length : 0;
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
