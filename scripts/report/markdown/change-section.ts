import { directions, type Direction } from '../../compare/verdict.ts';
import type { MessageReview, VersionChange } from '../../review/review.ts';
import { consumerSentences, earlierSentence, exampleSentence, readsSentence } from '../detail-words.ts';
import { payloadText } from '../payload-text.ts';
import { shortenDiff } from '../review-diff.ts';
import { untoldExamples } from '../review-summary.ts';
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
import { cutLong } from '../shown-text.ts';
import type { Detail } from './detail.ts';
import { findingsSection } from './findings-section.ts';
import { folded } from './folded.ts';
import { listUpTo } from './list-up-to.ts';
import { codeBlock, codeSpan, markdownSentence } from './markdown-text.ts';
import { verdictSigns } from './summary-section.ts';

/** A payload in a comment is as wide as this. */
const COLUMNS = 100;

export function changeSection(change: VersionChange, message: MessageReview, detail: Detail): string {
  const nothing = nothingToCompare(change);
  const verdicts =
    nothing === undefined
      ? [...directions.flatMap((direction) => directionBlocks(direction, change, detail)), gate(change)]
      : [markdownSentence(nothing)];
  return [
    `#### Version ${markdownSentence(changeTitle(change))}`,
    ...verdicts,
    findingsSection(change.findings, detail),
    consumersList(change),
    titledList(
      'Earlier versions',
      change.earlier.map((version) => `${version.isSafe ? '✅' : '❌'} ${markdownSentence(earlierSentence(version))}`),
    ),
    titledList(
      'Examples that fail',
      untoldExamples(change, message).map(
        (example) => `${codeSpan(example.file)}: ${markdownSentence(exampleSentence(example))}`,
      ),
    ),
    detail.hasDiffs ? diffSection(change) : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function directionBlocks(direction: Direction, change: VersionChange, detail: Detail): readonly string[] {
  const verdict = change.verdicts?.[direction];
  if (verdict === undefined) return [];
  const title = `${verdictSigns[verdict.verdict]} **${directionTitles[direction]}: ${verdictLooks[verdict.verdict].word}.**`;
  if (verdict.verdict !== 'breaking')
    return [`${title} ${markdownSentence(verdictSentence(verdict, direction, change))}`];
  const why = markdownSentence(refusalSentence(verdict.refusal));
  if (!detail.hasPayloads) return [`${title} ${why}`];
  const payload = codeBlock('json', payloadText(verdict.witness, COLUMNS, '').split('\n'));
  return [`${title} ${markdownSentence(verdictSentence(verdict, direction, change))}`, payload, why];
}

function gate(change: VersionChange): string {
  const butBreaks = butBreaksSentence(change);
  const { bump } = change;
  return [
    `**${markdownSentence(gateSentence(change))}**`,
    ...(butBreaks === undefined ? [] : [`**${markdownSentence(butBreaks)}**`]),
    ...(bump === undefined ? [] : [markdownSentence(bumpSentence(bump))]),
  ].join(' ');
}

function consumersList({ consumers }: VersionChange): string {
  const items = consumers.map((consumer) => {
    const owners = consumer.owners.slice(0, 6).map(codeSpan).join(' ');
    const isHit = [consumer.asItIs, consumer.onceItMoves].some(({ verdict }) => verdict !== 'compatible');
    const about = `${isHit ? '⚠️' : '✅'} ${codeSpan(consumer.id)} ${codeSpan(consumer.version)}`;
    const words = [`${readsSentence(consumer)}.`, ...consumerSentences(consumer)].join(' ');
    return `${about} ${markdownSentence(words)}${owners === '' ? '' : ` ${isHit ? 'Ask' : 'Owned by'} ${owners}.`}`;
  });
  return titledList('Consumers', items);
}

function titledList(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `**${title}**\n\n${listUpTo(items.map((item) => `- ${item}`))}`;
}

/** Lines of a type that a comment shows. */
const MOST_LINES = 120;

function diffSection({ typeDiff }: VersionChange): string {
  if (typeDiff.length === 0) return '';
  const lines = shortenDiff(typeDiff).map(({ sign, text }) => cutLong(`${sign}${text}`, 200));
  const left = lines.length - MOST_LINES;
  const shown = left > 0 ? [...lines.slice(0, MOST_LINES), ` … and ${left} more lines`] : lines;
  return folded('The TypeScript type', codeBlock('diff', shown));
}
