import type { JsonValue } from '../model/json.ts';
import type { Refusal } from './judge/judge.ts';

/** `compatible` is proved, `breaking` has a witness, and `unknown` a reason. */
export type Verdict = 'compatible' | 'breaking' | 'unknown';

/** Old messages with readers on the new version; new messages with readers on the old one. */
export type Direction = 'backward' | 'forward';

export const directions = ['backward', 'forward'] as const satisfies readonly Direction[];

/** Who writes and who reads, as sides of a change. */
export const rolesOf = {
  backward: { writer: 'before', reader: 'after' },
  forward: { writer: 'after', reader: 'before' },
} as const satisfies Readonly<Record<Direction, { readonly writer: SideName; readonly reader: SideName }>>;

/** A side of a change. */
export type SideName = 'before' | 'after';

/** What holds in one direction. */
export type DirectionVerdict =
  | { readonly verdict: 'compatible'; readonly note?: string }
  | {
      readonly verdict: 'breaking';
      /** A payload that the writer may write and the reader refuses, as two validators confirm on both sides. */
      readonly witness: JsonValue;
      /** The place in the witness and the keyword that refuses it. */
      readonly refusal: Refusal;
    }
  | { readonly verdict: 'unknown'; readonly reason: string };

/** Which directions must hold for a change to be safe. */
export type Mode = 'BACKWARD' | 'FORWARD' | 'FULL';

export const modes = ['BACKWARD', 'FORWARD', 'FULL'] as const satisfies readonly Mode[];

/** The directions that a mode asks for. */
export function directionsOf(mode: Mode): readonly Direction[] {
  switch (mode) {
    case 'BACKWARD':
      return ['backward'];
    case 'FORWARD':
      return ['forward'];
    case 'FULL':
      return directions;
  }
}

/** The part of a version number that a change must raise. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** What is known of a change when its bump is worked out. */
export interface BumpFacts {
  readonly isSameDocument: boolean;
  /** Both accept the very same values: proved. */
  readonly isSameSet: boolean;
  /** The mode's directions are proved compatible. */
  readonly isSafe: boolean;
}

/**
 * The bump that a change needs. Before 1.0.0 each part counts one place further down. Source: the table in
 * reference/comparison.md.
 */
export function bumpFor({ isSameDocument, isSameSet, isSafe }: BumpFacts, from: VersionStage): Bump {
  if (isSameDocument) return 'none';
  if (from === 'first patches') return 'patch';
  if (isSameSet) return 'patch';
  if (from === 'before 1.0.0') return isSafe ? 'patch' : 'minor';
  return isSafe ? 'minor' : 'major';
}

/** 1.0.0 and up; 0.y.z with y of 1 or more; 0.0.z. */
export type VersionStage = 'stable' | 'before 1.0.0' | 'first patches';
