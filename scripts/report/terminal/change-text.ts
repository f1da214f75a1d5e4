import { directions } from '../../compare/verdict.ts';
import type { Direction } from '../../compare/verdict.ts';
import type { FailingExample, MessageReview, VersionChange } from '../../review/review.ts';
import { styled } from '../console.ts';
import { payloadText } from '../payload-text.ts';
import type { ReportContext } from '../reporter.ts';
import { consumerSentences, earlierSentence, exampleSentence, readsSentence } from '../detail-words.ts';
import {
  bumpSentence,
  butBreaksSentence,
  changeTitle,
  directionTitles,
  gateSentence,
  nothingToCompare,
  refusalSentence,
  verdictLooks,
  verdictSentence,
} from '../review-words.ts';
import { shortenDiff } from '../review-diff.ts';
import { untoldExamples } from '../review-summary.ts';
import { findingsText } from './findings-text.ts';
import { dimmed, heading, item, lineOfCode, paragraph } from './lines.ts';

const colors = { compatible: 'green', breaking: 'red', unknown: 'yellow' } as const;

/** One version against the one before: what holds, what that asks for, what changed, and whom it hits. */
export function changeText(change: VersionChange, message: MessageReview, context: ReportContext): string {
  const title = styled(context, 'bold', paragraph(changeTitle(change), '', context));
  const nothing = nothingToCompare(change);
  const body =
    nothing === undefined
      ? [...directions.map((direction) => directionText(direction, change, context)), gateText(change, context)]
      : [paragraph(nothing, '  ', context)];
  return [
    title,
    ...body,
    findingsText(change.findings, context),
    consumersText(change, context),
    earlierText(change, context),
    examplesText(untoldExamples(change, message), context),
    diffText(change, context),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .replace('\n\n', '\n');
}

function directionText(direction: Direction, change: VersionChange, context: ReportContext): string {
  const verdict = change.verdicts?.[direction];
  if (verdict === undefined) return '';
  const { sign, word } = verdictLooks[verdict.verdict];
  const head = `  ${styled(context, colors[verdict.verdict], `${sign} ${word}`)}  ${directionTitles[direction]}`;
  const sentence = paragraph(verdictSentence(verdict, direction, change), '    ', context);
  if (verdict.verdict !== 'breaking') return [head, sentence].join('\n');
  return [
    head,
    sentence,
    payloadText(verdict.witness, context.columns, '      '),
    paragraph(refusalSentence(verdict.refusal), '    ', context),
  ].join('\n');
}

function gateText(change: VersionChange, context: ReportContext): string {
  const gate = paragraph(gateSentence(change), '  ', context);
  const butBreaks = butBreaksSentence(change);
  return [
    styled(context, change.isSafe ? 'green' : 'red', gate),
    ...(butBreaks === undefined ? [] : [styled(context, 'yellow', paragraph(butBreaks, '  ', context))]),
    ...(change.bump === undefined ? [] : [paragraph(bumpSentence(change.bump), '  ', context)]),
  ].join('\n');
}

function consumersText({ consumers }: VersionChange, context: ReportContext): string {
  if (consumers.length === 0) return '';
  const lines = consumers.flatMap((consumer) => [
    item('·', `${consumer.id} ${consumer.version} ${readsSentence(consumer)}`, '  ', context),
    ...consumerSentences(consumer).map((sentence) => paragraph(sentence, '    ', context)),
    ...(consumer.owners.length === 0 ? [] : [dimmed(`Owners: ${consumer.owners.join(', ')}`, '    ', context)]),
  ]);
  return [heading('Consumers', context), ...lines].join('\n');
}

function earlierText({ earlier }: VersionChange, context: ReportContext): string {
  if (earlier.length === 0) return '';
  const lines = earlier.map((version) => item(version.isSafe ? '✓' : '✗', earlierSentence(version), '  ', context));
  return [heading('Earlier versions', context), ...lines].join('\n');
}

function examplesText(examples: readonly FailingExample[], context: ReportContext): string {
  if (examples.length === 0) return '';
  const lines = examples.flatMap((example) => [
    item('✗', example.file, '  ', context),
    paragraph(exampleSentence(example), '    ', context),
  ]);
  return [heading('Examples that fail', context), ...lines].join('\n');
}

/** Longer diffs are cut, unless everything is asked for: the HTML report has them whole. */
const MOST_LINES = 24;

function diffText({ typeDiff }: VersionChange, context: ReportContext): string {
  if (typeDiff.length === 0) return '';
  const lines = context.isVerbose ? typeDiff : shortenDiff(typeDiff);
  const shown = context.isVerbose || lines.length <= MOST_LINES ? lines : lines.slice(0, MOST_LINES - 1);
  const left = lines.length - shown.length;
  const rendered = shown.flatMap(({ sign, text }) => {
    const color = sign === '+' ? 'green' : sign === '-' ? 'red' : 'dim';
    // A line of TypeScript keeps its indent; one that is too long is cut, and never wrapped.
    const line = `  ${sign} ${lineOfCode(text, context.columns - 4)}`;
    return [styled(context, color, line.trimEnd())];
  });
  const more = left === 0 ? [] : [`    … and ${left} more lines (--verbose shows them)`];
  return [heading('The TypeScript type', context), ...rendered, ...more].join('\n');
}
