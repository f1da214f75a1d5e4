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
  /** Changes to files that we did not write: nothing may be done before somebody moves those. */
  readonly inTheWay: readonly PlannedChange[];
  /** Files that are generated no longer, and that somebody may have changed since: they are left. */
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
  const inTheWay: PlannedChange[] = [];
  for (const [path, after] of [...wanted].toSorted(([left], [right]) => compareWrites(left, right))) {
    const before = existing.get(path);
    if (before === after) continue;
    const change = { kind: before === undefined ? 'create' : 'update', path, before: before ?? '', after } as const;
    if (before !== undefined && !ownership.isOurs(path, before)) inTheWay.push(change);
    else changes.push(change);
  }
  const unchanged = wanted.size - changes.length - inTheWay.length;
  const folders = new Set([...wanted.keys()].flatMap(foldersAbove));
  // A file where a folder has to be is in the way, whoever wrote it.
  const blocking = [...existing].filter(([path]) => folders.has(path));
  const stale = [...existing].filter(([path]) => !wanted.has(path) && !folders.has(path));
  const deleted = stale.filter(([path, before]) => ownership.isUntouched(path, before));
  return {
    // Deleted first: where letters in upper and lower case are the same, a renamed message has its files in one place.
    changes: [...deleted.map(deletion), ...changes],
    unchanged,
    inTheWay: [...inTheWay, ...blocking.map(deletion)],
    kept: stale
      .filter(([path, before]) => ownership.isOurs(path, before) && !ownership.isUntouched(path, before))
      .map(([path]) => path),
  };
}

function deletion([path, before]: readonly [string, string]): PlannedChange {
  return { kind: 'delete', path, before, after: '' };
}

/** `OutOfStock` and `OutOfStock/0.0.4` of `OutOfStock/0.0.4/schema.json`. */
function foldersAbove(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_segment, index) => segments.slice(0, index + 1).join('/'));
}

/** The index comes last: whoever sees it change finds the files that it lists already there. */
function compareWrites(left: string, right: string): number {
  return Number(left === INDEX) - Number(right === INDEX) || (left < right ? -1 : 1);
}

const INDEX = 'index.json';
