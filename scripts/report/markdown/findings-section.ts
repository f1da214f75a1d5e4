import type { PlacedFinding } from '../../review/review.ts';
import { breaksWords, groupSentence, wordingSentence } from '../detail-words.ts';
import { arrangeFindings } from '../review-findings.ts';
import { counted, placeText } from '../shown-text.ts';
import type { Detail } from './detail.ts';
import { folded } from './folded.ts';
import { listUpTo } from './list-up-to.ts';
import { codeSpan, markdownSentence } from './markdown-text.ts';

/** The changes that break somebody, and the others folded below them. */
export function findingsSection(findings: readonly PlacedFinding[], detail: Detail): string {
  const { breaking, others, wording } = arrangeFindings(findings, false);
  const items = [...others.map(groupItem), ...(wording === 0 ? [] : [`- ${wordingSentence(wording)}`])];
  const many = others.flat().length + wording;
  const rest =
    items.length === 0 || !detail.hasOtherChanges
      ? []
      : [folded(counted(many, 'change breaks nobody', 'changes break nobody'), listUpTo(items))];
  const first = breaking.length === 0 ? [] : [`**What breaks**\n\n${listUpTo(breaking.map(findingItem))}`];
  return [...first, ...rest].join('\n\n');
}

function groupItem(group: readonly PlacedFinding[]): string {
  const [first] = group;
  return group.length === 1 && first !== undefined ? findingItem(first) : `- ${markdownSentence(groupSentence(group))}`;
}

function findingItem(placed: PlacedFinding): string {
  const { finding, before, after } = placed;
  const place = after === undefined ? before : after;
  const broken = breaksWords(placed);
  const facts = [
    codeSpan(finding.rule),
    ...(broken === '' ? [] : [broken]),
    ...(place === undefined ? [] : [codeSpan(placeText(place))]),
  ];
  const also = finding.places.length < 2 ? '' : ` Also at ${finding.places.slice(1, 6).map(codeSpan).join(', ')}.`;
  return `- ${markdownSentence(finding.sentence)} (${facts.join(', ')})${also}`;
}
