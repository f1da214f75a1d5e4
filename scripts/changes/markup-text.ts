import { escapeInvisible } from '../model/invisible-characters.ts';

/**
 * Text as it may stand in HTML, between tags and in attributes. Characters that do not show are written out, `\u202e`:
 * what a reader sees is what the schema says.
 */
export function htmlText(text: string): string {
  return escapeMarkup(escapeInvisible(text));
}

/** What XML 1.0 allows nowhere, not even as `&#1;`: controls, half surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it may stand in XML, between tags and in attributes. What XML forbids is left out. */
export function xmlText(text: string): string {
  return escapeMarkup(text.replaceAll(FORBIDDEN, ''));
}

function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
