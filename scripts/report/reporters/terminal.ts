import type { Diagnostic } from '../../model/diagnostic.ts';
import type { MessageReview, Review, ReviewProblem } from '../../review/review.ts';
import { styled } from '../console.ts';
import type { ReportContext, Reporter } from '../reporter.ts';
import { byImportance, standingOf, standingWords, summarise, type Standing } from '../review-summary.ts';
import { documentationSentence, fateSentence, newSentence, waiverSentence } from '../review-words.ts';
import { onOneLine, placeText } from '../shown-text.ts';
import { changeText } from '../terminal/change-text.ts';
import { dimmed, item, paragraph, withoutCommands } from '../terminal/lines.ts';

export const terminal: Reporter = {
  id: 'terminal',
  summary: 'for the terminal',
  render: renderTerminal,
};

function renderTerminal(review: Review, context: ReportContext): string {
  const messages = byImportance(review.messages);
  const documented = messages.filter((message) => standingOf(message) === 'documentation');
  const news = messages.filter(isPlainlyNew);
  const listed = news.length > MOST_NEW ? news : [];
  const told = messages.filter((message) => !documented.includes(message) && !listed.includes(message));
  const blocks = [
    summaryText(review, context),
    ...review.notes.map((note) => paragraph(`Note: ${note}`, '', context)),
    ...review.diagnostics.map((diagnostic) => faultText(diagnostic, '', context)),
    ...told.map((message) => messageText(message, context)),
    ...(listed.length === 0 ? [] : [paragraph(newSentence(listed), '', context)]),
    ...(documented.length === 0 ? [] : [dimmed(documentationSentence(documented), '', context)]),
  ];
  return withoutCommands(`${blocks.join('\n\n')}\n`);
}

/** More new messages than these, of which there is nothing else to say, are one line. */
const MOST_NEW = 3;

function isPlainlyNew({ fate, problems, changes }: MessageReview): boolean {
  return fate === 'added' && problems.length === 0 && changes.length === 0;
}

function summaryText(review: Review, context: ReportContext): string {
  const { headline, compared, counts, ask } = summarise(review);
  return [
    styled(context, review.isGood ? 'green' : 'red', paragraph(headline, '', context)),
    paragraph(`${compared}. ${counts}`, '', context),
    ...(ask === '' ? [] : [paragraph(ask, '', context)]),
  ].join('\n');
}

const looks = {
  fails: { sign: '✗', color: 'red' },
  waived: { sign: '!', color: 'yellow' },
  breaks: { sign: '!', color: 'yellow' },
  undecided: { sign: '?', color: 'yellow' },
  safe: { sign: '✓', color: 'green' },
  documentation: { sign: '·', color: 'dim' },
} as const satisfies Readonly<Record<Standing, { readonly sign: string; readonly color: string }>>;

function messageText(message: MessageReview, context: ReportContext): string {
  const standing = standingOf(message);
  const { sign, color } = looks[standing];
  const about = [standingWords[standing], message.kind, message.name, message.file, ...message.owners].join(' · ');
  const fate = fateSentence(message);
  const narrow = { ...context, columns: context.columns - 2 };
  const blocks = [
    ...message.problems.map((problem) => faultText(problem, '  ', context)),
    ...message.changes.map((change) => indented(changeText(change, message, narrow))),
  ];
  return [
    styled(context, 'dim', '─'.repeat(context.columns)),
    styled(context, 'bold', styled(context, color, item(sign, message.id, '', context))),
    dimmed(about, '  ', context),
    ...(fate === '' ? [] : [paragraph(fate, '  ', context)]),
    ...blocks.map((block) => `\n${block}`),
  ].join('\n');
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

const severityColors = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** A problem of a message, or a fault of the catalog: what, where, and what to do next. */
function faultText(fault: ReviewProblem | Diagnostic, indent: string, context: ReportContext): string {
  const waiver = 'waiver' in fault ? fault.waiver : undefined;
  const word = waiver === undefined ? fault.severity : 'waived';
  const color = waiver === undefined ? severityColors[fault.severity] : 'yellow';
  return [
    `${indent}${styled(context, color, word)} ${styled(context, 'bold', onOneLine(fault.code))}`,
    dimmed(placeText(fault), `${indent}  `, context),
    paragraph(fault.message, `${indent}  `, context),
    item('>', fault.help, `${indent}  `, context),
    ...(waiver === undefined ? [] : [paragraph(waiverSentence(waiver), `${indent}  `, context)]),
  ].join('\n');
}
