import { describe, expect, test } from 'vitest';
import { cellCode, codeBlock, codeSpan, elementText, markdownSentence } from './markdown-text.ts';

describe('code', () => {
  test('has a fence longer than any run of backticks in it', () => {
    expect(codeSpan('sku')).toBe('`sku`');
    expect(codeSpan('a``b')).toBe('```a``b```');
    expect(codeSpan('`sku`')).toBe('`` `sku` ``');
    expect(codeBlock('diff', ['+a', '````', '-b'])).toBe('`````diff\n+a\n````\n-b\n`````');
  });

  test('stays on its line, and shows what cannot be seen', () => {
    expect(codeSpan('a\n\n# b')).toBe('`a # b`');
    expect(codeSpan('a\u202eb')).toBe('`a\\u{202e}b`');
    expect(codeBlock('json', ['a\n```\nb'])).toBe('````json\na ``` b\n````');
  });

  test('in a cell is HTML where it holds a pipe', () => {
    expect(cellCode('sku')).toBe('`sku`');
    expect(cellCode('a\\|b*c')).toBe('<code>a\\\\&#124;b\\*c</code>');
  });
});

describe('a sentence', () => {
  test('keeps its code, and is otherwise text', () => {
    expect(markdownSentence('`sku` was *added* to <Order>_1.')).toBe('`sku` was \\*added\\* to &lt;Order&gt;\\_1.');
  });

  test.for([
    ['@inventory-team', '@&#8203;inventory-team'],
    ['see #12', 'see #&#8203;12'],
    ['see GH-12', 'see GH&#8203;-12'],
    ['https://shop.example', 'https:&#8203;//shop.example'],
    ['www.shop.example', 'www&#8203;.shop.example'],
    ['mailto:a@shop.example', 'mailto&#8203;:a@&#8203;shop.example'],
    ['[a](b) and ![a](b)', '\\[a\\](b) and \\!\\[a\\](b)'],
    ['$a$', '&#36;a&#36;'],
  ] as const)('makes neither a mention nor a link of %s', ([text, expected]) => {
    expect(markdownSentence(text)).toBe(expected);
  });

  test.for([
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['1. a', '1\\. a'],
    ['> a', '&gt; a'],
    ['=== a', '\\=== a'],
  ] as const)('starts no block: %s', ([text, expected]) => {
    expect(markdownSentence(text)).toBe(expected);
  });

  test('that is long is cut, and never within a character', () => {
    expect(markdownSentence('😀'.repeat(400))).toMatch(/^(?:😀)+…$/u);
  });
});

test('text inside of an element mentions nobody, and holds no tag', () => {
  expect(elementText('<b>@inventory-team</b>\n\n#1')).toBe('&lt;b&gt;@&#8203;inventory-team&lt;/b&gt; #&#8203;1');
});
