import type { GeneratedFile } from '../model/generated-file.ts';

/** What writing would do to one file. */
export interface PlannedChange {
  readonly kind: 'create' | 'update' | 'delete';
  readonly path: string;
  /** Empty where there is no such file yet. */
  readonly before: string;
  /** Empty where the file is deleted. */
  readonly after: string;
}

/** What writing would do: a value, to be applied, printed or only checked. */
export interface OutputPlan {
  readonly changes: readonly PlannedChange[];
  readonly unchanged: number;
  /** Files in the way of a generated one that we did not write: nothing may be done before somebody moves them. */
  readonly inTheWay: readonly string[];
  /** Files that are generated no longer, and that somebody has changed since: they are left. */
  readonly kept: readonly string[];
}

/** Tells files that we wrote from those that a person wrote. */
export interface Ownership {
  /** True when an earlier run wrote a file at this path, whatever is in it now. */
  readonly isOurs: (path: string, content: string) => boolean;
  /** True when the file is still as an earlier run left it, so that deleting it loses nothing. */
  readonly isUntouched: (path: string, content: string) => boolean;
}

/** Compares the files that should be there with those that are. */
export function planOutput(
  files: readonly GeneratedFile[],
  existing: ReadonlyMap<string, string>,
  ownership: Ownership,
): OutputPlan {
  const wanted = new Map(files.map((file) => [file.path, file.content]));
  const changes: PlannedChange[] = [];
  const inTheWay: string[] = [];
  const kept: string[] = [];
  for (const [path, after] of [...wanted].toSorted(([left], [right]) => compareWrites(left, right))) {
    const before = existing.get(path);
    if (before === after) continue;
    if (before !== undefined && !ownership.isOurs(path, before)) inTheWay.push(path);
    else changes.push({ kind: before === undefined ? 'create' : 'update', path, before: before ?? '', after });
  }
  for (const [path, before] of existing) {
    if (wanted.has(path)) continue;
    if (ownership.isUntouched(path, before)) changes.push({ kind: 'delete', path, before, after: '' });
    else if (ownership.isOurs(path, before)) kept.push(path);
  }
  const updated = changes.filter(({ kind }) => kind !== 'delete').length;
  return { changes, unchanged: wanted.size - updated - inTheWay.length, inTheWay, kept };
}

/** The index comes last: whoever sees it change finds the files that it lists already there. */
function compareWrites(left: string, right: string): number {
  return Number(left === INDEX) - Number(right === INDEX) || (left < right ? -1 : 1);
}

const INDEX = 'index.json';
