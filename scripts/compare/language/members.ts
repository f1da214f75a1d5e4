import { intersect, invert, isWithin, numbersBetween, type NumberSet } from './number-set.ts';
import type { CombinationKind, Term } from './term.ts';

/** The members of a combination, apart by kind. */
export interface Members {
  readonly kind: CombinationKind;
  /** Of all lengths together. The neutral set: of none. */
  readonly lengths: NumberSet;
  /** Of all characters together; undefined: of none. */
  readonly characters: NumberSet | undefined;
  readonly others: ReadonlySet<Term>;
}

/** Whether a length says nothing beside those that the combination has anyway. */
export function isIdleLength({ kind, lengths }: Members, length: NumberSet): boolean {
  return kind === 'union' ? isWithin(invert(length), lengths) : intersect(length, lengths).length === 0;
}

/** Whether a length makes its own combination superfluous. */
export function isCoveringLength({ kind, lengths }: Members, length: NumberSet): boolean {
  return kind === 'union' ? isWithin(length, lengths) : isWithin(lengths, length);
}

/** Whether a member of a member adds nothing: a part of a union whose words all have lengths that are ruled out. */
export function isOutOfReach({ kind, lengths }: Members, { shortest, longest }: Term): boolean {
  return kind === 'intersection' && intersect(numbersBetween(shortest, longest), lengths).length === 0;
}
