import { printable } from '../console.ts';
import { onOneLine, textParts } from '../shown-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of a catalog for an HTML document, inside of an element or of an attribute's quotes. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Text of a catalog inside of an element, and nowhere else. */
export function escapeElement(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => entities[character] ?? character);
}

/** One line of text. */
export function htmlText(text: string): string {
  return escapeHtml(onOneLine(text));
}

/** A sentence, with what stands between backticks as code. */
export function htmlSentence(sentence: string): string {
  return textParts(onOneLine(sentence))
    .map(({ isCode, text }) => (isCode ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text)))
    .join('');
}

export function htmlCode(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

/** Several lines, as they are. */
export function htmlLines(text: string): string {
  return escapeHtml(printable(text));
}
