import { escapeCharacter, escapeInvisible } from '../../model/invisible-characters.ts';

/** As wide as a terminal. */
export const shellWidth = 80;

/**
 * `'OutOfStock'`: one word that no shell looks into. What does not show comes out of `printf`, byte by byte. A line end
 * stays as it is, for `$(…)` drops those at its end; and NUL is in no word of a shell.
 */
export function shellString(text: string): string {
  const marked = escapeInvisible(text, (character) => (character === '\n' ? '\n' : `\0${octal(character)}\0`));
  const words = marked.replaceAll('\0\0', '').split('\0').map(word).join('');
  return words === '' ? "''" : words;
}

/** Text between the quotes of `"…"`, for people: what does not show is written out. */
export function shellQuoted(text: string): string {
  return escapeInvisible(
    text.replaceAll(/[\\"$`]/g, String.raw`\$&`),
    (character) => `\\${escapeCharacter(character)}`,
  );
}

/** Every second part of a text is one that does not show, in octal. */
function word(part: string, index: number): string {
  if (part === '') return '';
  return index % 2 === 1 ? `"$(printf '${part}')"` : `'${part.replaceAll("'", String.raw`'\''`)}'`;
}

function octal(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
