import { listAll, quoteName } from '../compare/findings/phrases.ts';
import type { Refusal } from '../compare/judge/judge.ts';
import { directions, rolesOf } from '../compare/verdict.ts';
import type { Direction, DirectionVerdict, SideName, Verdict } from '../compare/verdict.ts';
import type { BumpAdvice, MessageReview, ReviewMode, VersionChange, Waiver } from '../review/review.ts';

/** What a direction asks. */
export const directionTitles: Readonly<Record<Direction, string>> = {
  backward: 'Old messages, readers on the new version',
  forward: 'New messages, readers on the old version',
};

export const verdictLooks = {
  compatible: { sign: '✓', word: 'compatible' },
  breaking: { sign: '✗', word: 'breaking' },
  unknown: { sign: '?', word: 'needs a look' },
} as const satisfies Readonly<Record<Verdict, { readonly sign: string; readonly word: string }>>;

/** `0.0.4 → 0.1.0` */
export function changeTitle({ kind, before, after }: VersionChange): string {
  return kind === 'edited-in-place'
    ? `${after.version}, edited after it was published`
    : `${before.version} → ${after.version}`;
}

function versionName(change: VersionChange, side: SideName): string {
  const version = quoteName(change[side].version);
  if (change.kind === 'new-version') return version;
  return side === 'before' ? `${version} as it was published` : `${version} as it is now`;
}

/** What a verdict means. After a breaking one stands the payload, and then why it is refused. */
export function verdictSentence(verdict: DirectionVerdict, direction: Direction, change: VersionChange): string {
  const roles = rolesOf[direction];
  const writer = versionName(change, roles.writer);
  const reader = versionName(change, roles.reader);
  switch (verdict.verdict) {
    case 'compatible':
      return `Readers on ${reader} take every message that ${writer} allows.${noteOf(verdict.note)}`;
    case 'breaking':
      return `Readers on ${reader} refuse this message, which ${writer} allows:`;
    case 'unknown':
      return `Neither proved nor refuted: ${withStop(verdict.reason)}`;
  }
}

export function noteOf(note: string | undefined): string {
  return note === undefined ? '' : ` But look: ${withStop(note)}`;
}

/** The sentences of validators come without a full stop. */
export function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

export function refusalSentence({ sentence, keyword }: Refusal): string {
  return `Refused: ${sentence} (${quoteName(keyword)}).`;
}

/** Why no verdict is there, or that there is nothing that could break; undefined where verdicts are worth reading. */
export function nothingToCompare({ verdicts, reason, isSameDocument }: VersionChange): string | undefined {
  if (verdicts === undefined) return `Not compared: ${withStop(reason ?? 'there is nothing to compare')}`;
  return isSameDocument ? 'The two schemas are the same. Nothing can break.' : undefined;
}

export function askedDirections(mode: ReviewMode): readonly Direction[] {
  switch (mode) {
    case 'BACKWARD':
    case 'BACKWARD_TRANSITIVE':
      return ['backward'];
    case 'FORWARD':
    case 'FORWARD_TRANSITIVE':
      return ['forward'];
    case 'FULL':
    case 'FULL_TRANSITIVE':
      return directions;
  }
}

/** `Safe under BACKWARD with the policy "declared".` */
export function gateSentence({ mode, policy, isSafe, isSameSet, verdicts, earlier }: VersionChange): string {
  const pairs = [...(verdicts === undefined ? [] : [verdicts]), ...earlier.map((version) => version.verdicts)];
  const isBroken = pairs.some((pair) => askedDirections(mode).some((asked) => pair[asked].verdict === 'breaking'));
  const outcome = isSafe ? 'Safe' : isBroken ? 'Not safe' : 'Not proved safe';
  const same = isSameSet ? ' Both versions allow the very same messages.' : '';
  return `${outcome} under ${mode} with the policy "${policy}".${same}`;
}

/** "Minor, but existing consumers break": safe as the mode sees it, and all the same not for everybody. */
export function butBreaksSentence(change: VersionChange): string | undefined {
  const { butBreaks, bump } = change;
  if (butBreaks === undefined) return undefined;
  const start = bump === undefined || bump.needed === 'none' ? 'Even so,' : `${capital(bump.needed)}, but`;
  const reader = versionName(change, rolesOf[butBreaks].reader);
  if (butBreaks === 'backward')
    return `${start} existing messages break: readers on ${reader} refuse some that are there already.`;
  const { consumers } = change;
  const isNoneHit = consumers.length > 0 && consumers.every(({ asItIs }) => asItIs.verdict === 'compatible');
  const none = isNoneHit ? ' Those that the catalog names are not among them.' : '';
  return `${start} existing consumers break: readers that stay on ${reader} refuse some new messages.${none}`;
}

export function bumpSentence({ needed, made, isEnough, reason }: BumpAdvice): string {
  const needs = needed === 'none' ? 'no new version' : `a new ${needed} version`;
  const got = made === 'none' ? 'none' : `a ${made} one`;
  return `It needs ${needs}, ${isEnough ? 'and' : 'but'} got ${got}. ${reason}`.trim();
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

export function waiverSentence({ reason, lastDay }: Waiver): string {
  return `Waived up to and including ${lastDay}: ${withStop(reason)}`;
}

/** What happened to the message as a whole; empty where only its versions changed. */
export function fateSentence({ fate, renamedFrom, movedFrom }: MessageReview): string {
  const facts = [
    ...(fate === 'added' ? ['It is new.'] : []),
    ...(fate === 'removed' ? ['It was removed from the catalog.'] : []),
    ...(renamedFrom === undefined ? [] : [`It was called ${quoteName(renamedFrom)} before.`]),
    ...(movedFrom === undefined ? [] : [`It was moved here from ${quoteName(movedFrom)}.`]),
  ];
  return facts.join(' ');
}

/** The messages that need no more than a line. */
export function newSentence(messages: readonly MessageReview[]): string {
  return `${messages.length} messages are new: ${listAll(
    messages.map(({ id }) => quoteName(id)),
    20,
  )}.`;
}

export function documentationSentence(messages: readonly MessageReview[]): string {
  const ids = messages.map(({ id }) => quoteName(id));
  return `Only the documentation changed of ${listAll(ids, 20)}.`;
}
