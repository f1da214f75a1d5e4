import type { Diagnostic } from '../../model/diagnostic.ts';
import type { MessageReview, ReviewProblem } from '../../review/review.ts';
import { standingOf } from '../review-summary.ts';
import { fateSentence, waiverSentence } from '../review-words.ts';
import { placeText } from '../shown-text.ts';
import { badge, standingBadge, type Tone } from './badge.ts';
import { changeSection } from './change-section.ts';
import { htmlCode, htmlSentence, htmlText } from './html-text.ts';

/** One message, under an anchor that the table of contents leads to. */
export function messageArticle(message: MessageReview, anchor: string): string {
  const { kind, id, name, file, owners, problems, changes } = message;
  const fate = fateSentence(message);
  const facts = [
    htmlText(kind),
    htmlText(name),
    htmlCode(file),
    ...(owners.length === 0 ? [] : [`owned by ${owners.map(htmlCode).join(', ')}`]),
  ];
  return [
    `<article id="${anchor}">`,
    `<header><h2>${htmlText(id)}</h2>${standingBadge(standingOf(message))}</header>`,
    `<p class="facts">${facts.join('<span class="dot" aria-hidden="true"> · </span>')}</p>`,
    ...(fate === '' ? [] : [`<p>${htmlSentence(fate)}</p>`]),
    faultList(problems),
    ...changes.map((change) => changeSection(change, message)),
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Problems of a message, or faults of the catalog: what, where, and what to do next. */
export function faultList(faults: readonly (ReviewProblem | Diagnostic)[]): string {
  if (faults.length === 0) return '';
  return `<ul class="faults">\n${faults.map(faultItem).join('\n')}\n</ul>`;
}

const faultTones: Readonly<Record<Diagnostic['severity'], Tone>> = { error: 'bad', warning: 'warn', info: 'quiet' };

function faultItem(fault: ReviewProblem | Diagnostic): string {
  const waiver = 'waiver' in fault ? fault.waiver : undefined;
  const tone = waiver === undefined ? faultTones[fault.severity] : 'quiet';
  const word = waiver === undefined ? fault.severity : 'waived';
  return [
    `<li class="${tone}">`,
    `<p class="label">${badge(tone, word)} ${htmlCode(fault.code)} <span class="place">${htmlText(placeText(fault))}</span></p>`,
    `<p>${htmlSentence(fault.message)}</p>`,
    `<p class="help">${htmlSentence(fault.help)}</p>`,
    ...(waiver === undefined ? [] : [`<p><strong>${htmlSentence(waiverSentence(waiver))}</strong></p>`]),
    '</li>',
  ].join('\n');
}
