import { listAll, quoteName } from '../compare/findings/phrases.ts';
import { directions } from '../compare/verdict.ts';
import type { Verdict } from '../compare/verdict.ts';
import type { FailingExample, MessageReview, Review, ReviewProblem, VersionChange } from '../review/review.ts';
import { cutText } from '../schema/preview.ts';
import { counted } from './shown-text.ts';

/** How a message fares: the worst that there is to say of it. */
export type Standing = 'fails' | 'waived' | 'breaks' | 'undecided' | 'safe' | 'documentation';

const order = [
  'fails',
  'waived',
  'breaks',
  'undecided',
  'safe',
  'documentation',
] as const satisfies readonly Standing[];

export const standingWords: Readonly<Record<Standing, string>> = {
  fails: 'fails',
  waived: 'waived',
  breaks: 'breaks somebody',
  undecided: 'needs a look',
  safe: 'breaks nobody',
  documentation: 'documentation only',
};

export function standingOf(message: MessageReview): Standing {
  const errors = message.problems.filter(({ severity }) => severity === 'error');
  if (errors.some(isUnwaived)) return 'fails';
  if (errors.length > 0) return 'waived';
  if (breaksSomebody(message)) return 'breaks';
  if (isUndecided(message)) return 'undecided';
  return isOnlyDocumentation(message) ? 'documentation' : 'safe';
}

/** A search gave up, or there was nothing that could be compared. */
function isUndecided(message: MessageReview): boolean {
  return message.changes.some(({ verdicts }) => verdicts === undefined) || verdictsOf(message).includes('unknown');
}

/** Nothing is to be said of it but that its words changed. */
function isOnlyDocumentation({ fate, problems, changes, renamedFrom, movedFrom }: MessageReview): boolean {
  const isInItsPlace = renamedFrom === undefined && movedFrom === undefined;
  return fate === 'documentation' && problems.length === 0 && changes.length === 0 && isInItsPlace;
}

/** What fails comes first, and what nobody needs to look at last; otherwise as the review has them. */
export function byImportance(messages: readonly MessageReview[]): readonly MessageReview[] {
  return order.flatMap((standing) => messages.filter((message) => standingOf(message) === standing));
}

export function isUnwaived({ severity, waiver }: ReviewProblem): boolean {
  return severity === 'error' && waiver === undefined;
}

const breakingProblems: readonly string[] = [
  'breaks-under-mode',
  'message-removed-with-readers',
  'published-version-removed',
];

/** Somebody is there whom a change breaks, whether the mode asks for that direction or not. */
function breaksSomebody(message: MessageReview): boolean {
  return (
    verdictsOf(message).includes('breaking') || message.problems.some(({ code }) => breakingProblems.includes(code))
  );
}

function verdictsOf({ changes }: MessageReview): readonly Verdict[] {
  return changes.flatMap(verdictsOfChange);
}

function verdictsOfChange({ verdicts, earlier, consumers }: VersionChange): readonly Verdict[] {
  const compared = [...(verdicts === undefined ? [] : [verdicts]), ...earlier.map((version) => version.verdicts)];
  const ofConsumers = consumers.flatMap(({ asItIs, onceItMoves }) => [asItIs.verdict, onceItMoves.verdict]);
  return [...compared.flatMap((pair) => directions.map((direction) => pair[direction].verdict)), ...ofConsumers];
}

/** The teams of a message that breaks somebody, or may, and of every consumer that it does not leave alone. */
export function teamsToAsk(message: MessageReview): readonly string[] {
  if (['safe', 'documentation'].includes(standingOf(message))) return [];
  const consumers = message.changes.flatMap((change) => change.consumers);
  const hit = consumers.filter(({ asItIs, onceItMoves }) =>
    [asItIs, onceItMoves].some(({ verdict }) => verdict !== 'compatible'),
  );
  return [...new Set([...message.owners, ...hit.flatMap(({ owners }) => owners), ...(message.leftReaders ?? [])])];
}

/** The failing examples that no problem speaks of: nobody reads the same twice. */
export function untoldExamples({ examples }: VersionChange, { problems }: MessageReview): readonly FailingExample[] {
  const told = problems.filter(({ code }) => code === 'example-fails').map(({ file }) => file);
  return examples.filter(({ file }) => !told.includes(file));
}

/** What stands at the top of every report. Names of the catalog are between backticks, or quoted as JSON quotes them. */
export interface ReviewSummary {
  /** `The review fails: 2 errors, 1 warning.` */
  readonly headline: string;
  /** `main → HEAD` */
  readonly compared: string;
  /** How many messages are touched, and how many of them break somebody. */
  readonly counts: string;
  /** Whom to ask, and about what; empty where nobody has to be asked. */
  readonly ask: string;
}

export function summarise(review: Review): ReviewSummary {
  return {
    headline: headline(review),
    compared: `${cutText(review.base)} → ${cutText(review.head)}`,
    counts: countsSentence(review.messages),
    ask: askSentence(review.messages),
  };
}

function headline({ messages, diagnostics, isGood }: Review): string {
  const problems = messages.flatMap((message) => message.problems);
  const faults = [...problems.filter(({ waiver }) => waiver === undefined), ...diagnostics];
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.filter(({ severity }) => severity === 'warning').length;
  const waived = problems.filter(({ waiver }) => waiver !== undefined).length;
  const facts = [
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
    ...(waived === 0 ? [] : [counted(waived, 'waived error')]),
  ];
  const outcome = isGood ? 'The review passes' : 'The review fails';
  return facts.length === 0 ? `${outcome}.` : `${outcome}: ${facts.join(', ')}.`;
}

function countsSentence(messages: readonly MessageReview[]): string {
  if (messages.length === 0) return 'No message is touched.';
  const breaking = messages.filter(breaksSomebody);
  const rest = messages.filter((message) => !breaksSomebody(message));
  const undecided = rest.filter(isUndecided);
  const quiet = rest.filter((message) => !undecided.includes(message));
  const words = quiet.filter(isOnlyDocumentation).length;
  const safe = quiet.length - words;
  const facts = [
    ...(breaking.length === 0 ? [] : [counted(breaking.length, 'breaks somebody', 'break somebody')]),
    ...(undecided.length === 0 ? [] : [counted(undecided.length, 'needs a look', 'need a look')]),
    ...(safe === 0 ? [] : [counted(safe, 'breaks nobody', 'break nobody')]),
    ...(words === 0 ? [] : [`${words} changed in documentation only`]),
  ];
  if (messages.length === 1) return `One message is touched: ${oneFate(breaking.length, undecided.length, words)}.`;
  return `${messages.length} messages are touched: ${facts.join(', ')}.`;
}

function oneFate(breaking: number, undecided: number, words: number): string {
  if (breaking > 0) return 'it breaks somebody';
  if (undecided > 0) return 'it needs a look';
  return words > 0 ? 'only its documentation changed' : 'it breaks nobody';
}

/** More than these are counted: a summary is read in one go. */
const MOST_TEAMS = 12;
const MOST_MESSAGES = 3;

function askSentence(messages: readonly MessageReview[]): string {
  const asked = messages.flatMap((message) => teamsToAsk(message).map((team) => ({ team, id: message.id })));
  const byTeam = [...Map.groupBy(asked, ({ team }) => team)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const teams = byTeam.map(([team, about]) => `${quoteName(team)} (${listIds(about.map(({ id }) => id))})`);
  const unowned = messages.filter((message) => breaksSomebody(message) && teamsToAsk(message).length === 0);
  return [
    ...(teams.length === 0 ? [] : [`Ask ${listAll(teams, MOST_TEAMS)}.`]),
    ...(unowned.length === 0 ? [] : [`Nobody is named to ask about ${listIds(unowned.map(({ id }) => id))}.`]),
  ].join(' ');
}

function listIds(ids: readonly string[]): string {
  return listAll(ids.map(quoteName), MOST_MESSAGES);
}
