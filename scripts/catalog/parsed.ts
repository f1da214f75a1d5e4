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

export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
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
