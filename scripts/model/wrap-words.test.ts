import { expect, test } from 'vitest';
import { wrapWords } from './wrap-words.ts';

test('text is broken between words', () => {
  expect(wrapWords('an order of goods', 8)).toEqual(['an order', 'of goods']);
  expect(wrapWords('extraordinarily long', 8)).toEqual(['extraordinarily', 'long']);
  expect(wrapWords('', 8)).toEqual(['']);
});

test('but not before a word that must not begin a line', () => {
  expect(wrapWords('an order - of goods', 8, (word) => word !== '-')).toEqual(['an order -', 'of goods']);
});
