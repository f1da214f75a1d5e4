import { Derivatives } from './derivatives.ts';
import { hasNumber, intersect, leastNumber, numbersBetween } from './number-set.ts';
import type { TermStore } from './term-store.ts';
import type { Term } from './term.ts';

export type ShortestWord =
  { readonly kind: 'word'; readonly word: string } | { readonly kind: 'empty' } | { readonly kind: 'unknown' };

interface State {
  readonly term: Term;
  readonly previous: State | undefined;
  readonly codePoint: number;
  readonly length: number;
}

type Found = { readonly kind: 'state'; readonly state: State } | Exclude<ShortestWord, { readonly kind: 'word' }>;

const unknown = { kind: 'unknown' } as const;
const empty = { kind: 'empty' } as const;
/** A longer one would not help anyone. */
const longestWord = 10_000_000;

/** Searches breadth first through the automaton of a term, which is made on the way. */
export class WordSearch {
  readonly #store: TermStore;
  readonly #derivatives: Derivatives;

  constructor(store: TermStore) {
    this.#store = store;
    this.#derivatives = new Derivatives(store);
  }

  /** `most`: how long the word may be. `stateCap`: how many states may be visited. */
  find(term: Term, most: number, stateCap: number): ShortestWord {
    if (term.kind === 'length' && !this.#store.exhausted) return wordOfLength(term.shortest, most);
    const length = term.kind === 'intersection' ? term.members.find(({ kind }) => kind === 'length') : undefined;
    if (term.kind !== 'intersection' || length?.kind !== 'length') return answer(this.#search(term, most, stateCap));
    // Without the length there are fewer states, and its answer often is the answer.
    const limit = Math.min(most, length.longest);
    const others = this.#store.intersection(term.members.filter((member) => member !== length));
    const relaxed = this.#search(others, limit, stateCap / 2);
    if (relaxed.kind === 'empty') return empty;
    if (relaxed.kind === 'state') {
      if (hasNumber(length.lengths, relaxed.state.length)) return answer(relaxed);
      const wanted = leastNumber(intersect(length.lengths, numbersBetween(relaxed.state.length, limit)));
      if (wanted === Infinity) return empty;
      const stretched = this.#stretch(relaxed.state, wanted);
      if (stretched !== undefined) return { kind: 'word', word: stretched };
    }
    return answer(this.#search(term, limit, stateCap / 2));
  }

  #search(term: Term, most: number, stateCap: number): Found {
    const seen = new Set<Term>([term]);
    let level: State[] = [{ term, previous: undefined, codePoint: 0, length: 0 }];
    while (level.length > 0) {
      const next: State[] = [];
      for (const state of level) {
        if (seen.size > stateCap || this.#store.exhausted) return unknown;
        if (state.term.nullable) return { kind: 'state', state };
        this.#expand(state, most, seen, next);
      }
      level = next;
    }
    return this.#store.exhausted ? unknown : empty;
  }

  #expand(state: State, most: number, seen: Set<Term>, next: State[]): void {
    for (const codePoint of this.#derivatives.nextCharacters(state.term)) {
      const term = this.#derivatives.derive(state.term, codePoint);
      if (seen.has(term)) continue;
      seen.add(term);
      const length = state.length + 1;
      if (length + term.shortest <= most) next.push({ term, previous: state, codePoint, length });
    }
  }

  /** The word made longer by a character that leads from a state to itself; undefined: none does. */
  #stretch(last: State, length: number): string | undefined {
    if (length > longestWord) return undefined;
    for (const state of pathTo(last)) {
      const loop = this.#derivatives
        .nextCharacters(state.term)
        .find((codePoint) => this.#derivatives.derive(state.term, codePoint) === state.term);
      if (loop === undefined) continue;
      const word = [...spell(last)];
      const more = String.fromCodePoint(loop).repeat(length - last.length);
      return [...word.slice(0, state.length), more, ...word.slice(state.length)].join('');
    }
    return undefined;
  }
}

function answer(found: Found): ShortestWord {
  return found.kind === 'state' ? { kind: 'word', word: spell(found.state) } : found;
}

function wordOfLength(length: number, most: number): ShortestWord {
  if (length > most || length === Infinity) return empty;
  return length > longestWord ? unknown : { kind: 'word', word: 'a'.repeat(length) };
}

function pathTo(last: State): readonly State[] {
  const path: State[] = [];
  for (let state: State | undefined = last; state !== undefined; state = state.previous) path.push(state);
  return path.toReversed();
}

function spell(last: State): string {
  return pathTo(last)
    .slice(1)
    .map(({ codePoint }) => String.fromCodePoint(codePoint))
    .join('');
}
