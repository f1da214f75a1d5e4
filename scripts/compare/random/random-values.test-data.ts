import type { JsonObject, JsonValue } from '../../model/json.ts';
import { pick, type Choices } from './choices.test-data.ts';

/** `__proto__` as a name like any other, which only a parser or `fromEntries` makes. */
const proto: JsonObject = Object.fromEntries([['__proto__', 1]]);

/** Few values, so that two schemas often speak of the same one. */
export const smallValues: readonly [JsonValue, ...JsonValue[]] = [
  ...([null, true, false] as const),
  ...([0, 1, 2, 3, -1, 4, 6, 0.5, 1.5, 0.01, 0.3, 19.99, 2.5] as const),
  ...(['', 'a', 'b', 'ab', 'aa', 'bb', 'ba', 'abc', 'c', '1'] as const),
  ...([[], [1], [1, 2], [1, 1], ['a'], [[1]], [[]], [null, 'a'], [2, 1, 'a']] as const),
  ...([{}, { a: 1 }, { a: 'a' }, { b: 1 }, { a: 1, b: 'b' }, { a: { b: 1 } }, { a: [1] }, { c: null }] as const),
  proto,
];

export const smallNames: readonly [string, ...string[]] = ['a', 'b', 'c', 'ab', '__proto__'];

export function randomValue(choices: Choices): JsonValue {
  return pick(choices, smallValues);
}

export const smallTexts: readonly [string, ...string[]] = [
  'a',
  'b',
  '',
  'ab',
  'ba',
  'aab',
  'aaaa',
  '1',
  '😀',
  'x@example.com',
  '2024-02-29',
  '2024-02-30',
  '00000000-0000-0000-0000-000000000000',
  '2024-01-31T08:30:00Z',
];
