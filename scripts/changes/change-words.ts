import type { Bump, DirectionVerdict } from '../compare/verdict.ts';
import type { VersionChange } from './compare-versions.ts';

/** A change in sentences, for the pages and the feed. Plain text. */
export interface ChangeWords {
  readonly summary: string;
  /** Old messages, consumers on the new version. */
  readonly backward: string;
  /** New messages, consumers that are still on the old one. */
  readonly forward: string;
  /** Undefined where nothing is known of it. */
  readonly bump: string | undefined;
}

export function changeWords(change: VersionChange): ChangeWords {
  const { version, previous, backward, forward, bump } = change;
  return {
    summary: summaryOf(change),
    backward: directionWords(backward, `Consumers on ${version}`, previous),
    forward: directionWords(forward, `Consumers that are still on ${previous}`, version),
    bump: bump === null ? undefined : bumpWords(bump),
  };
}

function summaryOf({ version, previous, isSameDocument, isSameSet, backward, forward }: VersionChange): string {
  if (isSameDocument) return `The schema is the same as in ${previous}.`;
  if (isSameSet) return `It accepts the very same messages as ${previous}: only how the schema is written changed.`;
  const verdicts = [backward.verdict, forward.verdict];
  if (verdicts.includes('unknown')) return 'It needs a look: not every answer could be proved.';
  const isOldRead = backward.verdict === 'compatible';
  const isNewRead = forward.verdict === 'compatible';
  if (isOldRead && isNewRead) return `Nothing breaks: messages and consumers of ${previous} can stay as they are.`;
  if (isOldRead) return `Messages of ${previous} stay readable, but consumers that are still on ${previous} break.`;
  if (isNewRead)
    return `Consumers on ${previous} can stay as they are, but messages of ${previous} break consumers on ${version}.`;
  return `It breaks both ways: consumers on ${version} refuse old messages, and those on ${previous} new ones.`;
}

function directionWords(verdict: DirectionVerdict, readers: string, written: string): string {
  switch (verdict.verdict) {
    case 'compatible': {
      const note = verdict.note === undefined ? '' : ` But note: ${verdict.note}.`;
      return `${readers} accept every message of ${written}.${note}`;
    }
    case 'breaking':
      return `${readers} refuse some messages of ${written}.`;
    case 'unknown':
      return `${readers} may refuse messages of ${written}; it is neither proved nor refuted: ${verdict.reason}.`;
  }
}

function bumpWords(bump: Bump): string {
  return bump === 'none' ? 'It needs no new version.' : `It needs at least a new ${bump} version.`;
}
