import { isCoveringLength, isIdleLength, isOutOfReach, type Members } from './members.ts';
import { allNumbers, intersect, noNumbers, unite, type NumberSet } from './number-set.ts';
import type { TermStore } from './term-store.ts';
import type { CombinationKind, ConcatenationTerm, Term } from './term.ts';

function dualOf(kind: CombinationKind): CombinationKind {
  return kind === 'union' ? 'intersection' : 'union';
}

function build(store: TermStore, kind: CombinationKind, terms: readonly Term[]): Term {
  return kind === 'union' ? store.union(terms) : store.intersection(terms);
}

/** All terms of a combination, some of the others replaced. */
function withOthers(store: TermStore, { lengths, characters }: Members, others: readonly Term[]): Term[] {
  const terms = [...others, store.length(lengths)];
  if (characters !== undefined) terms.push(store.characters(characters));
  return terms;
}

/**
 * What the members say about each other's insides: `x & (not x | y)` is `x & y`, and `x & (x | y)` is `x`.
 * Undefined: nothing.
 */
export function applyContext(store: TermStore, members: Members): readonly Term[] | undefined {
  const dual = dualOf(members.kind);
  let changed = false;
  const others: Term[] = [];
  for (const other of members.others) {
    if (other.kind !== 'union' && other.kind !== 'intersection') {
      others.push(other);
      continue;
    }
    store.spend(other.members.length);
    if (other.members.some((inner) => covers(members, inner))) {
      changed = true;
      continue;
    }
    const kept = other.members.filter((inner) => !isIdle(store, members, inner));
    if (kept.length === other.members.length) others.push(other);
    else {
      changed = true;
      others.push(build(store, dual, kept));
    }
  }
  return changed ? withOthers(store, members, others) : undefined;
}

function covers(members: Members, inner: Term): boolean {
  return inner.kind === 'length' ? isCoveringLength(members, inner.lengths) : members.others.has(inner);
}

function isIdle(store: TermStore, members: Members, inner: Term): boolean {
  if (inner.kind === 'length') return isIdleLength(members, inner.lengths);
  const complement = store.knownComplement(inner);
  return (complement !== undefined && members.others.has(complement)) || isOutOfReach(members, inner);
}

/** `(x & length 1-3) | (x & length 2-5)` is `x & length 1-5`. Undefined: there is no such pair. */
export function mergeLengths(store: TermStore, members: Members): readonly Term[] | undefined {
  const dual = dualOf(members.kind);
  if (members.others.size < 2 || ![...members.others].some(({ kind }) => kind === dual)) return undefined;
  const groups = new Map<string, { readonly core: readonly Term[]; readonly lengths: NumberSet }>();
  let merged = false;
  for (const other of members.others) {
    const { core, lengths } = splitLength(other, dual);
    const key = core.map(({ id }) => id).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { core, lengths });
    else {
      merged = true;
      const joined = dual === 'intersection' ? unite(group.lengths, lengths) : intersect(group.lengths, lengths);
      groups.set(key, { core, lengths: joined });
    }
  }
  if (!merged) return undefined;
  const others = [...groups.values()].map(({ core, lengths }) => build(store, dual, [...core, store.length(lengths)]));
  return withOthers(store, members, others);
}

function splitLength(
  term: Term,
  kind: CombinationKind,
): { readonly core: readonly Term[]; readonly lengths: NumberSet } {
  const neutral = kind === 'union' ? noNumbers : allNumbers;
  if (term.kind !== kind) return { core: [term], lengths: neutral };
  const length = term.members.find((member) => member.kind === 'length');
  if (length === undefined) return { core: term.members, lengths: neutral };
  return { core: term.members.filter((member) => member !== length), lengths: length.lengths };
}

/** `ax | bx` is `(a | b)x`, so that what goes before is merged further. Undefined: there is no such pair. */
export function mergeTails(store: TermStore, members: Members): readonly Term[] | undefined {
  if (members.kind !== 'union' || members.others.size < 2) return undefined;
  const groups = new Map<Term, readonly ConcatenationTerm[]>();
  const others: Term[] = [];
  for (const other of members.others) {
    if (other.kind !== 'concatenation') others.push(other);
    else groups.set(other.right, [...(groups.get(other.right) ?? []), other]);
  }
  if ([...groups.values()].every(({ length }) => length === 1)) return undefined;
  for (const [right, group] of groups)
    others.push(store.concatenation(store.union(group.map(({ left }) => left)), right));
  return withOthers(store, members, others);
}
