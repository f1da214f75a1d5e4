import { alphabet } from './alphabet.ts';
import { combine } from './combine.ts';
import {
  allNumbers,
  greatestNumber,
  invert,
  leastNumber,
  noNumbers,
  numbersBetween,
  sameNumbers,
  type NumberSet,
} from './number-set.ts';
import {
  factsOfCharacters,
  factsOfComplement,
  factsOfConcatenation,
  factsOfIntersection,
  factsOfLength,
  factsOfRepetition,
  factsOfUnion,
} from './term-facts.ts';
import type { CombinationKind, ConcatenationTerm, LengthTerm, Term } from './term.ts';

const deepestTerm = 1_500;

/** Makes terms, each in a normal form, so that an automaton has few states. Once `exhausted`, its terms mean nothing. */
export class TermStore {
  readonly everything: Term;
  readonly nothing: Term;
  readonly emptyWord: Term;
  readonly #workCap: number;
  readonly #terms = new Map<string, Term>();
  readonly #complements = new Map<Term, Term>();
  #work = 0;
  #tooDeep = false;

  /** `workCap` bounds how many terms are made and members compared: it is the same in every run. */
  constructor(workCap: number) {
    this.#workCap = workCap;
    this.everything = this.length(allNumbers);
    this.nothing = this.length(noNumbers);
    this.emptyWord = this.length(numbersBetween(0, 0));
  }

  get exhausted(): boolean {
    return this.#tooDeep || this.#work > this.#workCap;
  }

  /** Counts work done. */
  spend(amount: number): void {
    this.#work += amount;
  }

  length(lengths: NumberSet): Term {
    return this.#keep(`l${lengths.join()}`, (id) => ({
      kind: 'length',
      id,
      lengths,
      ...factsOfLength(lengths),
    }));
  }

  characters(characters: NumberSet): Term {
    if (characters.length === 0) return this.nothing;
    if (sameNumbers(characters, alphabet)) return this.length(numbersBetween(1, 1));
    return this.#keep(`s${characters.join()}`, (id) => ({
      kind: 'characters',
      id,
      characters,
      ...factsOfCharacters,
    }));
  }

  literal(word: string): Term {
    const characters = [...word].map((character) => character.codePointAt(0) ?? 0);
    return characters.reduceRight((rest: Term, codePoint) => {
      return this.concatenation(this.characters([codePoint, codePoint + 1]), rest);
    }, this.emptyWord);
  }

  sequence(parts: readonly Term[]): Term {
    return parts.reduceRight((rest, part) => this.concatenation(part, rest), this.emptyWord);
  }

  concatenation(left: Term, right: Term): Term {
    if (left === this.nothing || right === this.nothing) return this.nothing;
    if (left === this.emptyWord) return right;
    if (right === this.emptyWord) return left;
    if (left.kind === 'concatenation') return this.#append(left, right);
    const head = right.kind === 'concatenation' ? right.left : right;
    // Everything takes up what may be empty beside it, and a repetition without limits takes up its like.
    if (head === this.everything && left.nullable) return right;
    if (left === this.everything && right.nullable) return left;
    if (left === head && left.kind === 'repetition' && left.least === 0 && left.most === Infinity) return right;
    if (left.kind === 'length' && head.kind === 'length') {
      const joined = this.#joinLengths(left.lengths, head.lengths);
      if (joined !== undefined)
        return right.kind === 'concatenation' ? this.concatenation(joined, right.right) : joined;
    }
    return this.#keep(`c${left.id},${right.id}`, (id) => ({
      kind: 'concatenation',
      id,
      left,
      right,
      ...factsOfConcatenation(left, right),
    }));
  }

  repetition(body: Term, least: number, most: number): Term {
    if (most === 0 || body === this.emptyWord) return this.emptyWord;
    if (body === this.nothing) return least === 0 ? this.emptyWord : this.nothing;
    if (least === 1 && most === 1) return body;
    if (body.nullable && least > 0) return this.repetition(body, 0, most);
    if (body.kind === 'repetition' && body.least === 0 && body.most === Infinity) return body;
    if (body.kind === 'length' && body.shortest <= 1 && body.lengths.length <= 2)
      return this.length(numbersBetween(least * body.shortest, most * body.longest));
    // Counting apart from the characters lets limits of one pattern meet those of another.
    if (body.kind === 'characters' && (least > 0 || most < Infinity))
      return this.intersection([this.repetition(body, 0, Infinity), this.length(numbersBetween(least, most))]);
    return this.#keep(`r${body.id},${least},${most}`, (id) => ({
      kind: 'repetition',
      id,
      body,
      least,
      most,
      ...factsOfRepetition(body, least, most),
    }));
  }

  union(terms: readonly Term[]): Term {
    return combine(this, 'union', terms);
  }

  intersection(terms: readonly Term[]): Term {
    return combine(this, 'intersection', terms);
  }

  complement(term: Term): Term {
    if (term.kind === 'length') return this.length(invert(term.lengths));
    const kept = this.#complements.get(term);
    if (kept !== undefined) return kept;
    const made = this.#makeComplement(term);
    this.#complements.set(term, made);
    if (made.kind !== 'length') this.#complements.set(made, term);
    return made;
  }

  /** The complement, unless no one has asked for it yet: then it is in no other term either. */
  knownComplement(term: Term): Term | undefined {
    return this.#complements.get(term);
  }

  /** For members that are in normal form already. */
  keepCombination(kind: CombinationKind, members: readonly Term[]): Term {
    return this.#keep(`${kind}${members.map(({ id }) => id).join()}`, (id) => ({
      kind,
      id,
      members,
      ...(kind === 'union' ? factsOfUnion(members) : factsOfIntersection(members)),
    }));
  }

  #makeComplement(term: Exclude<Term, LengthTerm>): Term {
    switch (term.kind) {
      case 'complement':
        return term.body;
      case 'union':
        return this.intersection(term.members.map((member) => this.complement(member)));
      case 'intersection':
        return this.union(term.members.map((member) => this.complement(member)));
      default:
        return this.#keep(`n${term.id}`, (id) => ({ kind: 'complement', id, body: term, ...factsOfComplement(term) }));
    }
  }

  /** Without recursion, since a word may be long. */
  #append(left: ConcatenationTerm, right: Term): Term {
    const parts: Term[] = [];
    let rest: Term = left;
    for (; rest.kind === 'concatenation'; rest = rest.right) parts.push(rest.left);
    return parts.reduceRight((after, part) => this.concatenation(part, after), this.concatenation(rest, right));
  }

  #joinLengths(left: NumberSet, right: NumberSet): Term | undefined {
    if (left.length > 2 || right.length > 2) return undefined;
    const least = leastNumber(left) + leastNumber(right);
    return this.length(numbersBetween(least, greatestNumber(left) + greatestNumber(right)));
  }

  #keep(key: string, make: (id: number) => Term): Term {
    const kept = this.#terms.get(key);
    if (kept !== undefined) return kept;
    const made = make(this.#terms.size);
    this.#work += 1;
    if (made.depth > deepestTerm) this.#tooDeep = true;
    this.#terms.set(key, made);
    return made;
  }
}
