import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../model/json.ts';
import { renderTypes } from './render-types.ts';
import { wrapDocs } from './wrap-docs.ts';

/** The lines of a comment, wrapped at 20 characters behind the three that begin each line. */
function wrapped(...lines: readonly string[]): readonly string[] {
  const text = wrapDocs(`/**\n${lines.map((line) => ` * ${line}`.trimEnd() + '\n').join('')} */\ntype A = 1;\n`, 23);
  expect(text).toMatch(/^\/\*\*\n[^]*\n \*\/\ntype A = 1;\n$/);
  return text
    .split('\n')
    .slice(1, -3)
    .map((line) => line.slice(3));
}

describe('the prose of a comment', () => {
  test('is broken between words, each of its lines by itself', () => {
    expect(wrapped('Units on hand after the sale.', 'Never below zero.', '', 'Counted at night.')).toEqual([
      'Units on hand after',
      'the sale.',
      'Never below zero.',
      '',
      'Counted at night.',
    ]);
  });

  test('keeps a long word whole', () => {
    expect(wrapped('See https://shop.example/returns for more')).toEqual([
      'See',
      'https://shop.example/returns',
      'for more',
    ]);
  });

  test.each([
    ['- an item that is longer than a line'],
    ['* an item that is longer than a line'],
    ['12. an item that is longer than a line'],
    ['  an indented line that is longer'],
    ['# A heading that is longer than a line'],
    ['> a quotation that is longer than a line'],
    ['| a table | that is | longer than a line |'],
    ['@default "a value that is longer than a line"'],
  ])('leaves %j alone', (line) => {
    expect(wrapped(line)).toEqual([line]);
  });

  test('leaves the code between fences alone, and goes on behind it', () => {
    const code = ['```json', 'a line of code that is longer', '```'];
    expect(wrapped(...code, 'one line of words more')).toEqual([...code, 'one line of words', 'more']);
  });

  test.each(['-', '+', '1.', '2)', '#sale', '>', '|'])(
    'begins no line with %s, which would mean something there',
    (word) => {
      expect(wrapped(`eighteen letters 12 ${word} and more`)).toEqual([`eighteen letters 12 ${word}`, 'and more']);
    },
  );
});

test('no line of a rendered file is wider than the pages show, whatever its depth', async () => {
  const description = 'What the customer wrote on the note. '.repeat(9);
  const inner = { description, properties: { note: { description, type: 'string' } } } as const satisfies JsonSchema;
  const schema = { description, properties: { order: { ...inner, properties: { line: inner } } } };
  const text = await renderTypes({ schema, dialect: '2020-12', typeName: 'A', openObjects: false, header: [] });
  expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  expect(text.split('\n').filter((line) => line.length > 90).length).toBeGreaterThan(8);
  expect(text.replaceAll(/\s+\*\s|\s+/g, ' ').split(description.trim())).toHaveLength(5);
});
