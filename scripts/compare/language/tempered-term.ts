import type { SequencePart } from './local-terms.ts';
import { numbersBetween, type NumberSet } from './number-set.ts';
import type { PatternNode } from './pattern-node.ts';
import type { TermStore } from './term-store.ts';
import type { Term } from './term.ts';

/**
 * A repeated character with lookaheads around it, up to the end of the string: `(?:(?!--).)*$`. A lookahead then is a
 * statement about each tail of the string, so that the whole is an intersection. Undefined: not of that form.
 */
export function temperedTerm(
  store: TermStore,
  parts: readonly SequencePart[],
  lengths: NumberSet,
  tailsOf: (lookahead: PatternNode) => Term | undefined,
): Term | undefined {
  const at = parts.findIndex(({ kind }) => kind === 'words');
  const character = parts[at];
  if (character?.kind !== 'words' || character.words.shortest !== 1 || character.words.longest !== 1) return undefined;
  const before = lookaheads(store, parts.slice(0, at), tailsOf);
  const after = lookaheads(store, parts.slice(at + 1), tailsOf);
  if (before === undefined || after === undefined) return undefined;
  const { everything } = store;
  const read = store.length(numbersBetween(1, Infinity));
  // At the start of each character a tail begins that is not empty, at the end of each one that is not the whole.
  const wrongBefore = store.sequence([everything, store.intersection([store.complement(before), read])]);
  const wrongAfter = store.sequence([read, store.complement(after)]);
  return store.intersection([
    store.repetition(character.words, 0, Infinity),
    store.length(lengths),
    store.complement(wrongBefore),
    store.complement(wrongAfter),
  ]);
}

/** The tails with which all agree; undefined: one is no lookahead, or depends on its surroundings. */
function lookaheads(
  store: TermStore,
  parts: readonly SequencePart[],
  tailsOf: (node: PatternNode) => Term | undefined,
): Term | undefined {
  const tails = parts.map((part) => (part.kind === 'open' ? tailsOf(part.node) : undefined));
  return tails.every((tail) => tail !== undefined) ? store.intersection(tails) : undefined;
}
