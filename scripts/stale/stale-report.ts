import type { DirectionVerdict } from '../compare/verdict.ts';
import type { CompatibilityMode } from '../model/compatibility.ts';
import type { ResolvedCompatibility } from '../model/compatibility-for.ts';
import type { VersionDeprecation } from '../model/message.ts';
import type { Copy } from './copy.ts';
import type { DeprecatedField } from './deprecated-fields.ts';

/**
 * `current`: of the newest version, as it is published. `behind`: of an older version, which is still published as it was.
 * `changed`: the catalog has that version, but with another schema. `gone`: the catalog has no such message or version.
 * `unknown`: the catalog's own schema of it cannot be read.
 */
export type CopyState = 'current' | 'behind' | 'changed' | 'gone' | 'unknown';

export const copyStates = ['changed', 'gone', 'unknown', 'behind', 'current'] as const satisfies readonly CopyState[];

/** From which state on a run fails. */
export const failures = ['behind', 'breaking', 'never'] as const;

export type FailOn = (typeof failures)[number];

/** What moving to the newest version would mean. */
export interface Move {
  /** The newest version. */
  readonly to: string;
  readonly mode: CompatibilityMode;
  readonly policy: ResolvedCompatibility['policy'];
  /** The newest version reads what senders that have not moved send. */
  readonly reader: DirectionVerdict;
  /** Readers that have not moved read what the newest version sends. */
  readonly sender: DirectionVerdict;
  /** Both versions accept the very same messages: proved. */
  readonly isSameSet: boolean;
}

/** Copies of one version of a message with one schema: they stand and fall together. */
export interface CopyGroup {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly state: CopyState;
  /** Whether moving breaks what the catalog's mode asks for; of what is current, nothing can. */
  readonly breaking: 'yes' | 'no' | 'unknown';
  readonly isFailure: boolean;
  /** The versions behind this one, oldest first; of a message that is gone, none. */
  readonly newer: readonly string[];
  readonly newest: string | undefined;
  readonly move: Move | undefined;
  /** Why there is no move to speak of, as a sentence. */
  readonly reason: string | undefined;
  /** Of the version that was copied. */
  readonly deprecation: VersionDeprecation | undefined;
  /** Of the newest version. */
  readonly deprecatedFields: readonly DeprecatedField[];
  readonly copies: readonly Copy[];
}

export interface StaleReport {
  readonly groups: readonly CopyGroup[];
  /** How many files were read. */
  readonly files: number;
  /** Files that could not be read, or are too large. */
  readonly skipped: readonly string[];
  readonly failOn: FailOn;
  readonly isGood: boolean;
}
