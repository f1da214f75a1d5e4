import { directions, type Direction } from '../../compare/verdict.ts';
import type { JsonValue } from '../../model/json.ts';
import type { DiffLine, MessageReview, VersionChange } from '../../review/review.ts';
import { consumerSentences, earlierSentence, exampleSentence, readsSentence } from '../detail-words.ts';
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
  verdictSentence,
} from '../review-words.ts';
import { cutLong } from '../shown-text.ts';
import { badge, verdictBadge, verdictTone } from './badge.ts';
import { findingsList } from './findings-list.ts';
import { htmlCode, htmlLines, htmlSentence, htmlText } from './html-text.ts';

/** One version against the one before: what holds, what that asks for, what changed, and whom it hits. */
export function changeSection(change: VersionChange, message: MessageReview): string {
  const nothing = nothingToCompare(change);
  const verdicts =
    nothing === undefined
      ? [
          `<div class="verdicts">\n${directions.map((direction) => directionCard(direction, change)).join('\n')}\n</div>`,
          outcome(change),
        ]
      : [`<p>${htmlSentence(nothing)}</p>`];
  return [
    '<section>',
    `<h3>${htmlText(changeTitle(change))}</h3>`,
    ...verdicts,
    findingsList(change.findings),
    consumersList(change),
    titledList('Earlier versions', change.earlier.map(earlierItem)),
    titledList(
      'Examples that fail',
      untoldExamples(change, message).map(
        (example) => `<li>${htmlCode(example.file)} ${htmlSentence(exampleSentence(example))}</li>`,
      ),
    ),
    diffBox(change.typeDiff),
    '</section>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function directionCard(direction: Direction, change: VersionChange): string {
  const verdict = change.verdicts?.[direction];
  if (verdict === undefined) return '';
  const sentence = `<p>${htmlSentence(verdictSentence(verdict, direction, change))}</p>`;
  return [
    `<div class="verdict ${verdictTone(verdict.verdict)}">`,
    `<h4>${directionTitles[direction]}</h4>`,
    `<p>${verdictBadge(verdict.verdict)}</p>`,
    sentence,
    ...(verdict.verdict === 'breaking'
      ? [payloadBox(verdict.witness), `<p>${htmlSentence(refusalSentence(verdict.refusal))}</p>`]
      : []),
    '</div>',
  ].join('\n');
}

/** Longer payloads are cut: the JSON report has them whole. */
const MOST_CHARACTERS = 20_000;

/** A box that scrolls can be reached with the keyboard. */
function payloadBox(payload: JsonValue): string {
  const text = cutLong(JSON.stringify(payload, null, 2), MOST_CHARACTERS);
  return `<pre tabindex="0" aria-label="Payload"><code>${htmlLines(text)}</code></pre>`;
}

/** What the mode asks for, and the bump that is needed beside the one that was made. */
function outcome(change: VersionChange): string {
  const { bump } = change;
  const butBreaks = butBreaksSentence(change);
  return [
    `<div class="outcome">`,
    `<p>${badge(change.isSafe ? 'good' : 'bad', 'mode')} ${htmlSentence(gateSentence(change))}</p>`,
    ...(butBreaks === undefined
      ? []
      : [
          `<p>${badge('warn', change.butBreaks === 'forward' ? 'consumers' : 'messages')} <strong>${htmlSentence(butBreaks)}</strong></p>`,
        ]),
    ...(bump === undefined
      ? []
      : [`<p>${badge(bump.isEnough ? 'good' : 'warn', 'version')} ${htmlSentence(bumpSentence(bump))}</p>`]),
    '</div>',
  ].join('\n');
}

function consumersList({ consumers }: VersionChange): string {
  const items = consumers.map((consumer) => {
    const isHit = [consumer.asItIs, consumer.onceItMoves].some(({ verdict }) => verdict !== 'compatible');
    const owners =
      consumer.owners.length === 0
        ? ''
        : ` · ${isHit ? 'ask' : 'owned by'} ${consumer.owners.map(htmlCode).join(', ')}`;
    return [
      '<li>',
      `<p>${badge(isHit ? 'warn' : 'good', isHit ? 'look here' : 'works')} <strong>${htmlText(consumer.name)}</strong> ${htmlCode(`${consumer.id} ${consumer.version}`)}</p>`,
      `<p class="facts">${htmlSentence(readsSentence(consumer))}${owners}</p>`,
      ...consumerSentences(consumer).map((sentence) => `<p>${htmlSentence(sentence)}</p>`),
      '</li>',
    ].join('\n');
  });
  return titledList('Consumers', items);
}

function earlierItem(version: VersionChange['earlier'][number]): string {
  const label = badge(version.isSafe ? 'good' : 'bad', version.isSafe ? 'safe' : 'not safe');
  return `<li>${label} ${htmlSentence(earlierSentence(version))}</li>`;
}

function titledList(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<h4>${title}</h4>\n<ul class="items">\n${items.join('\n')}\n</ul>`;
}

function diffBox(typeDiff: readonly DiffLine[]): string {
  if (typeDiff.length === 0) return '';
  const lines = shortenDiff(typeDiff).map(({ sign, text }) => {
    const line = htmlLines(`${sign} ${text}`.replaceAll(/\s/g, ' '));
    return sign === '+' ? `<ins>${line}</ins>` : sign === '-' ? `<del>${line}</del>` : `<span>${line}</span>`;
  });
  return `<details>\n<summary>The TypeScript type</summary>\n<pre tabindex="0" aria-label="Change of the type" class="diff"><code>${lines.join('\n')}</code></pre>\n</details>`;
}
