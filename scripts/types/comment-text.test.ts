import { describe, expect, test } from 'vitest';
import { commentLine, proseLine, proseLines } from './comment-text.ts';

describe('text in a comment', () => {
  test.each([
    ['ends */ here', 'ends *\\/ here'],
    ['**//*/', '**\\//*\\/'],
    ['@deprecated', '\\@deprecated'],
    ['see  @deprecated', 'see  \\@deprecated'],
    ['write to shop@example.org', 'write to shop@example.org'],
    ['{@link Order}', '{@link Order}'],
    ['abc\u202Edef', 'abc\\u202edef'],
    ['\u0000\u007F\u0085\uFEFF', '\\u0000\\u007f\\u0085\\ufeff'],
    ['one\ntwo\u2028three', 'one\\u000atwo\\u2028three'],
    ['\uD800 \uFDD0 \u{E0041}', '\\ud800 \\ufdd0 \\u{e0041}'],
    ['soft\u00ADhyphen \u3164 \uE000', 'soft\\u00adhyphen \\u3164 \\ue000'],
    ['größe', 'größe'],
  ])('%j is shown as %s, whether it is a value or prose', (text, shown) => {
    expect(commentLine(text)).toBe(shown);
    if (!/\s{2}|[\n\u2028\uFEFF]/.test(text)) expect(proseLine(text)).toBe(shown);
  });

  test('is one line of words, when it is prose', () => {
    expect(proseLine(' one\n\ttwo\u00A0three ')).toBe('one two three');
  });

  test.each(['👩‍🚀', '❤️', 'می‌خواهم', 'ക്‍'])('keeps %s together in prose, and spells it out in a value', (text) => {
    expect(proseLine(text)).toBe(text);
    expect(commentLine(text)).toMatch(/\\u(?:200c|200d|fe0f)/);
  });

  test('keeps its lines, without empty ones at the ends or doubled', () => {
    expect(proseLines('\n  \nFirst. \r\n\n\n\n  second\n\n')).toEqual(['First.', '', '  second']);
    expect(proseLines(' \n ')).toEqual([]);
  });
});
