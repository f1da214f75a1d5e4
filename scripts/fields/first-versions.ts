/**
 * Since which version each path is there without a gap. `versions` come oldest first, and end with the one that is asked
 * about; a path that the oldest has is there from the beginning, and has no entry.
 */
export function firstVersions(
  versions: readonly { readonly version: string; readonly paths: ReadonlySet<string> }[],
): ReadonlyMap<string, string> {
  const current = versions.at(-1);
  const [oldest] = versions;
  if (current === undefined || oldest === undefined) return new Map();
  const since = [...current.paths].flatMap((path) => {
    const lastWithout = versions.findLastIndex(({ paths }) => !paths.has(path));
    const first = versions[lastWithout + 1];
    return lastWithout === -1 || first === undefined ? [] : [[path, first.version] as const];
  });
  return new Map(since);
}
