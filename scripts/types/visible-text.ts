/** Characters that a reader cannot see, or that turn the reading order around. Joiners stay: scripts and emoji need them. */
const INVISIBLE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** A stranger's text as one line of a comment: it can neither end the comment, nor begin a tag, nor hide anything. */
export function commentLine(text: string): string {
  return showInvisible(text.replaceAll('\t', '  '))
    .replaceAll('*/', '*\\/')
    .replaceAll(/(^|\s)@/gu, '$1\\@');
}

/** A stranger's text as lines of a comment, without empty lines at either end. */
export function commentLines(text: string): readonly string[] {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/\n\s*\n/g, '\n\n')
    .replaceAll(/^\s*\n|\s+$/g, '')
    .split('\n')
    .map((line) => commentLine(line.trimEnd()));
}

/** A stranger's text as a string literal of TypeScript. */
export function quoteText(text: string): string {
  return showInvisible(JSON.stringify(text));
}

function showInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}
