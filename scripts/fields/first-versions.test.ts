import { expect, test } from 'vitest';
import { firstVersions } from './first-versions.ts';

function since(...versions: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    firstVersions(versions.map((paths, index) => ({ version: `1.${index}.0`, paths: new Set(paths.split(' ')) }))),
  );
}

test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
  ['a field of the first version has been there from the beginning', ['id total', 'id total'], {}],
  ['a field that was added', ['id', 'id total', 'id total'], { total: '1.1.0' }],
  ['a field that is new', ['id', 'id', 'id total'], { total: '1.2.0' }],
  ['a field that went and came again', ['id total', 'id', 'id total'], { total: '1.2.0' }],
  ['a field that is gone', ['id total', 'id'], {}],
  ['one version only', ['id'], {}],
  [
    'a field with the name of something else',
    ['id', 'id __proto__ constructor'],
    { ['__proto__']: '1.1.0', constructor: '1.1.0' },
  ],
])('%s', (_what, versions, expected) => {
  expect(Object.entries(since(...versions))).toEqual(Object.entries(expected));
});

test('of no version nothing is said', () => {
  expect(firstVersions([]).size).toBe(0);
});
