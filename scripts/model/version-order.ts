import semver from 'semver';

/** Oldest first. Versions that are semver come in its order, behind all others, which come in natural order ("2" before "10"). */
export function compareVersions(left: string, right: string): number {
  const leftParsed = semver.parse(left, { loose: true });
  const rightParsed = semver.parse(right, { loose: true });
  if (leftParsed !== null && rightParsed !== null) return leftParsed.compare(rightParsed) || compareText(left, right);
  if (leftParsed === null && rightParsed === null) return naturalOrder.compare(left, right) || compareText(left, right);
  return leftParsed === null ? -1 : 1;
}

const naturalOrder = new Intl.Collator('en', { numeric: true });

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The newest of some versions; where they are not all semver, the one that is not below `versioned/`. */
export function latestVersion(
  versions: readonly { readonly version: string; readonly isCurrent: boolean }[],
): string | undefined {
  const allSemver = versions.every(({ version }) => semver.valid(version, { loose: true }) !== null);
  const candidates = allSemver
    ? versions
    : versions.filter(({ isCurrent }) => isCurrent).length > 0
      ? versions.filter(({ isCurrent }) => isCurrent)
      : versions;
  return candidates
    .map(({ version }) => version)
    .toSorted(compareVersions)
    .at(-1);
}

/** The versions that a pointer means: `latest` or none, an exact version, or a semver range such as `^1.0.0` or `1.x`. */
export function versionsMeant(
  pointer: string,
  versions: readonly string[],
  latest: string | undefined,
): readonly string[] {
  if (pointer === 'latest') return latest === undefined ? [] : [latest];
  if (versions.includes(pointer)) return [pointer];
  if (semver.validRange(pointer) === null) return [];
  return versions.filter((version) => semver.satisfies(version, pointer, { loose: true }));
}

/** How far a version has come: that decides which part of it a change must raise. Undefined where it is not semver. */
export function stageOf(version: string): 'stable' | 'before 1.0.0' | 'first patches' | undefined {
  const parsed = semver.parse(version, { loose: true });
  if (parsed === null) return undefined;
  if (parsed.major > 0) return 'stable';
  return parsed.minor > 0 ? 'before 1.0.0' : 'first patches';
}

/** The part that differs between two semantic versions, the leftmost first; undefined where either is none, or both are equal. */
export function raisedPart(before: string, after: string): 'major' | 'minor' | 'patch' | undefined {
  const [left, right] = [semver.parse(before, { loose: true }), semver.parse(after, { loose: true })];
  if (left === null || right === null) return undefined;
  if (left.major !== right.major) return 'major';
  if (left.minor !== right.minor) return 'minor';
  return left.compare(right) === 0 ? undefined : 'patch';
}

/** Whether a version is a pre-release (`2.0.0-rc.1`). */
export function isPrerelease(version: string): boolean {
  return (semver.parse(version, { loose: true })?.prerelease.length ?? 0) > 0;
}

/** Of some versions the newest release below one; where there is no release below it, the newest of all below it. */
export function versionBefore(version: string, versions: readonly string[]): string | undefined {
  const older = versions.filter((other) => compareVersions(other, version) < 0).toSorted(compareVersions);
  return older.filter((other) => !isPrerelease(other)).at(-1) ?? older.at(-1);
}
