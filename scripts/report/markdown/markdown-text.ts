import { printable } from '../console.ts';
import { escapeElement } from '../html/html-text.ts';
import { cutLong, onOneLine, textParts } from '../shown-text.ts';

/** A comment is no place for a text longer than this. */
const LONGEST_TEXT = 600;

/** Stands for a gap until all else is escaped. Text on one line holds none of these. */
const MARK = '\u0000';

/** Takes up no room, and keeps apart what stands on either side of it. */
const GAP = '&#8203;';

/**
 * Breaks what GitHub would make more of than text: mentions, which notify people; issues, which are told of it; addresses,
 * which become links.
 */
function markReferences(text: string): string {
  return text
    .replaceAll('@', `@${MARK}`)
    .replaceAll(/#(?=\d)/g, `#${MARK}`)
    .replaceAll(/(GH|GHSA|CVE)-/gi, `$1${MARK}-`)
    .replaceAll('://', `:${MARK}//`)
    .replaceAll(/www\./gi, (start) => `${start.slice(0, -1)}${MARK}.`)
    .replaceAll(/(mailto|xmpp):/gi, `$1${MARK}:`);
}

/** Text of a catalog as it stands, whatever Markdown would read in it, wherever it is put. */
function plainText(text: string): string {
  return escapeElement(markReferences(text))
    .replaceAll(/[\\`*_~[\]!{}]/g, (character) => `\\${character}`)
    .replaceAll('|', '&#124;')
    .replaceAll('$', '&#36;')
    .replace(/^([-+=#])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replaceAll(MARK, GAP);
}

/** A code span: nothing in it is read as Markdown, HTML or a mention. Its fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const line = cutLong(onOneLine(text), LONGEST_TEXT);
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A code span in a cell of a table. A pipe would end the cell even there, so that it is written as HTML. */
export function cellCode(text: string): string {
  return text.includes('|') ? `<code>${plainText(cutLong(onOneLine(text), LONGEST_TEXT))}</code>` : codeSpan(text);
}

/** A sentence, with what stands between backticks as code. */
export function markdownSentence(sentence: string): string {
  return textParts(cutLong(onOneLine(sentence), LONGEST_TEXT))
    .map(({ isCode, text }) => (isCode ? codeSpan(text) : plainText(text)))
    .join('');
}

/** Text inside of an HTML element that we opened, such as `<summary>`, where mentions are read, and Markdown is not. */
export function elementText(text: string): string {
  return escapeElement(markReferences(cutLong(onOneLine(text), LONGEST_TEXT))).replaceAll(MARK, GAP);
}

/** A block of code. Its fence is longer than any run of backticks in it. */
export function codeBlock(language: string, lines: readonly string[]): string {
  const text = lines.map((line) => printable(line.replaceAll(/\s/g, ' '))).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
