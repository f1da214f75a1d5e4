import { expect, test } from 'vitest';
import { messageNames } from './message-catalog.ts';

test('a larger catalog begins with the messages of a smaller one', () => {
  const small = messageNames(250);
  expect(messageNames(1250).slice(0, 250)).toEqual(small);
  expect([small.at(0), small.at(25), small.at(-1)].map((name) => name?.id)).toEqual([
    'OrderCreated',
    'OrderChanged',
    'WishlistFlagged',
  ]);
});

test('no two messages have the same name, and no name is made up beyond them', () => {
  expect(new Set(messageNames(1250).map(({ id }) => id)).size).toBe(1250);
  expect(() => messageNames(1251)).toThrow('1250');
});
