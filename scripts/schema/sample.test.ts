import { describe, expect, it } from 'vitest';
import type { JsonSchema, JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { sampleValue } from './sample.ts';
import { compileValidator } from './validate.ts';

function sample(schema: JsonSchema, dialect: Dialect = '2020-12'): JsonValue {
  const result = sampleValue(schema, dialect);
  if ('reason' in result) throw new Error(result.reason);
  expect(compileValidator(schema, dialect).faults(result.value)).toEqual([]);
  return result.value;
}

describe('what is preferred', () => {
  it.each<readonly [string, JsonSchema, JsonValue]>([
    ['const', { const: 'EUR', examples: ['USD'] }, 'EUR'],
    ['the first example', { type: 'string', examples: ['SKU-7', 'SKU-8'], default: 'SKU-9' }, 'SKU-7'],
    ['the first valid example', { type: 'string', examples: [7, 'SKU-8'] }, 'SKU-8'],
    ['example', { type: 'string', example: 'SKU-7', default: 'SKU-9' }, 'SKU-7'],
    ['default', { type: 'string', default: 'SKU-9', enum: ['SKU-1', 'SKU-9'] }, 'SKU-9'],
    ['the first enum', { enum: ['placed', 'shipped'] }, 'placed'],
    [
      'no blank default',
      { properties: { tags: { type: 'array', items: { type: 'string' }, default: [] } } },
      { tags: ['tag'] },
    ],
    [
      'a whole example',
      { type: 'object', properties: { sku: { type: 'string' } }, examples: [{ sku: 5 }, { sku: 'A' }] },
      { sku: 'A' },
    ],
    [
      'a whole example of a part',
      { allOf: [{ $ref: '#/$defs/o' }], $defs: { o: { examples: [{ sku: 'A' }] } } },
      { sku: 'A' },
    ],
    ['something else than null', { type: ['null', 'boolean'] }, true],
  ])('%s', (_name, schema, expected) => {
    expect(sample(schema)).toEqual(expected);
  });
});

describe('readable orders', () => {
  it('show every field, with values that their names suggest', () => {
    const order: JsonSchema = {
      type: 'object',
      required: ['order_id', 'items'],
      properties: {
        order_id: { type: 'string' },
        placedAt: { type: 'string', format: 'date-time' },
        customer: {
          type: 'object',
          properties: { email: { type: 'string', format: 'email' }, first_name: { type: 'string' } },
        },
        currency: { type: 'string', pattern: '^[A-Z]{3}$' },
        total: { type: 'number', multipleOf: 0.01, minimum: 0 },
        items: { type: 'array', items: { $ref: '#/$defs/item' } },
        giftNote: { type: 'string', deprecated: true },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
      },
      additionalProperties: false,
      $defs: {
        item: { type: 'object', properties: { sku: { type: 'string' }, quantity: { type: 'integer', minimum: 1 } } },
      },
    };
    expect(sample(order)).toEqual({
      order_id: 'order-1',
      placedAt: '2025-01-15T09:30:00Z',
      customer: { email: 'ada@example.com', first_name: 'Ada' },
      currency: 'EUR',
      total: 19.99,
      items: [{ sku: 'SKU-1001', quantity: 1 }],
      labels: { 'label-1': 'label' },
    });
  });
});

describe('numbers', () => {
  it.each<readonly [JsonSchema, Dialect]>([
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, '2020-12'],
    [{ type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 0.001 }, 'draft-04'],
    [{ type: 'integer', multipleOf: 7, minimum: 100, maximum: 106 }, '2020-12'],
    [{ type: 'number', multipleOf: 0.01, exclusiveMinimum: 0.07, maximum: 0.08 }, '2020-12'],
    [{ type: 'number', allOf: [{ multipleOf: 0.06 }, { multipleOf: 0.04 }], minimum: 0.01 }, '2020-12'],
    [{ type: 'integer', multipleOf: 0.3, minimum: 1 }, '2020-12'],
    [{ type: 'number', minimum: 1e300 }, '2020-12'],
    [{ type: 'integer', maximum: -9_007_199_254_740_992 }, '2020-12'],
    [{ type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 1.000_000_1 }, '2020-12'],
  ])('%j in %s', (schema, dialect) => {
    expect(typeof sample(schema, dialect)).toBe('number');
  });
});

describe('texts', () => {
  it.each([
    ['^[A-Z]{3}-\\d{4}$', 'ABC-1234'],
    ['^(card|iban)$', 'card'],
    ['^(["\']).+\\1$', '"abc"'],
    ['^(?!SKU)[A-Z]{3}', 'ABC'],
    ['^\\p{Lu}$', 'A'],
    ['', 'code'],
  ])('for the pattern %s: %s', (pattern, expected) => {
    expect(sample({ properties: { code: { type: 'string', pattern } } })).toEqual({ code: expected });
  });

  it.each<JsonSchema>([
    { type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d)(?=.*[!@#]).{8,}$' },
    { type: 'string', pattern: '^[A-Z]+-[0-9]+$', minLength: 12, maxLength: 12 },
    { type: 'string', pattern: 'card|iban', minLength: 30 },
    { type: 'string', pattern: '^[^\\x00-\\x7f]{2}$' },
    { type: 'string', allOf: [{ pattern: '^SKU' }, { pattern: '\\d$' }] },
    { type: 'string', format: 'email', maxLength: 7 },
    { type: 'string', format: 'uri', minLength: 80 },
    { type: 'string', format: 'date-time', pattern: '\\+01:00$' },
    { type: 'string', minLength: 500, maxLength: 500 },
    { type: 'string', maxLength: 0 },
  ])('%j', (schema) => {
    expect(typeof sample(schema)).toBe('string');
  });

  it.each([
    'date-time',
    'date',
    'time',
    'duration',
    'email',
    'uuid',
    'uri',
    'uri-reference',
    'uri-template',
    'hostname',
    'ipv4',
    'ipv6',
    'json-pointer',
    'relative-json-pointer',
    'regex',
  ])('many different ones of format %s', (format) => {
    sample({ type: 'array', items: { type: 'string', format }, minItems: 5, uniqueItems: true });
  });
});

describe('lists', () => {
  it.each<readonly [JsonSchema, Dialect, JsonValue]>([
    [{ type: 'array' }, '2020-12', []],
    [{ type: 'array', items: { const: 1 } }, '2020-12', [1]],
    [{ type: 'array', items: { const: 1 }, maxItems: 0 }, '2020-12', []],
    [{ type: 'array', items: false }, '2020-12', []],
    [{ prefixItems: [{ const: 'a' }, { const: 2 }], items: false }, '2020-12', ['a', 2]],
    [{ items: [{ const: 'a' }], additionalItems: { const: 0 }, minItems: 3 }, 'draft-07', ['a', 0, 0]],
    [{ type: 'array', items: { enum: ['S', 'M', 'L'] }, uniqueItems: true, minItems: 3 }, '2020-12', ['S', 'M', 'L']],
    [{ prefixItems: [{ const: 1 }], contains: { const: 'gift' }, minContains: 2 }, '2020-12', [1, 'gift', 'gift']],
    [{ contains: { const: 'gift' }, unevaluatedItems: false }, '2020-12', ['gift']],
    [{ allOf: [{ contains: { const: 1 } }, { contains: { type: 'integer' }, maxContains: 1 }] }, '2020-12', [1]],
  ])('%j in %s', (schema, dialect, expected) => {
    expect(sample(schema, dialect)).toEqual(expected);
  });
});

describe('objects', () => {
  it.each<readonly [string, JsonSchema, Dialect, JsonValue]>([
    [
      'one of two payments',
      {
        properties: { card: { type: 'string' }, iban: { type: 'string' } },
        oneOf: [{ required: ['card'] }, { required: ['iban'] }],
      },
      'draft-07',
      { card: 'card' },
    ],
    [
      'no forbidden pair',
      { properties: { a: { const: 1 }, b: { const: 2 } }, required: ['b'], not: { required: ['a', 'b'] } },
      'draft-07',
      { b: 2 },
    ],
    [
      'a dependency',
      { properties: { coupon: { const: 'X' } }, dependentRequired: { coupon: ['code'] } },
      '2020-12',
      { coupon: 'X', code: 'code' },
    ],
    [
      'an old dependency',
      { properties: { coupon: { enum: ['X'] } }, dependencies: { coupon: { required: ['code'] } } },
      'draft-04',
      { coupon: 'X', code: 'code' },
    ],
    [
      'a condition',
      {
        properties: { kind: { enum: ['gift', 'sale'] } },
        required: ['kind'],
        if: { properties: { kind: { const: 'gift' } } },
        then: { required: ['note'] },
      },
      'draft-07',
      { kind: 'gift', note: 'A short text' },
    ],
    [
      'names by pattern',
      { patternProperties: { '^[A-Z]{2}$': { const: 1 } }, additionalProperties: false, minProperties: 2 },
      'draft-07',
      { AB: 1, AA: 1 },
    ],
    [
      'names that are checked',
      { type: 'object', propertyNames: { enum: ['DE', 'FR'] }, additionalProperties: { const: 1 } },
      'draft-07',
      { DE: 1 },
    ],
    [
      'not more than allowed',
      { properties: { a: { const: 1 }, b: { const: 2 } }, required: ['b'], maxProperties: 1 },
      'draft-07',
      { b: 2 },
    ],
    [
      'what allOf closes',
      { allOf: [{ properties: { a: { const: 1 }, b: {} } }, { properties: { a: {} }, additionalProperties: false }] },
      'draft-07',
      { a: 1 },
    ],
    [
      'unevaluated',
      {
        allOf: [{ properties: { sku: { const: 'A' } } }],
        unevaluatedProperties: false,
        properties: { n: { const: 1 } },
      },
      '2020-12',
      { n: 1, sku: 'A' },
    ],
    [
      'a tree',
      {
        properties: { name: { const: 'root' }, children: { type: 'array', items: { $ref: '#' } }, next: { $ref: '#' } },
      },
      'draft-07',
      { name: 'root', children: [] },
    ],
    [
      'a forced recursion',
      { required: ['next'], properties: { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } }, type: 'object' },
      'draft-07',
      { next: null },
    ],
    [
      'a branch that fits its siblings',
      { type: 'object', required: ['n'], anyOf: [{ type: 'string' }, { properties: { n: { const: 3 } } }] },
      'draft-07',
      { n: 3 },
    ],
    [
      'null among candidates',
      {
        properties: { note: { type: ['string', 'null'] } },
        required: ['note'],
        not: { properties: { note: { type: 'string' } } },
      },
      'draft-07',
      { note: null },
    ],
  ])('%s', (_name, schema, dialect, expected) => {
    expect(sample(schema, dialect)).toEqual(expected);
  });

  it('takes names of Object.prototype like any other', () => {
    const schema = JSON.parse(
      '{"type":"object","properties":{"__proto__":{"const":1}},"required":["__proto__","toString"]}',
    );
    expect(JSON.stringify(sample(schema))).toBe('{"__proto__":1,"toString":"to string"}');
  });

  it('finds the one combination of fifteen conditions', () => {
    const kinds = Array.from({ length: 15 }, (_, index) => `kind-${index}`);
    sample({
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: kinds.toReversed() } },
      allOf: kinds.map((kind) => ({
        if: { properties: { kind: { const: kind } } },
        then: { required: [`for_${kind}`] },
      })),
    });
  });
});

describe('schemas without a sample', () => {
  it.each<readonly [JsonSchema, RegExp]>([
    [false, /contradict/],
    [{ type: 'string', const: 1 }, /must be a string, found 1/],
    [{ type: 'object', required: ['next'], properties: { next: { $ref: '#' } } }, /without end/],
    [{ $ref: '#/$defs/none' }, /leads nowhere/],
    [{ type: 'sku' }, /not usable/],
    [{ type: 'string', minLength: 1e9 }, /too large/],
  ])('%j', (schema, reason) => {
    const result = sampleValue(schema, '2020-12');
    expect('reason' in result && result.reason).toMatch(reason);
  });

  it('gives up in time on 2^30 required values, and keeps 2^30 optional ones short', () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const next = { $ref: `#/$defs/level${level + 1}` };
      return [`level${level}`, { type: 'object', properties: { left: next, right: next } }] as const;
    });
    const optional = { $ref: '#/$defs/level0', $defs: { ...Object.fromEntries(levels), level30: { type: 'string' } } };
    expect(JSON.stringify(sample(optional)).length).toBeLessThan(5_000);
    const required = levels.map(([name, schema]) => [name, { ...schema, required: ['left', 'right'] }] as const);
    const hopeless = {
      $ref: '#/$defs/level0',
      $defs: { ...Object.fromEntries(required), level30: { type: 'string' } },
    };
    expect(sampleValue(hopeless, '2020-12')).toHaveProperty('reason');
  }, 20_000);
});
