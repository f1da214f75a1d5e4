import { describe, expect, test } from 'vitest';
import { exactNumber } from './exact-number.ts';
import { parseJson, placesInJson } from './parse-json.ts';

const faultsOf = (text: string) =>
  parseJson(text, 'order.json').diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('faults', () => {
  test.each([
    ['an empty file', '', 'json-invalid 1:1'],
    ['a missing value', '{\n  "sku": }', 'json-invalid 2:10'],
    ['a trailing comma', '{ "sku": 1, }', 'json-invalid 1:13'],
    ['a comment', '{ "sku": 1 } // mug', 'json-invalid 1:14'],
    ['a key twice', '{ "sku": 1,\n  "sku": 2 }', 'key-duplicate 2:3'],
    ['half a character in a key', '{ "\\ud800": 1 }', 'text-not-well-formed 1:3'],
    ['half a character in a text', '[ "\\udc00" ]', 'text-not-well-formed 1:3'],
    ['a number that would be rounded', '[1, 9223372036854775807]', 'number-not-exact 1:5'],
    ['nesting without end', '['.repeat(100_000), 'nesting-too-deep 1:1'],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'nesting-too-deep 1:1'],
  ])('%s', (_what, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  test('are all found, each at its place, in a time that grows with the file', () => {
    const many = Array.from({ length: 50_000 }, (_none, index) => `  12345678901234567${index}`).join(',\n');
    const found = faultsOf(`[\n${many}\n]`);
    expect(found.length).toBeGreaterThan(40_000);
    expect(found.at(-1)).toBe('number-not-exact 50001:3');
  });

  test('of bounds are warnings, unless no double comes near', () => {
    const codes = (text: string) =>
      parseJson(text, 'schema.json', 'bound-not-exact').diagnostics.map(({ code }) => code);
    expect(codes('{ "maximum": 9223372036854775807 }')).toEqual(['bound-not-exact']);
    expect(codes('{ "maximum": 1e999 }')).toEqual(['number-not-exact']);
  });
});

test('names like those of objects are names like any other', () => {
  expect(Object.keys(Object(parseJson('{ "__proto__": 1, "constructor": 2 }', 'order.json').value))).toEqual([
    '__proto__',
    'constructor',
  ]);
});

test.each([
  ['0.1', true],
  ['150.00', true],
  ['1.5e2', true],
  ['-0', true],
  ['9007199254740993', false],
  ['0.1000000000000000055511151231257827', false],
  ['1e-400', false],
])('%s is held by a double: %s', (literal, isExact) => {
  expect(exactNumber(literal)).toBe(isExact);
});

test('places are those of keys and of items', () => {
  const placeOf = placesInJson('{\n  "lines": [\n    { "a/b": 1 }\n  ]\n}');
  expect(placeOf('')).toEqual({ line: 1, column: 1 });
  expect(placeOf('/lines')).toEqual({ line: 2, column: 3 });
  expect(placeOf('/lines/0')).toEqual({ line: 3, column: 5 });
  expect(placeOf('/lines/0/a~1b')).toEqual({ line: 3, column: 7 });
  expect(placeOf('/lines/0/gone')).toEqual({ line: 3, column: 5 });
});
