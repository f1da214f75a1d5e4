import { complementOf, wordCharacters } from './alphabet.ts';
import { LocalTerms } from './local-terms.ts';
import { numbersBetween } from './number-set.ts';
import type { Look, PatternNode, Repeated } from './pattern-node.ts';
import { temperedTerm } from './tempered-term.ts';
import type { TermStore } from './term-store.ts';
import type { Term } from './term.ts';

/** What stands before a place in the string, as far as an assertion can tell. */
type Before = 'start' | 'word' | 'other';
/** What may follow a place up to the end of the string. */
type Rest = (before: Before) => Term;

export type SearchLanguage =
  { readonly kind: 'language'; readonly term: Term } | { readonly kind: 'unsupported'; readonly reason: string };

/** How often a group with an assertion in it may be written out. */
const mostCopies = 24;
const mostSteps = 4_000;

/** The strings in which a pattern finds a match. */
export function searchLanguage(store: TermStore, root: PatternNode): SearchLanguage {
  const translator = new Translator(store);
  const term = translator.search(root);
  return translator.problem === undefined
    ? { kind: 'language', term }
    : { kind: 'unsupported', reason: translator.problem };
}

/** Translates from the end to the start: each part is told what may follow it, so that assertions become intersections. */
class Translator {
  problem: string | undefined;
  readonly #store: TermStore;
  readonly #terms: LocalTerms;
  readonly #termsAfterStart: LocalTerms;
  readonly #endings: Readonly<Record<'word' | 'other', Term>>;
  readonly #startsWithWord: Term;
  #steps = 0;

  constructor(store: TermStore) {
    this.#store = store;
    this.#terms = new LocalTerms(store, false);
    this.#termsAfterStart = new LocalTerms(store, true);
    const word = store.characters(wordCharacters);
    const other = store.characters(complementOf(wordCharacters));
    this.#endings = {
      word: store.sequence([store.everything, word]),
      other: store.sequence([store.everything, other]),
    };
    this.#startsWithWord = store.sequence([word, store.everything]);
  }

  search(root: PatternNode): Term {
    const match = this.#translate(root, () => this.#store.everything);
    return this.#after(this.#store.everything, match)('start');
  }

  #translate(node: PatternNode, rest: Rest): Rest {
    this.#steps += 1;
    if (this.#steps > mostSteps) return this.#unsupported('too many repeated assertions');
    const term = this.#terms.termOf(node);
    if (term !== undefined) return this.#after(term, rest);
    switch (node.kind) {
      case 'sequence':
        return this.#terms
          .partsOf(node.parts)
          .reduceRight(
            (after: Rest, part) =>
              part.kind === 'words' ? this.#after(part.words, after) : this.#translate(part.node, after),
            rest,
          );
      case 'choice': {
        const options = node.options.map((option) => this.#translate(option, rest));
        return remember((before) => this.#store.union(options.map((option) => option(before))));
      }
      case 'repeated':
        return this.#repeat(node, rest);
      case 'start':
        return (before) => (before === 'start' ? rest(before) : this.#store.nothing);
      case 'end':
        return (before) => this.#store.intersection([rest(before), this.#store.emptyWord]);
      case 'boundary':
        return (before) => this.#store.intersection([rest(before), this.#boundary(before, node.negated)]);
      case 'look':
        return this.#look(node, rest);
      default:
        return rest;
    }
  }

  /** A term and what follows it. Only where that depends on how the word ends, words are told apart by their end. */
  #after(term: Term, rest: Rest): Rest {
    const store = this.#store;
    return remember((before) => {
      const [word, other] = [rest('word'), rest('other')];
      const unread = term.nullable ? rest(before) : word;
      if (word === other && unread === word) return store.concatenation(term, word);
      const read = store.intersection([term, store.length(numbersBetween(1, Infinity))]);
      if (word === other) return store.union([unread, store.concatenation(read, word)]);
      return store.union([
        term.nullable ? unread : store.nothing,
        store.concatenation(store.intersection([read, this.#endings.word]), word),
        store.concatenation(store.intersection([read, this.#endings.other]), other),
      ]);
    });
  }

  #boundary(before: Before, negated: boolean): Term {
    const changes = before === 'word' ? this.#store.complement(this.#startsWithWord) : this.#startsWithWord;
    return negated ? this.#store.complement(changes) : changes;
  }

  #look({ ahead, negated, body }: Look, rest: Rest): Rest {
    if (!ahead) return this.#unsupported('a lookbehind that may see beyond its neighbour');
    const seen = this.#translate(body, () => this.#store.everything);
    return remember((before) => {
      const agreed = negated ? this.#store.complement(seen(before)) : seen(before);
      return this.#store.intersection([rest(before), agreed]);
    });
  }

  #repeat({ body, least, most }: Repeated, rest: Rest): Rest {
    if (most === 0) return rest;
    if (sameEverywhere(rest) === this.#store.emptyWord) {
      const parts = this.#terms.partsOf([body]);
      const tails = (node: PatternNode): Term | undefined => this.#tailsOf(node);
      const tempered = temperedTerm(this.#store, parts, numbersBetween(least, most), tails);
      if (tempered !== undefined) return () => tempered;
    }
    const copies = most === Infinity ? least : most;
    if (copies > mostCopies) return this.#unsupported(`an assertion repeated ${copies} times`);
    let result = most === Infinity ? this.#loop(body, rest) : rest;
    for (let copy = copies; copy > 0; copy--) {
      const once = this.#translate(body, result);
      result = copy > least ? remember((before) => this.#store.union([rest(before), once(before)])) : once;
    }
    return result;
  }

  /** Any number of times. Only the first time can be at the start; after that the body has to be free of assertions. */
  #loop(body: PatternNode, rest: Rest): Rest {
    const again = this.#termsAfterStart.termOf(body);
    if (again === undefined) return this.#unsupported('an assertion that is repeated without limit');
    const more = this.#after(this.#store.repetition(again, 0, Infinity), rest);
    // An empty round is none, so that the rest after it is the rest without it.
    const first = this.#translate(body, (before) => (before === 'start' ? rest(before) : more(before)));
    return remember((before) => (before === 'start' ? this.#store.union([rest(before), first(before)]) : more(before)));
  }

  /** What follows a place with which a lookahead agrees; undefined: it is none, or depends on what is before. */
  #tailsOf(node: PatternNode): Term | undefined {
    if (node.kind !== 'look' || !node.ahead) return undefined;
    return sameEverywhere(this.#look(node, () => this.#store.everything));
  }

  #unsupported(problem: string): Rest {
    this.problem ??= problem;
    return () => this.#store.nothing;
  }
}

function remember(rest: Rest): Rest {
  const known = new Map<Before, Term>();
  return (before) => {
    const kept = known.get(before);
    if (kept !== undefined) return kept;
    const made = rest(before);
    known.set(before, made);
    return made;
  };
}

/** What follows, if it does not depend on what is before. */
function sameEverywhere(rest: Rest): Term | undefined {
  const [start, word, other] = [rest('start'), rest('word'), rest('other')];
  return start === word && word === other ? word : undefined;
}
