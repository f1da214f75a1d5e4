import { allTypes, typeBits } from '../node/node.ts';
import type { Node, TypeMask, ValuesNode } from '../node/node.ts';

/** What can be seen of a node without a search. */
interface Sight {
  readonly types: TypeMask;
  readonly required: ReadonlySet<string>;
  /** Properties that may only have one of a few values. */
  readonly constants: ReadonlyMap<string, ValuesNode>;
}

/** Tells pairs of nodes that can be seen to have no value in common, as the members of discriminated unions have none. */
export function createDisjointSight(): (left: Node, right: Node) => boolean {
  const sights = new Map<Node, Sight>();
  const sightOf = (node: Node): Sight => {
    const known = sights.get(node) ?? look(node);
    sights.set(node, known);
    return known;
  };
  return (left, right) => areApart(sightOf(left), sightOf(right));
}

function look(node: Node): Sight {
  let types = allTypes;
  const required = new Set<string>();
  const constants = new Map<string, ValuesNode>();
  for (const member of node.kind === 'all' ? node.members : [node]) {
    if (member.kind === 'type') types &= member.types;
    else if (member.kind === 'required') required.add(member.name);
    else if (member.kind === 'properties')
      for (const [name, held] of member.named) if (held.kind === 'values') constants.set(name, held);
  }
  return { types, required, constants };
}

function areApart(left: Sight, right: Sight): boolean {
  const common = left.types & right.types;
  if (common === 0) return true;
  if (common !== typeBits.object) return false;
  for (const [name, values] of left.constants) {
    const others = right.constants.get(name);
    if (others === undefined || !(left.required.has(name) || right.required.has(name))) continue;
    if (![...values.values.keys()].some((text) => others.values.has(text))) return true;
  }
  return false;
}
