import { describe, expect, test } from 'vitest';
import { parseYaml, placesInYaml, writtenScalar } from './parse-yaml.ts';

function parse(text: string) {
  const { value, diagnostics } = parseYaml(text, 'order.yaml', {
    linesAbove: 0,
    invalid: 'yaml-invalid',
    inexact: 'number-not-exact',
  });
  return { value, faults: diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`), diagnostics };
}

describe('aliases', () => {
  test('become copies, however many there are', () => {
    const text = `money: &money { type: number }\nprices:\n${'  - *money\n'.repeat(500)}`;
    const { value, faults } = parse(text);
    expect(faults).toEqual([]);
    expect(value).toEqual({ money: { type: 'number' }, prices: Array(500).fill({ type: 'number' }) });
  });

  test.each([
    ['lists', (level: number) => `[${`*a${level - 1}, `.repeat(9)}*a${level - 1}]`],
    ['maps', (level: number) => `{${[...'xyzuvw'].map((key) => `${key}: *a${level - 1}`).join(', ')}}`],
  ])('that would fill the memory are a fault: %s', (_what, line) => {
    const levels = Array.from(
      { length: 20 },
      (_none, level) => `a${level}: &a${level} ${level === 0 ? 'mug' : line(level)}`,
    );
    expect(parse(levels.join('\n')).faults).toEqual(['yaml-invalid 1:1']);
  });

  test('of one long text count by its length', () => {
    const text = `note: &note ${'x'.repeat(10_000)}\nall:\n${'  - *note\n'.repeat(3000)}`;
    expect(parse(text).faults).toEqual(['yaml-invalid 1:1']);
  });

  test('that stand for what is around them are a fault, at their place', () => {
    expect(parse('order: &order\n  replaces: *order\n').faults).toEqual(['yaml-invalid 2:13']);
    expect(parse('order: *unknown\n').faults).toEqual(['yaml-invalid 1:8']);
  });

  test('in merge keys are merged', () => {
    expect(parse('base: &base { a: 1, b: 2 }\norder: { <<: *base, b: 3 }\n').value).toEqual({
      base: { a: 1, b: 2 },
      order: { a: 1, b: 3 },
    });
  });
});

describe('faults', () => {
  test.each([
    ['an empty file', '# nothing but a comment\n', 'yaml-invalid 1:1'],
    ['a key twice', 'sku: 1\nsku: 2\n', 'key-duplicate 2:1'],
    ['a number beyond every double', 'price: 1e999\n', 'number-not-exact 1:8'],
    ['an infinite number', 'price: .inf\n', 'number-not-exact 1:8'],
    ['a number that would be rounded', 'id: 12345678901234567890\n', 'number-not-exact 1:5'],
    ['half a character', 'sku: "\\ud800"\n', 'text-not-well-formed 1:6'],
    ['nesting without end', `sku: ${'['.repeat(20_000)}`, 'nesting-too-deep 1:1'],
    ['deep nesting', `sku: ${'['.repeat(600)}${']'.repeat(600)}`, 'nesting-too-deep 1:1'],
  ])('%s', (_what, text, fault) => {
    expect(parse(text).faults).toEqual([fault]);
  });

  test('a merge conflict is called one', () => {
    const { diagnostics } = parse('sku: 1\n<<<<<<< ours\nname: a\n=======\nname: b\n>>>>>>> theirs\n');
    expect(diagnostics[0]?.message).toContain('merge conflict');
  });
});

test('numbers keep the text that they were written in', () => {
  const text = 'version: 1.10 # not 1.1\nsends:\n  - { version: 2.0 }\n';
  expect(writtenScalar(text, '/version')).toBe('1.10');
  expect(writtenScalar(text, '/sends/0/version')).toBe('2.0');
});

test('places are those of keys and of items, also behind an alias', () => {
  const placeOf = placesInYaml('a: &a\n  sku: 1\nb: *a\nlist:\n  - x\n  - y\n', 1);
  expect(placeOf('/a/sku')).toEqual({ line: 3, column: 3 });
  expect(placeOf('/b/sku')).toEqual({ line: 3, column: 3 });
  expect(placeOf('/list/1')).toEqual({ line: 7, column: 5 });
  expect(placeOf('/list/9/gone')).toEqual(placeOf('/list'));
});
