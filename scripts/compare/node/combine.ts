import type { JsonValue } from '../../model/json.ts';
import { allTypes, typeBits, typeOf } from './node.ts';
import type { Node, TypeMask } from './node.ts';

/** What is needed to build nodes of others. */
interface Builder {
  readonly any: Node;
  readonly none: Node;
  readonly type: (types: TypeMask) => Node;
  readonly not: (of: Node) => Node;
  readonly values: (list: Iterable<JsonValue>) => Node;
  /** Makes the node of two or more members, sorted by id. */
  readonly intern: (members: readonly Node[]) => Node;
}

/** The values that every member accepts. */
export function combineAll(members: readonly Node[], build: Builder): Node {
  const found = new Set<Node>();
  let types: TypeMask = allTypes;
  let finite: ReadonlyMap<string, JsonValue> | undefined;
  for (const member of flatten(members, 'all')) {
    if (member.kind === 'none') return build.none;
    if (member.kind === 'type') types &= member.types;
    else if (member.kind === 'values') finite = intersect(finite, member.values);
    else if (member.kind !== 'any') found.add(member);
  }
  if (finite !== undefined) {
    const kept = [...finite.values()].filter((value) => (typeBits[typeOf(value)] & types) !== 0);
    found.add(build.values(kept));
  } else found.add(build.type(types));
  found.delete(build.any);
  return found.has(build.none) ? build.none : sorted(found, build, build.any, build.none);
}

/** The values that any member accepts. */
export function combineSome(members: readonly Node[], build: Builder): Node {
  const found = new Set<Node>();
  let types: TypeMask = 0;
  const finite: JsonValue[] = [];
  for (const member of flatten(members, 'some')) {
    if (member.kind === 'any') return build.any;
    if (member.kind === 'type') types |= member.types;
    else if (member.kind === 'values') finite.push(...member.values.values());
    else if (member.kind !== 'none') found.add(member);
  }
  found.add(build.values(finite.filter((value) => (typeBits[typeOf(value)] & types) === 0)));
  found.add(build.type(types));
  found.delete(build.none);
  return found.has(build.any) ? build.any : sorted(found, build, build.none, build.any);
}

function* flatten(members: readonly Node[], kind: 'all' | 'some'): Generator<Node> {
  for (const member of members) {
    if (member.kind === kind) yield* member.members;
    else yield member;
  }
}

function intersect(
  left: ReadonlyMap<string, JsonValue> | undefined,
  right: ReadonlyMap<string, JsonValue>,
): ReadonlyMap<string, JsonValue> {
  return left === undefined ? right : new Map([...left].filter(([text]) => right.has(text)));
}

function sorted(found: ReadonlySet<Node>, build: Builder, empty: Node, opposite: Node): Node {
  const [first] = found;
  if (first === undefined) return empty;
  if (found.size === 1) return first;
  // A node and its `not`, side by side.
  for (const node of found) if (node.kind === 'not' && found.has(node.of)) return opposite;
  return build.intern([...found].toSorted((left, right) => left.id - right.id));
}
