import type { Diagnostic } from '../model/diagnostic.ts';
import type { JsonValue } from '../model/json.ts';
import { exactNumber } from './exact-number.ts';

/** A file's data, or what is wrong with its syntax. Warnings may come with a value. */
export interface Parsed {
  readonly value: JsonValue | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What it is when a double cannot hold a number as written: a payload would be changed, a schema's bound hardly differs.
 * A number beyond every double is always an error.
 */
export type InexactNumber = 'number-not-exact' | 'bound-not-exact';

/** From 1, both. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Finds the line and column of an offset: the lines of the text are counted once, for however many offsets. */
export function positionsIn(text: string): (offset: number) => TextPosition {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Deeper data would overflow the stack of one tool or another down the line. */
export const DEEPEST_NESTING = 500;

export function isDeeperThan(value: JsonValue, limit: number): boolean {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}

/** The diagnostic for a number, as it is written; undefined when a double holds it. */
export function inexactNumber(found: string, inexact: InexactNumber): InexactNumber | undefined {
  if (exactNumber(found)) return undefined;
  return Number.isFinite(Number(found)) ? inexact : 'number-not-exact';
}

const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7})/m;

/** A reason that a parser cannot know of, but its reader should; undefined when the text shows none. */
export function reasonInText(text: string): string | undefined {
  if (text.trim() === '') return 'it is empty';
  return CONFLICT_MARKER.test(text) ? 'it has the marks of a merge conflict (<<<<<<<, >>>>>>>)' : undefined;
}
