import type { JsonValue } from '../../model/json.ts';

/** What a search for a value that some nodes all accept came to. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: JsonValue }
  /** Proved: there is none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

export const noValue: Outcome = { kind: 'none' };

export function foundValue(value: JsonValue): Outcome {
  return { kind: 'value', value };
}

export function unknownOutcome(reason: string): Outcome {
  return { kind: 'unknown', reason };
}

/** Tries one way after the other: the first value wins; there is none only if no way has one. */
export function firstValue(ways: Iterable<() => Outcome>): Outcome {
  let doubt: Outcome | undefined;
  for (const way of ways) {
    const outcome = way();
    if (outcome.kind === 'value') return outcome;
    if (outcome.kind === 'unknown') doubt ??= outcome;
  }
  return doubt ?? noValue;
}

/** Thrown inside of a search that takes too long, and caught where it began. */
export class OutOfBudgetError extends Error {}
