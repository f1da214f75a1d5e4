import { mergeObjects, withinIntersection } from './merge-objects.ts';
import { isKeyword, keyword, typeKey, type ObjectNode, type TypeNode } from './type-node.ts';

/** A type that accepts what any of the members accepts. */
export function unionOf(members: readonly TypeNode[]): TypeNode {
  const flat = members.flatMap((member) => (member.kind === 'union' ? member.members : [member]));
  if (flat.some((member) => isKeyword(member, 'unknown'))) return keyword('unknown');
  const keywords = new Set<string>(flat.flatMap((member) => (member.kind === 'keyword' ? [member.name] : [])));
  const kept = flat.filter(
    (member) => !isKeyword(member, 'never') && !(member.kind === 'literal' && keywords.has(member.of)),
  );
  return single('union', distinct(kept));
}

/** A type that accepts what all of the members accept; objects are merged where that is possible. */
export function intersectionOf(members: readonly TypeNode[]): TypeNode {
  const flat = distinct(
    members
      .flatMap((member) => (member.kind === 'intersection' ? member.members : [member]))
      .filter((member) => !isKeyword(member, 'unknown')),
  );
  if (flat.some((member) => isKeyword(member, 'never'))) return keyword('never');
  const scalars = flat.filter(isScalar);
  const others = flat.filter((member) => !isScalar(member));
  if (scalars.length === 0) return intersectOthers(others);
  const scalar = scalars.reduce(intersectScalars);
  if (isKeyword(scalar, 'never')) return scalar;
  // Keywords for objects and arrays say nothing of a text or a number, so beside one they do not count.
  const compound = others.filter((member) => !isStructure(member)).map((member) => narrowTo(scalar, member));
  if (compound.some((member) => isScalar(member) || isKeyword(member, 'never')))
    return intersectionOf([scalar, ...compound]);
  return single('intersection', [scalar, ...compound]);
}

function intersectOthers(members: readonly TypeNode[]): TypeNode {
  const hasArray = members.some((member) => isList(member) && !isPlainArray(member));
  const lists = hasArray ? members.filter((member) => !isPlainArray(member)) : members;
  const objects = lists.filter((member) => member.kind === 'object');
  const merged = distinct(mergeInto(lists, objects));
  if (merged.length < 2) return single('intersection', merged);
  const kept = merged.flatMap(
    (member) =>
      withinIntersection(
        member,
        merged.filter((other) => other !== member),
      ) ?? [],
  );
  return single('intersection', distinct(kept.length === 0 ? merged.slice(0, 1) : kept));
}

/** Objects that can be one object become one, at the place of the first of them. */
function mergeInto(members: readonly TypeNode[], objects: readonly ObjectNode[]): readonly TypeNode[] {
  const { merged, separate } = mergeObjects(objects, intersectionOf);
  if (merged === undefined) return members;
  const first = objects.findIndex((object) => !separate.includes(object));
  return members.flatMap((member) => {
    if (member.kind !== 'object' || separate.includes(member)) return [member];
    return member === objects[first] ? [merged] : [];
  });
}

/** What is left of a union beside a scalar: its objects and lists can hold no scalar. */
function narrowTo(scalar: TypeNode, member: TypeNode): TypeNode {
  if (member.kind !== 'union' || !member.members.every((inner) => isScalar(inner) || isStructure(inner))) return member;
  return intersectScalars(scalar, unionOf(member.members.filter(isScalar)));
}

function intersectScalars(left: TypeNode, right: TypeNode): TypeNode {
  const [lefts, rights] = [membersOf(left), membersOf(right)];
  return unionOf([
    ...lefts.filter((member) => rights.some((other) => accepts(other, member))),
    ...rights.filter((member) => lefts.some((other) => accepts(other, member))),
  ]);
}

function accepts(wide: TypeNode, narrow: TypeNode): boolean {
  if (narrow.kind === 'literal' && wide.kind === 'keyword') return narrow.of === wide.name;
  return typeKey(wide) === typeKey(narrow);
}

function membersOf(node: TypeNode): readonly TypeNode[] {
  return node.kind === 'union' ? node.members : [node];
}

function isScalar(node: TypeNode): boolean {
  if (node.kind === 'union') return node.members.every(isScalar);
  if (node.kind === 'literal') return node.of !== 'object' && node.of !== 'array';
  return node.kind === 'keyword' && ['null', 'boolean', 'number', 'string'].includes(node.name);
}

function isStructure(node: TypeNode): boolean {
  return node.kind === 'object' || isList(node);
}

function isList(node: TypeNode): boolean {
  return node.kind === 'array' || node.kind === 'tuple';
}

function isPlainArray(node: TypeNode): boolean {
  return node.kind === 'array' && isKeyword(node.items, 'unknown');
}

function single(kind: 'union' | 'intersection', members: readonly TypeNode[]): TypeNode {
  const [first, second] = members;
  if (first === undefined) return keyword(kind === 'union' ? 'never' : 'unknown');
  return second === undefined ? first : { kind, members };
}

function distinct(members: readonly TypeNode[]): readonly TypeNode[] {
  if (members.length < 2) return members;
  const found = new Map<string, TypeNode>();
  for (const member of members) {
    const key = typeKey(member);
    if (!found.has(key)) found.set(key, member);
  }
  return [...found.values()];
}
