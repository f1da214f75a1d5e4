import type { NumberSet } from './number-set.ts';

/**
 * An extended regular expression over code points, which also is a state of the automaton that it stands for. A store
 * makes equal terms identical, so that they may be compared with `===`.
 */
export type Term = LengthTerm | CharacterTerm | ConcatenationTerm | RepetitionTerm | CombinationTerm | ComplementTerm;

export interface TermFacts {
  /** Counts up from 0 in its store. */
  readonly id: number;
  /** Whether the empty word is in it. */
  readonly nullable: boolean;
  /** No word is shorter; Infinity for the empty language. */
  readonly shortest: number;
  /** No word is longer; -Infinity for the empty language. */
  readonly longest: number;
  /** How deep a derivative has to go. */
  readonly depth: number;
}

/** All words of these lengths. The empty language, the empty word and everything are such. */
export interface LengthTerm extends TermFacts {
  readonly kind: 'length';
  readonly lengths: NumberSet;
}

/** One character of a set, which is neither empty nor the whole alphabet. */
export interface CharacterTerm extends TermFacts {
  readonly kind: 'characters';
  readonly characters: NumberSet;
}

/** The left part is no concatenation itself. */
export interface ConcatenationTerm extends TermFacts {
  readonly kind: 'concatenation';
  readonly left: Term;
  readonly right: Term;
}

export interface RepetitionTerm extends TermFacts {
  readonly kind: 'repetition';
  readonly body: Term;
  readonly least: number;
  readonly most: number;
}

/** At least two members, sorted by id, none of the same kind. At most one is a length, at most one a character. */
export interface CombinationTerm extends TermFacts {
  readonly kind: CombinationKind;
  readonly members: readonly Term[];
}

export type CombinationKind = 'union' | 'intersection';

/** Of a character, a concatenation or a repetition: for all others it is pushed inwards. */
export interface ComplementTerm extends TermFacts {
  readonly kind: 'complement';
  readonly body: CharacterTerm | ConcatenationTerm | RepetitionTerm;
}
