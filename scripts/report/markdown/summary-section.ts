import { directions, type Direction, type Verdict } from '../../compare/verdict.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { MessageReview, Review, ReviewProblem, VersionChange } from '../../review/review.ts';
import { standingOf, standingWords, summarise, teamsToAsk, type Standing } from '../review-summary.ts';
import { verdictLooks, waiverSentence } from '../review-words.ts';
import { placeText } from '../shown-text.ts';
import { fitting } from './detail.ts';
import { cellCode, codeSpan, markdownSentence } from './markdown-text.ts';

export const standingSigns: Readonly<Record<Standing, string>> = {
  fails: '❌',
  waived: '⚠️',
  breaks: '⚠️',
  undecided: '❔',
  safe: '✅',
  documentation: '📝',
};

export const verdictSigns: Readonly<Record<Verdict, string>> = { compatible: '✅', breaking: '❌', unknown: '❔' };

/** Bytes for the rows of the table, and for notes and faults: what is above the messages leaves room for them. */
const ROOM_FOR_ROWS = 16_000;
const ROOM_FOR_NOTES = 8_000;

/** What everybody reads: the outcome, whom to ask, and one row for each message that is worth one. */
export function summarySection(review: Review, messages: readonly MessageReview[]): string {
  const { headline, compared, counts, ask } = summarise(review);
  const notes = [
    ...review.notes.map((note) => `> Note: ${markdownSentence(note)}`),
    ...review.diagnostics.map((diagnostic) => faultItem(diagnostic)),
  ];
  const shown = fitting(notes, ROOM_FOR_NOTES);
  return [
    `## ${review.isGood ? '✅' : '❌'} ${markdownSentence(headline)}`,
    `Compared: ${markdownSentence(compared)}. ${counts}`,
    ...(ask === '' ? [] : [markdownSentence(ask)]),
    table(messages),
    ...shown,
    ...(shown.length === notes.length ? [] : [`… and ${notes.length - shown.length} more notes and faults.`]),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function table(messages: readonly MessageReview[]): string {
  if (messages.length === 0) return '';
  const rows = messages.map(row);
  const shown = fitting(rows, ROOM_FOR_ROWS);
  const left = rows.length - shown.length;
  return [
    '| Message | Outcome | Version | Old messages, new readers | New messages, old readers | Ask |',
    '| --- | --- | --- | --- | --- | --- |',
    ...shown,
    ...(left === 0 ? [] : [`| … and ${left} more | | | | | |`]),
  ].join('\n');
}

function row(message: MessageReview): string {
  const standing = standingOf(message);
  const cells = [
    cellCode(message.id),
    `${standingSigns[standing]} ${standingWords[standing]}`,
    versionsCell(message),
    ...directions.map((direction) => verdictCell(message.changes, direction)),
    teamsToAsk(message).slice(0, 6).map(cellCode).join(' '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function versionsCell({ changes, fate }: MessageReview): string {
  if (changes.length > 0) return changes.map(versionCell).join('<br>');
  return fate === 'added' ? 'new' : fate === 'removed' ? 'removed' : '';
}

function versionCell({ kind, before, after, bump }: VersionChange): string {
  const versions =
    kind === 'edited-in-place'
      ? `${cellCode(after.version)} edited`
      : `${cellCode(before.version)} → ${cellCode(after.version)}`;
  return bump === undefined || bump.isEnough ? versions : `${versions}, needs **${bump.needed}**`;
}

/** The worst of all versions. */
function verdictCell(changes: readonly VersionChange[], direction: Direction): string {
  const found = changes.flatMap(({ verdicts }) => (verdicts === undefined ? [] : [verdicts[direction].verdict]));
  const worst = (['breaking', 'unknown', 'compatible'] as const).find((verdict) => found.includes(verdict));
  return worst === undefined ? '' : `${verdictSigns[worst]} ${verdictLooks[worst].word}`;
}

/** A problem of a message, or a fault of the catalog, as an item of a list. */
export function faultItem(fault: ReviewProblem | Diagnostic): string {
  const waiver = 'waiver' in fault ? fault.waiver : undefined;
  const word = waiver === undefined ? { error: 'Error', warning: 'Warning', info: 'Note' }[fault.severity] : 'Waived';
  return [
    `- **${word}** ${codeSpan(fault.code)} in ${codeSpan(placeText(fault))}: ${markdownSentence(fault.message)}`,
    `  <br>What to do: ${markdownSentence(fault.help)}`,
    ...(waiver === undefined ? [] : [`  <br>${markdownSentence(waiverSentence(waiver))}`]),
  ].join('\n');
}
