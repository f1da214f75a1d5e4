import type { JsonValue } from '../../model/json.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import { asksItself } from './asks-itself.ts';
import { combineAll, combineSome } from './combine.ts';
import { allTypes, typeBits, typeOf } from './node.ts';
import type { JsonType, NamePattern, Node, TypeMask } from './node.ts';

/** Makes nodes; what says the same in the same way is the same object. */
export type NodeStore = ReturnType<typeof createNodeStore>;

type WithoutId<Value> = Value extends Node ? Omit<Value, 'id'> : never;

/** One store for one comparison: nodes of two stores must not meet. */
export function createNodeStore() {
  const nodes = new Map<string, Node>();
  let count = 0;
  const intern = (key: string, make: () => WithoutId<Node>): Node => {
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node: Node = { ...make(), id: count };
    count += 1;
    nodes.set(key, node);
    return node;
  };
  const any = intern('any', () => ({ kind: 'any' }));
  const none = intern('none', () => ({ kind: 'none' }));

  const type = (types: TypeMask): Node => {
    if (types === 0) return none;
    return types === allTypes ? any : intern(`type ${types}`, () => ({ kind: 'type', types }));
  };
  const not = (of: Node): Node => {
    if (of.kind === 'not') return of.of;
    if (of.kind === 'any') return none;
    if (of.kind === 'none') return any;
    if (of.kind === 'type') return type(allTypes & ~of.types);
    return intern(`not ${of.id}`, () => ({ kind: 'not', of }));
  };
  const values = (list: Iterable<JsonValue>): Node => {
    const byText = new Map([...list].map((value) => [canonicalText(value), value]));
    if (byText.size === 0) return none;
    const key = [...byText.keys()].toSorted().join(' ');
    return intern(`values ${key}`, () => ({ kind: 'values', values: byText }));
  };
  const builder = { any, none, type, not, values };
  const all = (members: readonly Node[]): Node => combineAll(members, { ...builder, intern: internAll });
  const some = (members: readonly Node[]): Node => combineSome(members, { ...builder, intern: internSome });
  const internAll = (members: readonly Node[]): Node =>
    intern(`all ${idsOf(members)}`, () => ({ kind: 'all', members }));
  const internSome = (members: readonly Node[]): Node =>
    intern(`some ${idsOf(members)}`, () => ({ kind: 'some', members }));

  let documents = 0;

  return {
    ...builder,
    /** A mark that no other document of this store has. */
    documentMark: (): string => `document ${(documents += 1)}`,
    all,
    some,
    ofType: (name: JsonType): Node => type(typeBits[name]),
    one: (members: readonly Node[]): Node => {
      const [first] = members;
      if (first !== undefined && members.length === 1) return first;
      if (members.length === 0) return none;
      const sorted = members.toSorted((left, right) => left.id - right.id);
      return valuesInOne(sorted, values) ?? intern(`one ${idsOf(sorted)}`, () => ({ kind: 'one', members: sorted }));
    },
    ref: (key: string, whole: () => Node): Node => {
      let target: Node | undefined;
      const node: Node = intern(`ref ${key}`, () => ({
        kind: 'ref',
        target: () => (target ??= asksItself(whole(), node) ? any : whole()),
        whole,
      }));
      return node;
    },
    least: (value: number, isExclusive: boolean): Node =>
      intern(`least ${value} ${isExclusive}`, () => ({ kind: 'least', value, isExclusive })),
    most: (value: number, isExclusive: boolean): Node =>
      intern(`most ${value} ${isExclusive}`, () => ({ kind: 'most', value, isExclusive })),
    multiple: (step: number): Node => intern(`multiple ${step}`, () => ({ kind: 'multiple', step })),
    length: (least: number, most: number): Node =>
      least <= 0 && most === Infinity
        ? any
        : intern(`length ${least} ${most}`, () => ({ kind: 'length', least, most })),
    pattern: (source: string): Node => intern(`pattern ${source}`, () => ({ kind: 'pattern', source })),
    format: (name: string): Node => intern(`format ${name}`, () => ({ kind: 'format', name })),
    itemCount: (least: number, most: number): Node =>
      least <= 0 && most === Infinity
        ? any
        : intern(`itemCount ${least} ${most}`, () => ({ kind: 'itemCount', least, most })),
    items: (prefix: readonly Node[], rest: Node): Node => {
      const meaningful = withoutTrailing(prefix, rest);
      if (meaningful.length === 0 && rest.kind === 'any') return any;
      return intern(`items ${idsOf(meaningful)} ${rest.id}`, () => ({ kind: 'items', prefix: meaningful, rest }));
    },
    contains: (item: Node, least: number, most: number): Node =>
      least <= 0 && most === Infinity
        ? any
        : intern(`contains ${item.id} ${least} ${most}`, () => ({ kind: 'contains', item, least, most })),
    unique: intern('unique', () => ({ kind: 'unique' })),
    propertyCount: (least: number, most: number): Node =>
      least <= 0 && most === Infinity
        ? any
        : intern(`propertyCount ${least} ${most}`, () => ({ kind: 'propertyCount', least, most })),
    required: (name: string): Node => intern(`required ${name}`, () => ({ kind: 'required', name })),
    properties: (named: ReadonlyMap<string, Node>, patterns: readonly NamePattern[], rest: Node): Node => {
      if (rest.kind === 'any' && [...named.values(), ...patterns.map(({ node }) => node)].every(isAny)) return any;
      const names = [...named].map(([name, node]) => `${JSON.stringify(name)}:${node.id}`).toSorted();
      const parts = patterns.map(({ source, node }) => `${JSON.stringify(source)}~${node.id}`).toSorted();
      const key = `properties ${[...names, ...parts].join(',')} ${rest.id}`;
      return intern(key, () => ({ kind: 'properties', named, patterns, rest }));
    },
    names: (name: Node): Node =>
      name.kind === 'any' ? any : intern(`names ${name.id}`, () => ({ kind: 'names', name })),
    opaque: (reason: string, key: string): Node => intern(`opaque ${key}`, () => ({ kind: 'opaque', reason })),
  };
}

function idsOf(nodes: readonly Node[]): string {
  return nodes.map(({ id }) => id).join(',');
}

function isAny(node: Node): boolean {
  return node.kind === 'any';
}

/** A tuple's last positions that say what the rest says anyway. */
function withoutTrailing(prefix: readonly Node[], rest: Node): readonly Node[] {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === rest) end -= 1;
  return prefix.slice(0, end);
}

/** Values in exactly one of several finite sets. */
function valuesInOne(members: readonly Node[], values: (list: Iterable<JsonValue>) => Node): Node | undefined {
  const count = new Map<string, { readonly value: JsonValue; readonly times: number }>();
  for (const member of members) {
    if (member.kind === 'none') continue;
    if (member.kind !== 'values') return undefined;
    for (const [text, value] of member.values) count.set(text, { value, times: (count.get(text)?.times ?? 0) + 1 });
  }
  return values([...count.values()].filter(({ times }) => times === 1).map(({ value }) => value));
}

/** Whether a value is of one of the types. */
export function hasType(value: JsonValue, types: TypeMask): boolean {
  return (typeBits[typeOf(value)] & types) !== 0;
}
