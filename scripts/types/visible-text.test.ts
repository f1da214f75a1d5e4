import { describe, expect, test } from 'vitest';
import { commentLine, commentLines, quoteText } from './visible-text.ts';

describe('text in a comment', () => {
  test.each([
    ['ends */ here', 'ends *\\/ here'],
    ['**//*/', '**\\//*\\/'],
    ['@deprecated', '\\@deprecated'],
    ['see  @deprecated', 'see  \\@deprecated'],
    ['write to shop@example.org', 'write to shop@example.org'],
    ['{@link Order}', '{@link Order}'],
    ['abc\u202Edef', 'abc\\u{202E}def'],
    ['\u0000\u007F\u0085\uFEFF', '\\u{0}\\u{7F}\\u{85}\\u{FEFF}'],
    ['one\ntwo\u2028three', 'one\\u{A}two\\u{2028}three'],
    ['\uD800 \uFDD0', '\\u{D800} \\u{FDD0}'],
    ['👩‍🚀 größe', '👩‍🚀 größe'],
  ])('%j is shown as %s', (text, shown) => {
    expect(commentLine(text)).toBe(shown);
  });

  test('keeps its lines, without empty ones at the ends or doubled', () => {
    expect(commentLines('\n  \nFirst. \r\n\n\n\n  second\n\n')).toEqual(['First.', '', '  second']);
  });
});

describe('text in a literal', () => {
  test.each(['plain', 'a "quote"', "it's", '`${x}`', '\n\u2028', '\u202E', '\uD800', '\u{E0041}', '*/', '\\'])(
    '%j keeps its value and shows all of its characters',
    (text) => {
      const quoted = quoteText(text);
      expect(quoted).toMatch(/^"[^\p{Cc}\p{Cs}\u2028\u202E\u{E0041}]*"$/u);
      // eslint-disable-next-line no-new-func -- The literal is our own, and only JavaScript can say what it means.
      expect(new Function(`return ${quoted}`)()).toBe(text);
    },
  );
});
