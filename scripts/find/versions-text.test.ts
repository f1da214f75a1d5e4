import { expect, test } from 'vitest';
import { versionsText } from './versions-text.ts';

const five = ['1.0.0', '1.1.0', '1.2.0', '2.0.0', '2.1.0'];

test.each([
  [['1.0.0'], [0], '1.0.0'],
  [['1.0.0', '2.0.0'], [0, 1], 'both versions'],
  [five, [0, 1, 2, 3, 4], 'all 5 versions'],
  [five, [3, 4], 'since 2.0.0'],
  [five, [4], 'since 2.1.0'],
  [five, [0], 'only 1.0.0'],
  [five, [0, 1, 2], '1.0.0 to 1.2.0'],
  [five, [0, 2, 4], '1.0.0, 1.2.0, 2.1.0'],
  [[...five, '3.0.0', '3.1.0'], [0, 1, 3, 4, 6], '1.0.0, 1.1.0, 2.0.0, 2.1.0 and 1 more'],
])('of %j the places %j are: %s', (versions, places, expected) => {
  expect(versionsText(places, { versions })).toBe(expected);
});
