import { escapeCharacter, escapeInvisible } from '../model/invisible-characters.ts';

/** A stranger's value as one line of a comment: it can neither end the comment, nor begin a tag, nor hide anything. */
export function commentLine(text: string): string {
  return harmless(escapeInvisible(text.replaceAll('\t', '  ')));
}

/** A stranger's prose as one line of a comment. */
export function proseLine(text: string): string {
  return harmless(readable(text.trim().replaceAll(/\s+/g, ' ')));
}

/** A stranger's prose as lines of a comment, without empty lines at either end. Blank prose has none. */
export function proseLines(text: string): readonly string[] {
  if (text.trim() === '') return [];
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/\n\s*\n/g, '\n\n')
    .replaceAll(/^\s*\n|\s+$/g, '')
    .split('\n')
    .map((line) => harmless(readable(line.trimEnd())));
}

/** Joiners and the selectors for emoji: `👩‍🚀` and many scripts fall apart without them. */
const joining = new Set(['\u200c', '\u200d', '\ufe0e', '\ufe0f']);

/** Prose is read, not copied: white space of any kind may be common spaces. */
function readable(text: string): string {
  const spaced = text.replaceAll('\t', '  ').replaceAll(/\p{Zs}/gu, ' ');
  return escapeInvisible(spaced, (character) => (joining.has(character) ? character : escapeCharacter(character)));
}

function harmless(text: string): string {
  return text.replaceAll('*/', '*\\/').replaceAll(/(^|\s)@/gu, '$1\\@');
}
