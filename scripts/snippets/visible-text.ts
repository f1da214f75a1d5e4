/**
 * Characters that do not show, or that change how their neighbours show: controls, format characters (the bidirectional
 * ones of "Trojan Source" among them), line separators, spaces other than the common one, private use, half surrogates,
 * and variation selectors. Programs hold them as escapes only.
 */
export const invisibleCharacters =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0]|(?! )\p{Zs}|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** One line for a comment: white space becomes single spaces, and what does not show is spelled out as `\u202e`. */
export function visibleText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(invisibleCharacters, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16);
      return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
    });
}

/** Lines of at most so many characters, broken between words; a longer word has a line of its own. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
