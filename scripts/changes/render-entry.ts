import { directions, type Direction } from '../compare/verdict.ts';
import { changeWords } from './change-words.ts';
import type { VersionChange } from './compare-versions.ts';
import { htmlText } from './markup-text.ts';
import { isBreaking } from './told-findings.ts';

/** A feed is skimmed: the page has the rest. */
const MOST_FINDINGS = 20;
const LONGEST_PAYLOAD = 2_000;

/** What changed, as HTML for a feed reader: no style, no script, no picture. `page` is where the rest is told. */
export function renderEntry(change: VersionChange, page: string): string {
  const words = changeWords(change);
  const parts = [
    paragraph(words.summary),
    ...directions.flatMap((direction) => directionParts(change, direction)),
    ...findingParts(change),
    ...(words.bump === undefined ? [] : [paragraph(words.bump)]),
    `<p><a href="${htmlText(page)}">${htmlText(`What changed in ${change.version}`)}</a></p>`,
  ];
  return parts.join('\n');
}

function directionParts(change: VersionChange, direction: Direction): readonly string[] {
  const verdict = change[direction];
  const sentence = paragraph(changeWords(change)[direction]);
  if (verdict.verdict !== 'breaking') return [sentence];
  const payload = JSON.stringify(verdict.witness);
  if (payload.length > LONGEST_PAYLOAD) return [sentence, paragraph(`Why: ${verdict.refusal.sentence}.`)];
  return [
    sentence,
    `<p>${htmlText(`For example this one, since ${verdict.refusal.sentence}:`)}</p>`,
    `<pre>${htmlText(payload)}</pre>`,
  ];
}

function findingParts({ findings }: VersionChange): readonly string[] {
  if (findings.length === 0) return [];
  const items = findings.slice(0, MOST_FINDINGS).map((finding) => {
    const sign = isBreaking(finding) ? '<strong>Breaking:</strong> ' : '';
    return `<li>${sign}${htmlText(finding.sentence)}</li>`;
  });
  const more = findings.length - MOST_FINDINGS;
  return ['<ul>', ...items, ...(more > 0 ? [`<li>and ${more} more</li>`] : []), '</ul>'];
}

function paragraph(text: string): string {
  return `<p>${htmlText(text)}</p>`;
}
