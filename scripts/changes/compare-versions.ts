import type { CompareOptions, Policy } from '../compare/decide.ts';
import type { Finding } from '../compare/explain-changes.ts';
import { bumpFor, directionsOf, type Bump, type DirectionVerdict } from '../compare/verdict.ts';
import type { MessageSchema } from '../model/message.ts';
import type { CompatibilityMode } from '../model/compatibility.ts';
import { splitMode, type ResolvedCompatibility } from '../model/compatibility-for.ts';
import { stageOf } from '../model/version-order.ts';
import { diffTypes, type TypeHunk } from '../types/diff-types.ts';
import { toldFindings } from './told-findings.ts';

/** One version of a message, with all that its changes are made from. */
export interface ComparedVersion {
  readonly version: string;
  readonly schema: MessageSchema;
  /** The text of its `types.d.ts`. */
  readonly types: string;
}

/** What changed from one version of a message to the next. */
export interface VersionChange {
  readonly version: string;
  readonly previous: string;
  /** What the catalog asks for between the two; the bump follows from it. */
  readonly mode: CompatibilityMode;
  readonly policy: Policy;
  readonly isSameDocument: boolean;
  /** Proved: both schemas accept the same values. */
  readonly isSameSet: boolean;
  /** The least bump that the mode allows; null where the older version is not semver. */
  readonly bump: Bump | null;
  readonly backward: DirectionVerdict;
  readonly forward: DirectionVerdict;
  /** What breaks somebody first, changes of wording last. */
  readonly findings: readonly Finding[];
  /** The changed places of the types; null where there are too many. */
  readonly types: readonly TypeHunk[] | null;
}

export async function compareVersions(
  before: ComparedVersion,
  after: ComparedVersion,
  { mode, policy }: ResolvedCompatibility,
): Promise<VersionChange> {
  // Loaded here, because loading takes longer than to read from the cache what hundreds of comparisons came to.
  const { compareSchemas, defaultLimits } = await import('../compare/compare-schemas.ts');
  const options: CompareOptions = { policy, formats: 'assertion', limits: defaultLimits };
  const comparison = await compareSchemas(documentOf(before), documentOf(after), options);
  const { isSameDocument, isSameSet, backward, forward } = comparison;
  const facts = {
    isSameDocument,
    isSameSet,
    isSafe: directionsOf(splitMode(mode).mode).every((direction) => comparison[direction].verdict === 'compatible'),
  };
  const stage = stageOf(before.version);
  return {
    version: after.version,
    previous: before.version,
    mode,
    policy,
    isSameDocument,
    isSameSet,
    bump: stage === undefined ? null : bumpFor(facts, stage),
    backward,
    forward,
    findings: toldFindings(comparison.findings),
    types: diffTypes(before.types, after.types),
  };
}

function documentOf({ schema }: ComparedVersion) {
  return { schema: schema.bundled, dialect: schema.dialect };
}
