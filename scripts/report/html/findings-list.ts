import type { PlacedFinding } from '../../review/review.ts';
import { breaksWords, groupSentence, wordingSentence } from '../detail-words.ts';
import { arrangeFindings } from '../review-findings.ts';
import { counted, placeText } from '../shown-text.ts';
import { htmlCode, htmlSentence, htmlText } from './html-text.ts';

/** The changes that break somebody, and the others folded below them, those of a kind together. */
export function findingsList(findings: readonly PlacedFinding[]): string {
  const { breaking, others, wording } = arrangeFindings(findings, false);
  const quiet = wording === 0 ? [] : [`<li>${htmlSentence(wordingSentence(wording))}</li>`];
  const items = [...others.map(groupItem), ...quiet];
  const many = others.flat().length + wording;
  const title = counted(many, 'change breaks nobody', 'changes break nobody');
  return [
    ...(breaking.length === 0 ? [] : ['<h4>What breaks</h4>', list(breaking.map(findingItem))]),
    ...(items.length === 0 ? [] : [`<details>\n<summary>${title}</summary>\n${list(items)}\n</details>`]),
  ].join('\n');
}

function list(items: readonly string[]): string {
  return `<ul class="items">\n${items.join('\n')}\n</ul>`;
}

/** A group opens on a click: this report has room for all of it. */
function groupItem(group: readonly PlacedFinding[]): string {
  const [first] = group;
  if (group.length === 1 && first !== undefined) return findingItem(first);
  return `<li><details>\n<summary>${htmlSentence(groupSentence(group))}</summary>\n${list(group.map(findingItem))}\n</details></li>`;
}

function findingItem(placed: PlacedFinding): string {
  const { finding, before, after } = placed;
  const place = after === undefined ? before : after;
  const broken = breaksWords(placed);
  const facts = [
    htmlCode(finding.rule),
    htmlText(finding.effect),
    ...(broken === '' ? [] : [htmlText(broken)]),
    ...(place === undefined ? [] : [htmlCode(placeText(place))]),
    ...(finding.places.length < 2 ? [] : [`also at ${finding.places.slice(1).map(htmlCode).join(', ')}`]),
  ];
  return `<li><p>${htmlSentence(finding.sentence)}</p><p class="facts">${facts.join(' · ')}</p></li>`;
}
