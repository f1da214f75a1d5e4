import type { JsonValue } from '../../model/json.ts';
import type { NodeStore } from '../node/node-store.ts';
import { allTypes, atomType, typeBits } from '../node/node.ts';
import type { Atom, ContainsNode, Node, OneNode, OpaqueNode, TypeMask, ValuesNode } from '../node/node.ts';

/** Several demands on one value, all of which must hold, taken apart. */
export interface Conjunction {
  readonly types: TypeMask;
  /** Atoms and their `not`s; also what was taken apart, so that it is recognised. */
  readonly literals: ReadonlySet<Node>;
  /** The values that are left, where there is a finite set; by canonical text. */
  readonly finite: ReadonlyMap<string, JsonValue> | undefined;
  /** Values that are ruled out, one by one. */
  readonly excluded: ReadonlyMap<string, JsonValue>;
  /** Of each list, one member must hold. */
  readonly choices: ReadonlySet<Node>;
  readonly opaque: OpaqueNode | undefined;
}

/** What a `one` node comes to, as `some` of nodes that exclude each other; and its opposite. */
export interface OneExpander {
  readonly exactlyOne: (node: OneNode) => Node;
  readonly notExactlyOne: (node: OneNode) => Node;
}

interface Draft {
  types: TypeMask;
  readonly literals: Set<Node>;
  finite: ReadonlyMap<string, JsonValue> | undefined;
  readonly excluded: Map<string, JsonValue>;
  readonly choices: Set<Node>;
  opaque: OpaqueNode | undefined;
}

export const emptyConjunction: Conjunction = {
  types: allTypes,
  literals: new Set(),
  finite: undefined,
  excluded: new Map(),
  choices: new Set(),
  opaque: undefined,
};

/** Adds demands to a conjunction; undefined when they are seen to exclude each other. */
export function conjoin(
  base: Conjunction,
  added: readonly Node[],
  store: NodeStore,
  expander: OneExpander,
): Conjunction | undefined {
  const draft: Draft = {
    types: base.types,
    literals: new Set(base.literals),
    finite: base.finite,
    excluded: new Map(base.excluded),
    choices: new Set(base.choices),
    opaque: base.opaque,
  };
  const open = added.toReversed();
  const seen = new Set<Node>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (!add(node, draft, open, store, expander)) return undefined;
    if (draft.types === 0 || draft.finite?.size === 0) return undefined;
  }
  return draft;
}

/** False: nothing can satisfy it any more. */
function add(node: Node, draft: Draft, open: Node[], store: NodeStore, expander: OneExpander): boolean {
  switch (node.kind) {
    case 'any':
      return true;
    case 'none':
      return false;
    case 'all':
      open.push(...node.members);
      return true;
    case 'some':
      draft.choices.add(node);
      return true;
    case 'one':
      draft.literals.add(node);
      open.push(expander.exactlyOne(node));
      return !draft.literals.has(store.not(node));
    case 'ref':
      // Kept, so that a schema that comes back to itself is seen to be dealt with.
      draft.literals.add(node);
      open.push(node.target());
      return !draft.literals.has(store.not(node));
    case 'type':
      draft.types &= node.types;
      return true;
    case 'values':
      draft.finite = keepValues(draft.finite, node);
      return true;
    case 'opaque':
      draft.literals.add(node);
      draft.opaque ??= node;
      return !draft.literals.has(store.not(node));
    case 'not':
      return addNot(node.of, node, draft, open, store, expander);
    default:
      draft.literals.add(node);
      return !draft.literals.has(store.not(node));
  }
}

function addNot(of: Node, node: Node, draft: Draft, open: Node[], store: NodeStore, expander: OneExpander): boolean {
  switch (of.kind) {
    case 'all':
      draft.choices.add(store.some(of.members.map(store.not)));
      return true;
    case 'some':
      open.push(...of.members.map(store.not));
      return !draft.choices.has(of);
    case 'one':
      draft.literals.add(node);
      open.push(expander.notExactlyOne(of));
      return !draft.literals.has(of);
    case 'ref':
      draft.literals.add(node);
      open.push(store.not(of.target()));
      return !draft.literals.has(of);
    case 'values':
      for (const [text, value] of of.values) draft.excluded.set(text, value);
      return true;
    case 'opaque':
      draft.literals.add(node);
      draft.opaque ??= of;
      return !draft.literals.has(of);
    case 'contains':
      draft.types &= typeBits.array;
      open.push(notContains(of, store));
      return !draft.literals.has(of);
    case 'any':
    case 'none':
    case 'not':
    case 'type':
      // The store makes no such nodes.
      open.push(node);
      return false;
    default:
      draft.types &= typeBits[atomType(of)];
      draft.literals.add(node);
      return !draft.literals.has(of);
  }
}

/** Too few of them, or too many. */
function notContains({ item, least, most }: ContainsNode, store: NodeStore): Node {
  return store.some([
    least > 0 ? store.contains(item, 0, least - 1) : store.none,
    most === Infinity ? store.none : store.contains(item, most + 1, Infinity),
  ]);
}

function keepValues(
  finite: ReadonlyMap<string, JsonValue> | undefined,
  { values }: ValuesNode,
): ReadonlyMap<string, JsonValue> {
  return finite === undefined ? values : new Map([...finite].filter(([text]) => values.has(text)));
}

/** Whether a literal says anything of values of a type. */
export function isAbout(literal: Node, bit: TypeMask): boolean {
  const atom = literal.kind === 'not' ? literal.of : literal;
  return isAtom(atom) && typeBits[atomType(atom)] === bit;
}

export function isAtom(node: Node): node is Atom {
  switch (node.kind) {
    case 'any':
    case 'none':
    case 'all':
    case 'some':
    case 'one':
    case 'not':
    case 'ref':
    case 'type':
    case 'values':
    case 'opaque':
      return false;
    default:
      return true;
  }
}
