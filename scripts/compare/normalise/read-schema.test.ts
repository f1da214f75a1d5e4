import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../model/json.ts';
import { witnessOf } from '../value-of.test-data.ts';

const kindOf = (before: JsonSchema, after: JsonSchema) => witnessOf(before, after).kind;

describe('what nobody here understands', () => {
  const opaques: readonly JsonObject[] = [
    { disallow: ['string'] },
    { $merge: { source: {}, with: {} } },
    { minimum: '3' },
    { pattern: '(' },
    { patternProperties: { '(': {} } },
    { type: 'text' },
    { $ref: 'https://shop.example/order' },
    { $ref: '#/$defs/none' },
    { required: 'sku' },
    { enum: 'sku' },
  ];

  it.each(opaques)('%j is neither relied on nor ignored', (opaque) => {
    const closed = { type: 'string', ...opaque };
    expect(kindOf(closed, { maxLength: 3 })).toBe('unknown');
    expect(kindOf({ maxLength: 3 }, closed)).not.toBe('none');
    expect(kindOf({ type: 'array', items: closed, minItems: 2 }, { items: { maxLength: 3 } })).toBe('unknown');
    expect(kindOf({ type: 'object', required: ['a'], propertyNames: opaque }, false)).toBe('unknown');
    expect(kindOf({ type: 'object' }, { propertyNames: { not: opaque } })).not.toBe('none');
  });

  it('makes no difference where something else decides', () => {
    expect(kindOf({ type: 'string', disallow: 1 }, { type: ['string', 'null'] })).toBe('none');
    expect(kindOf({ type: 'null' }, { type: 'string', disallow: 1 })).toBe('value');
    expect(kindOf({ type: 'string' }, { anyOf: [{ type: 'string' }, { disallow: 1 }] })).toBe('none');
  });

  it('says the same twice, but not where it refers to something else', () => {
    const extending: JsonObject = { extends: { type: 'string' } };
    expect(kindOf({ type: 'string', ...extending }, extending)).toBe('none');
    const referring: JsonObject = { extends: { $ref: '#/$defs/sku' } };
    const [before, after] = [{ $defs: { sku: true } }, { $defs: { sku: { maxLength: 1 } } }];
    expect(kindOf({ ...referring, ...before }, { ...referring, ...after })).toBe('unknown');
    const broken: JsonObject = { patternProperties: { '(': { $ref: '#/$defs/sku' } } };
    expect(kindOf({ ...broken, ...before }, { ...broken, ...after })).toBe('unknown');
  });
});

it('a schema that only comes back to itself demands what stands beside it', () => {
  expect(kindOf({ $ref: '#', type: 'string' }, { type: 'string' })).toBe('none');
  const loop = { $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/b' }] }, b: { $ref: '#/$defs/a' } } };
  expect(() => kindOf(loop, { type: 'string' })).not.toThrow();
  expect(() => kindOf({ not: { $ref: '#' } }, false)).not.toThrow();
});

describe('recursive schemas', () => {
  const tree = (keywords: JsonObject): JsonObject => ({
    type: 'object',
    properties: { left: { $ref: '#' }, right: { $ref: '#' }, ...keywords },
  });

  it('are proved by what is on the way', () => {
    expect(kindOf(tree({}), tree({}))).toBe('none');
    expect(kindOf(tree({ sku: { type: 'integer' } }), tree({ sku: { type: 'number' } }))).toBe('none');
    expect(kindOf(tree({ sku: { type: 'number' } }), tree({ sku: { type: 'integer' } }))).toBe('value');
  });

  it('that need one more of themselves for ever are empty', () => {
    expect(kindOf({ ...tree({}), required: ['left'] }, false)).toBe('none');
    const line = { type: 'array', items: { $ref: '#' }, minItems: 1 };
    expect(kindOf({ anyOf: [line, { type: 'null' }] }, { type: ['array', 'null'] })).toBe('none');
    expect(kindOf({ anyOf: [line, { type: 'null' }] }, { type: 'null' })).toBe('value');
  });
});

it('a search that takes too long ends', () => {
  const nested = { properties: { line: { properties: { sku: { properties: { code: { type: 'string' } } } } } } };
  expect(witnessOf({}, nested, { steps: 3 })).toEqual({
    kind: 'unknown',
    reason: 'the search took more than 3 steps',
  });
  expect(witnessOf({}, nested).kind).toBe('value');
});
