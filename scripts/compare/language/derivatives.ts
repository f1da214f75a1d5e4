import { alphabet, pickCharacter, rankOfCharacter } from './alphabet.ts';
import { decrement, hasNumber, intersect, subtract, type NumberSet } from './number-set.ts';
import type { TermStore } from './term-store.ts';
import type { CharacterTerm, Term } from './term.ts';

const codePoints = 0x110000;

/** The transitions of the automaton whose states are the terms of one store, worked out when they are asked for. */
export class Derivatives {
  readonly #store: TermStore;
  readonly #derivatives = new Map<number, Term>();
  readonly #firsts = new Map<Term, readonly CharacterTerm[]>();
  readonly #characters = new Map<string, readonly number[]>();

  constructor(store: TermStore) {
    this.#store = store;
  }

  /** What may follow the character in a word of the term. */
  derive(term: Term, codePoint: number): Term {
    const store = this.#store;
    if (term.kind === 'length') return store.length(decrement(term.lengths));
    if (term.kind === 'characters') return hasNumber(term.characters, codePoint) ? store.emptyWord : store.nothing;
    const key = term.id * codePoints + codePoint;
    const kept = this.#derivatives.get(key);
    if (kept !== undefined) return kept;
    if (store.exhausted) return store.nothing;
    const made = this.#deriveAnew(term, codePoint);
    store.spend(1);
    this.#derivatives.set(key, made);
    return made;
  }

  /** One character for each class of characters that the term tells apart, the most readable first. */
  nextCharacters(term: Term): readonly number[] {
    const firsts = this.#firstsOf(term);
    const key = firsts.map(({ id }) => id).join();
    const kept = this.#characters.get(key);
    if (kept !== undefined) return kept;
    let classes: readonly NumberSet[] = [alphabet];
    for (const { characters } of firsts) {
      this.#store.spend(classes.length);
      if (this.#store.exhausted) break;
      classes = classes.flatMap((part) => splitClass(part, characters));
    }
    const picked = classes.map(pickCharacter).toSorted((left, right) => rankOfCharacter(left) - rankOfCharacter(right));
    this.#characters.set(key, picked);
    return picked;
  }

  #deriveAnew(term: Exclude<Term, { kind: 'length' | 'characters' }>, codePoint: number): Term {
    const store = this.#store;
    switch (term.kind) {
      case 'concatenation': {
        const inLeft = store.concatenation(this.derive(term.left, codePoint), term.right);
        return term.left.nullable ? store.union([inLeft, this.derive(term.right, codePoint)]) : inLeft;
      }
      case 'repetition': {
        const rest = store.repetition(term.body, Math.max(0, term.least - 1), term.most - 1);
        return store.concatenation(this.derive(term.body, codePoint), rest);
      }
      case 'union':
        return store.union(term.members.map((member) => this.derive(member, codePoint)));
      case 'intersection':
        return this.#deriveIntersection(term.members, codePoint);
      case 'complement':
        return store.complement(this.derive(term.body, codePoint));
    }
  }

  #deriveIntersection(members: readonly Term[], codePoint: number): Term {
    const derived: Term[] = [];
    for (const member of members) {
      const next = this.derive(member, codePoint);
      if (next === this.#store.nothing) return next;
      derived.push(next);
    }
    return this.#store.intersection(derived);
  }

  /** The sets that tell first characters apart, sorted. */
  #firstsOf(term: Term): readonly CharacterTerm[] {
    if (term.kind === 'length') return [];
    if (term.kind === 'characters') return [term];
    const kept = this.#firsts.get(term);
    if (kept !== undefined) return kept;
    const found = this.#mergeFirsts(partsAtFront(term));
    this.#firsts.set(term, found);
    return found;
  }

  #mergeFirsts(parts: readonly Term[]): readonly CharacterTerm[] {
    const all = parts.map((part) => this.#firstsOf(part)).filter((firsts) => firsts.length > 0);
    const [first = []] = all;
    if (all.every((firsts) => firsts === first)) return first;
    const found = new Set(all.flat());
    this.#store.spend(found.size);
    return [...found].toSorted((left, right) => left.id - right.id);
  }
}

function partsAtFront(term: Exclude<Term, { kind: 'length' | 'characters' }>): readonly Term[] {
  switch (term.kind) {
    case 'concatenation':
      return term.left.nullable ? [term.left, term.right] : [term.left];
    case 'union':
    case 'intersection':
      return term.members;
    default:
      return [term.body];
  }
}

function splitClass(part: NumberSet, characters: NumberSet): readonly NumberSet[] {
  const inside = intersect(part, characters);
  if (inside.length === 0) return [part];
  const outside = subtract(part, characters);
  return outside.length === 0 ? [part] : [inside, outside];
}
