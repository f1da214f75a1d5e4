import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../model/json.ts';
import { valueOf, witnessOf } from '../value-of.test-data.ts';

const object = (keywords: JsonObject): JsonObject => ({ type: 'object', ...keywords });
const number: JsonObject = { type: 'number' };

describe('an object', () => {
  it.each([
    [{}, {}],
    [{ required: ['sku'], properties: { sku: number } }, { sku: 0 }],
    [{ minProperties: 1, properties: { sku: number }, additionalProperties: false }, { sku: 0 }],
    [{ minProperties: 1, patternProperties: { '^x$': number }, additionalProperties: false }, { x: 0 }],
    [{ minProperties: 1, propertyNames: { const: 'sku' } }, { sku: null }],
    [
      { required: ['a'], dependentRequired: { a: ['b'] } },
      { a: null, b: null },
    ],
    [{ not: { additionalProperties: number }, propertyNames: { const: 'sku' } }, { sku: null }],
    [{ not: { properties: { sku: number } } }, { sku: null }],
    [{ not: { maxProperties: 0 }, propertyNames: { enum: ['sku'] } }, { sku: null }],
    [{ required: ['__proto__'], additionalProperties: { const: 1 } }, JSON.parse('{"__proto__":1}')],
  ] as const)('%j is found: %j', (keywords, value) => {
    expect(valueOf(object(keywords))).toEqual({ kind: 'value', value });
  });

  it.each([
    { minProperties: 2, maxProperties: 1 },
    { required: ['a', 'b'], maxProperties: 1 },
    { required: ['a'], properties: { a: false } },
    { required: ['a'], propertyNames: { pattern: '^b' } },
    { required: ['a'], additionalProperties: false },
    { required: ['a'], patternProperties: { '^a': { type: 'string' } }, properties: { a: number } },
    { minProperties: 3, propertyNames: { enum: ['a', 'b'] } },
    { minProperties: 1, patternProperties: { '^a': false }, propertyNames: { pattern: '^a' } },
    { required: ['a'], dependentSchemas: { a: { required: ['b'] } }, properties: { b: false } },
    { maxProperties: 1, not: { properties: { a: number } }, required: ['b'] },
    { const: { a: { b: 1 } }, properties: { a: { properties: { b: { type: 'string' } } } } },
  ] as const)('%j is proved to be none', (keywords) => {
    expect(valueOf(object(keywords))).toEqual({ kind: 'none' });
  });

  it('has a name of its own for each demand that is refused, where one cannot do for two', () => {
    const refusing = [number, { type: 'string' }].map((map) => ({ not: { additionalProperties: map } }));
    const typed = { additionalProperties: { type: ['number', 'string'] }, allOf: refusing };
    expect(witnessOf(object(typed), { minProperties: 2 })).toEqual({ kind: 'none' });
    const found = valueOf(object({ ...typed, propertyNames: { enum: ['x', 'y'] } }));
    expect(found.kind === 'value' && Object.keys(found.value ?? {}).toSorted()).toEqual(['x', 'y']);
    expect(valueOf(object({ ...typed, propertyNames: { enum: ['x'] } }))).toEqual({ kind: 'none' });
    // One value may be refused twice.
    expect(valueOf(object({ allOf: refusing, maxProperties: 1 })).kind).toBe('value');
  });
});

describe('names', () => {
  it('that are mentioned may be refused', () => {
    const closed = { additionalProperties: false, properties: { sku: number } };
    expect(witnessOf(object(closed), { propertyNames: { maxLength: 2 } })).toEqual({
      kind: 'value',
      value: { sku: 0 },
    });
    expect(witnessOf(object(closed), { propertyNames: { maxLength: 3 } })).toEqual({ kind: 'none' });
  });

  it('are told apart by the patterns that they match together', () => {
    const writer = object({ patternProperties: { '^a': number, b$: { type: 'integer' } } });
    expect(witnessOf(writer, { patternProperties: { '^a.*b$': { type: 'integer' } } })).toEqual({ kind: 'none' });
    expect(witnessOf(writer, { patternProperties: { '^a': { type: 'integer' } } })).toEqual({
      kind: 'value',
      value: { a: 0.5 },
    });
    expect(witnessOf(writer, { patternProperties: { '^c': number } }).kind).toBe('value');
  });

  it('of many patterns that exclude each other cost little', () => {
    const letters = [...'abcdefghijklmnopqrst'];
    const patternProperties = Object.fromEntries(letters.map((letter) => [`^${letter}`, number]));
    const closed = object({ patternProperties, additionalProperties: false });
    expect(witnessOf(closed, { additionalProperties: number })).toEqual({ kind: 'none' });
    expect(witnessOf(closed, { maxProperties: letters.length }).kind).toBe('value');
  });

  it('of too many patterns that do not are left open', () => {
    const patterns = Object.fromEntries([...'abcdefghij'].map((letter) => [letter, number]));
    const closed = { patternProperties: patterns, additionalProperties: false };
    expect(witnessOf(object({ minProperties: 1 }), closed).kind).toBe('value');
    expect(witnessOf(object(closed), { additionalProperties: number }).kind).toBe('unknown');
  });
});
