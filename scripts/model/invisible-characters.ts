/**
 * Characters that do not show, or that change how their neighbours show: controls, format characters (the bidirectional
 * ones of "Trojan Source" among them), line separators, spaces other than the common one, fillers, private use, half
 * surrogates, variation selectors, and code points that Unicode promises never to assign.
 */
const invisible =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]|(?! )\p{Zs}/gu;

/** The text with every such character written out: as `\u202e`, or in another way. */
export function escapeInvisible(text: string, write: (character: string) => string = escapeCharacter): string {
  return text.replaceAll(invisible, write);
}

/** `\u202e`, `\u{e0001}`: as TypeScript and JSON would write the character. */
export function escapeCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
