import { listAll, quoteName } from '../compare/findings/phrases.ts';
import type { DirectionVerdict } from '../compare/verdict.ts';
import type { DeprecatedField } from '../stale/deprecated-fields.ts';
import { copyStates, type CopyGroup, type Move, type StaleReport } from '../stale/stale-report.ts';
import { noteOf, withStop } from './review-words.ts';
import { counted } from './shown-text.ts';

/** The whole in one sentence. */
export function staleHeadline({ groups, failOn, isGood }: StaleReport): string {
  if (groups.length === 0) return 'No copies of this catalog were found.';
  if (groups.every(({ state }) => state === 'current')) return 'All copies are current.';
  if (isGood) return `Not all copies are current, but none fails (--fail-on ${failOn}).`;
  const failing = groups.filter(({ isFailure }) => isFailure).flatMap(({ copies }) => copies).length;
  return `${counted(failing, 'copy fails', 'copies fail')} (--fail-on ${failOn}).`;
}

/** `7 copies of 2 messages in 5 files: 4 behind, 3 current. 120 files were read.` */
export function staleCounts({ groups, files }: StaleReport): string {
  const read = `${counted(files, 'file was', 'files were')} read.`;
  if (groups.length === 0) return read;
  const copies = groups.flatMap((group) => group.copies);
  const counts = copyStates.flatMap((state) => {
    const many = groups.filter((group) => group.state === state).flatMap((group) => group.copies).length;
    return many === 0 ? [] : [`${many} ${state}`];
  });
  const messages = counted(new Set(groups.map(({ id }) => id)).size, 'message');
  const places = counted(new Set(copies.map(({ file }) => file)).size, 'file');
  return `${counted(copies.length, 'copy', 'copies')} of ${messages} in ${places}: ${counts.join(', ')}. ${read}`;
}

/** `OutOfStock 0.0.2 → 0.0.4` */
export function groupTitle({ id, version, state, newest }: CopyGroup): string {
  const isMoving = state !== 'current' && newest !== undefined && newest !== version;
  return `${id} ${version}${isMoving ? ` → ${newest}` : ''}`;
}

/** `behind, not breaking under BACKWARD` */
export function standingWords({ state, breaking, move }: CopyGroup): string {
  if (state === 'current') return state;
  const word = { yes: 'breaking', no: 'not breaking', unknown: 'unknown whether breaking' }[breaking];
  return move === undefined ? `${state}, ${word}` : `${state}, ${word} under ${move.mode}`;
}

/** What a state means for these copies. */
export function stateSentence({ id, version, state, newest, newer }: CopyGroup): string {
  const own = quoteName(version);
  const news = newer.length === 0 ? '' : ` Newer: ${listAll(newer.map(quoteName))}.`;
  switch (state) {
    case 'current':
      return `${own} is the newest version, and this is its schema.`;
    case 'behind':
      return `${own} is published as it was, but it is not the newest version.${news}`;
    case 'changed':
      return `The catalog has another schema for ${own}: it was changed since, or this comes from another catalog.${news}`;
    case 'gone':
      return newest === undefined
        ? `The catalog has no message ${quoteName(id)}.`
        : `The catalog has no version ${own} of ${quoteName(id)}. Its newest is ${quoteName(newest)}.`;
    case 'unknown':
      return `The catalog cannot say what became of ${own}.${news}`;
  }
}

/** Who can move. A reader then reads what others still send; what a sender sends then, others read who have not moved. */
export const movers = ['reader', 'sender'] as const;

export type Mover = (typeof movers)[number];

/** The words of `catalog stale`, where `catalog compare` has its own: what breaks is said of somebody who moves. */
export const moveLooks = {
  compatible: { sign: '✓', word: 'not breaking', color: 'green' },
  breaking: { sign: '✗', word: 'breaking', color: 'red' },
  unknown: { sign: '?', word: 'unknown', color: 'yellow' },
} as const;

/** What a verdict means for somebody who moves. After a breaking one stands the payload. */
export function moveSentence(verdict: DirectionVerdict, who: Mover, group: CopyGroup, { to }: Move): string {
  const [from, next] = [group.state === 'behind' ? quoteName(group.version) : 'the copy', quoteName(to)];
  const [writer, reader] = who === 'reader' ? [from, next] : [next, from];
  switch (verdict.verdict) {
    case 'compatible':
      return `Readers on ${reader} take every message that ${writer} allows.${noteOf(verdict.note)}`;
    case 'breaking':
      return `Readers on ${reader} refuse this message, which ${writer} allows:`;
    case 'unknown':
      return `Neither proved nor refuted: ${withStop(verdict.reason)}`;
  }
}

/** `To move is safe under BACKWARD with the policy "declared".` */
export function safetySentence({ breaking }: CopyGroup, { mode, policy, isSameSet }: Move): string {
  const outcome = { yes: 'not safe', no: 'safe', unknown: 'not proved safe' }[breaking];
  const same = isSameSet ? ' Both versions allow the very same messages.' : '';
  return `To move is ${outcome} under ${mode} with the policy "${policy}".${same}`;
}

/** What is on its way out, a sentence each. */
export function deprecationSentences({ version, newest, deprecation, deprecatedFields }: CopyGroup): readonly string[] {
  const { date, message } = deprecation ?? {};
  const why = message === undefined || message.trim() === '' ? '' : ` ${withStop(message.trim())}`;
  const own = `${quoteName(version)} is deprecated${date === undefined ? '' : ` (${date})`}.${why}`;
  const fields = `Deprecated in ${quoteName(newest ?? version)}: ${listAll(deprecatedFields.map(fieldWords))}.`;
  return [...(deprecation === undefined ? [] : [own]), ...(deprecatedFields.length === 0 ? [] : [fields])];
}

function fieldWords({ path, removeAfter, replacedBy }: DeprecatedField): string {
  const facts = [
    ...(removeAfter === undefined ? [] : [`until ${removeAfter}`]),
    ...(replacedBy === undefined ? [] : [`read ${quoteName(replacedBy)} instead`]),
  ];
  return `${quoteName(path)}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}

/** The command that tells every change; undefined where a shell would not take the names as they are. */
export function compareCommand({ id, version, state, move }: CopyGroup): string | undefined {
  if (state !== 'behind' || move === undefined) return undefined;
  const operands = [id, version, move.to];
  return operands.every((operand) => /^\w[\w.+-]*$/.test(operand))
    ? `catalog compare ${operands.join(' ')}`
    : undefined;
}

export function skippedSentence(skipped: readonly string[]): string {
  return `${counted(skipped.length, 'file was', 'files were')} not read, too large or closed to us: ${listAll(
    skipped.map(quoteName),
    4,
  )}.`;
}
