import {
  allNumbers,
  hasNumber,
  intersect,
  isWithin,
  noNumbers,
  numbersBetween,
  sameNumbers,
  unite,
  type NumberSet,
} from './number-set.ts';
import type { Members } from './members.ts';
import { applyContext, mergeLengths, mergeTails } from './merge-members.ts';
import type { TermStore } from './term-store.ts';
import type { CombinationKind, Term } from './term.ts';

/** The union or the intersection in normal form. Each law is used for both, turned round. */
export function combine(store: TermStore, kind: CombinationKind, terms: readonly Term[]): Term {
  const neutral = kind === 'union' ? store.nothing : store.everything;
  const absorbing = kind === 'union' ? store.everything : store.nothing;
  if (terms.includes(absorbing)) return absorbing;
  const telling = terms.filter((term) => term !== neutral);
  const [first = neutral] = telling;
  if (telling.every((term) => term === first)) return first;
  store.spend(terms.length);
  if (store.exhausted) return store.nothing;
  const members = collect(kind, telling);
  return (
    absorbed(store, members) ??
    again(store, members, applyContext(store, members)) ??
    again(store, members, mergeLengths(store, members)) ??
    again(store, members, mergeTails(store, members)) ??
    finish(store, members)
  );
}

function again(store: TermStore, { kind }: Members, terms: readonly Term[] | undefined): Term | undefined {
  return terms === undefined ? undefined : combine(store, kind, terms);
}

function collect(kind: CombinationKind, terms: readonly Term[]): Members {
  const join = kind === 'union' ? unite : intersect;
  let lengths = kind === 'union' ? noNumbers : allNumbers;
  let characters: NumberSet | undefined;
  const others = new Set<Term>();
  const add = (term: Term): void => {
    if (term.kind === 'length') lengths = join(lengths, term.lengths);
    else if (term.kind === 'characters')
      characters = characters === undefined ? term.characters : join(characters, term.characters);
    else if (term.kind === kind) term.members.forEach(add);
    else others.add(term);
  };
  terms.forEach(add);
  return { kind, lengths, characters, others };
}

/** Nothing in an intersection, everything in a union. */
function absorbed(store: TermStore, { kind, lengths, characters, others }: Members): Term | undefined {
  const isUnion = kind === 'union';
  const absorbing = isUnion ? store.everything : store.nothing;
  if (sameNumbers(lengths, isUnion ? allNumbers : noNumbers)) return absorbing;
  if (!isUnion && characters !== undefined && (characters.length === 0 || !hasNumber(lengths, 1))) return absorbing;
  for (const other of others) {
    const complement = store.knownComplement(other);
    if (complement !== undefined && others.has(complement)) return absorbing;
  }
  return undefined;
}

function finish(store: TermStore, members: Members): Term {
  return members.kind === 'union' ? finishUnion(store, members) : finishIntersection(store, members);
}

function finishUnion(store: TermStore, { lengths, characters, others }: Members): Term {
  const kept = [...others].filter(({ shortest, longest }) => !isWithin(numbersBetween(shortest, longest), lengths));
  const result = [...kept];
  if (characters !== undefined && !hasNumber(lengths, 1)) {
    const term = store.characters(characters);
    // The whole alphabet is a length.
    if (term.kind === 'length') return store.union([...kept, term, store.length(lengths)]);
    result.push(term);
  }
  const onlyEmptyWord = sameNumbers(lengths, numbersBetween(0, 0));
  if (lengths.length > 0 && !(onlyEmptyWord && kept.some(({ nullable }) => nullable)))
    result.push(store.length(lengths));
  return close(store, 'union', result);
}

function finishIntersection(store: TermStore, { lengths, characters, others }: Members): Term {
  const kept: Term[] = [...others];
  if (characters !== undefined) kept.push(store.characters(characters));
  let possible = allNumbers;
  for (const { shortest, longest } of kept) possible = intersect(possible, numbersBetween(shortest, longest));
  const left = intersect(lengths, possible);
  if (left.length === 0) return store.nothing;
  if (sameNumbers(left, numbersBetween(0, 0)))
    return kept.every(({ nullable }) => nullable) ? store.emptyWord : store.nothing;
  if (!sameNumbers(left, possible)) kept.push(store.length(left));
  return close(store, 'intersection', kept);
}

function close(store: TermStore, kind: CombinationKind, members: readonly Term[]): Term {
  const [first, second] = members;
  if (first === undefined) return kind === 'union' ? store.nothing : store.everything;
  if (second === undefined) return first;
  return store.keepCombination(
    kind,
    members.toSorted((left, right) => left.id - right.id),
  );
}
