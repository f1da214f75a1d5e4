import { escapeInvisible } from '../../model/invisible-characters.ts';

/** A string literal of Java; several of them where one would be longer than a class file can hold. */
export function javaString(text: string): string {
  if (text.length <= LONGEST) return quoted(text);
  const parts = Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, index) =>
    text.slice(index * LONGEST, (index + 1) * LONGEST),
  );
  return `String.join("", ${parts.map(quoted).join(', ')})`;
}

/** A constant has at most 65,535 bytes of UTF-8, and a character at most three. */
const LONGEST = 20_000;

function quoted(text: string): string {
  return `"${escapeInvisible(text.replaceAll('\\', '\\\\').replaceAll('"', '\\"'), escapedCharacter)}"`;
}

/** Java resolves `\u` before it looks for quotes and line ends: below U+0100 only octal escapes are safe. */
function escapedCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\${code.toString(8).padStart(3, '0')}`;
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}

/** Text for a comment: Java obeys `\u` there too. */
export function javaComment(text: string): string {
  return text.replaceAll('\\u', '\\ u');
}
