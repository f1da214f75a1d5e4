import { describe, expect, it } from 'vitest';
import type { JsonSchema, JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { compileForFewValues, compileValidator } from './validate.ts';

function accepts(schema: JsonSchema, value: JsonValue, dialect: Dialect = '2020-12'): boolean {
  return compileValidator(schema, dialect).faults(value).length === 0;
}

const nested = (levels: number): JsonValue => {
  let value: JsonValue = {};
  for (let level = 0; level < levels; level++) value = { reply: value };
  return value;
};

describe('faults', () => {
  it('say where, which keyword, and what was found', () => {
    const schema: JsonSchema = {
      properties: { 'placed/at': { $ref: '#/$defs/moment' } },
      required: ['sku'],
      $defs: { moment: { type: 'string', format: 'date-time' } },
    };
    expect(compileValidator(schema, '2020-12').faults({ 'placed/at': 'yesterday' })).toEqual([
      {
        instancePointer: '',
        schemaPointer: '/required',
        keyword: 'required',
        reason: 'the value must have the property "sku"',
      },
      {
        instancePointer: '/placed~1at',
        schemaPointer: '/$defs/moment/format',
        keyword: 'format',
        reason: '/placed~1at must match format "date-time", found "yesterday"',
      },
    ]);
  });

  it('cut long values', () => {
    const [fault] = compileValidator({ type: 'integer' }, '2020-12').faults('x'.repeat(10_000));
    expect(fault?.reason.length).toBeLessThan(120);
  });

  it('know a schema that is false', () => {
    expect(compileValidator({ properties: { coupon: false } }, 'draft-07').faults({ coupon: 1 })).toMatchObject([
      { instancePointer: '/coupon', schemaPointer: '/properties/coupon', keyword: 'false schema' },
    ]);
  });
});

describe('drafts', () => {
  it.each<readonly [JsonSchema, JsonValue, Dialect, boolean]>([
    [{ minimum: 5, exclusiveMinimum: true }, 5, 'draft-04', false],
    [{ exclusiveMinimum: 5 }, 5, 'draft-06', false],
    [{ const: 1 }, 2, 'draft-04', true],
    [{ if: true, then: false }, 1, 'draft-06', true],
    [{ if: true, then: false }, 1, 'draft-07', false],
    [{ items: [{ type: 'string' }] }, [1], '2019-09', false],
    [{ prefixItems: [{ type: 'string' }] }, [1], '2019-09', true],
    [{ prefixItems: [{ type: 'string' }] }, [1], '2020-12', false],
    [{ dependencies: { coupon: ['code'] } }, { coupon: 1 }, 'draft-07', false],
    [{ dependencies: { coupon: ['code'] } }, { coupon: 1 }, '2020-12', true],
    [{ dependentRequired: { coupon: ['code'] } }, { coupon: 1 }, 'draft-07', true],
    [{ contains: { const: 1 }, minContains: 2 }, [1], 'draft-07', true],
    [{ $ref: '#/definitions/sku', maxLength: 1, definitions: { sku: {} } }, 'SKU', 'draft-07', true],
    [{ $ref: '#/$defs/sku', maxLength: 1, $defs: { sku: {} } }, 'SKU', '2019-09', false],
    [{ properties: { next: { $recursiveRef: '#' } }, required: ['sku'] }, { sku: 1, next: {} }, '2019-09', false],
    [{ $defs: { sku: { $dynamicAnchor: 'sku', type: 'string' } }, $dynamicRef: '#sku' }, 1, '2020-12', false],
  ])('%j takes %j in %s: %s', (schema, value, dialect, expected) => {
    expect(accepts(schema, value, dialect)).toBe(expected);
  });
});

describe('what Ajv adds or gets wrong has no effect', () => {
  it.each<readonly [string, JsonSchema, JsonValue, boolean]>([
    ['nullable', { type: 'string', nullable: true }, null, false],
    ['nullable without type', { nullable: true, minimum: 1 }, 0, false],
    ['a property named nullable', { properties: { nullable: { type: 'string' } } }, { nullable: 1 }, false],
    ['discriminator', { discriminator: { propertyName: 'kind' }, oneOf: [{ required: ['sku'] }] }, { sku: 1 }, true],
    ['$async', { $async: true, type: 'string' }, 1, false],
    ['$data', { properties: { least: {}, amount: { const: { $data: '1/least' } } } }, { least: 1, amount: 1 }, false],
    ['instanceof', { instanceof: 'Date' }, 1, true],
    ['formatMinimum', { format: 'date', formatMinimum: '2026-01-01' }, '2025-01-01', true],
    ['id', { id: 'order', type: 'string' }, 'a', true],
    ['decimal multiples', { multipleOf: 0.01 }, 19.99, true],
    ['decimal multiples, refused', { multipleOf: 0.01 }, 19.999, false],
    ['contains after a full list', { items: { contains: { const: 1 } } }, [[1], []], false],
    ['contains: true', { contains: true, unevaluatedItems: false }, [1], true],
    ['an if alone', { if: { properties: { sku: true } }, unevaluatedProperties: false }, { sku: 1 }, true],
    ['equality with a property valueOf', { const: { valueOf: 1 } }, { valueOf: 1 }, true],
    [
      'the order of keys',
      { uniqueItems: true },
      [
        { sku: 1, size: 2 },
        { size: 2, sku: 1 },
      ],
      false,
    ],
    ['an empty enum', { enum: [] }, 1, false],
    ['OpenAPI formats', { format: 'int32' }, 1.5, true],
    ['unknown formats', { format: 'sku' }, 'x', true],
    ['patterns valid only without u', { pattern: '^\\-$' }, '-', true],
    ['patterns count code points', { pattern: '^.$', maxLength: 1 }, '😀', true],
  ])('%s', (_name, schema, value, expected) => {
    expect(accepts(schema, value)).toBe(expected);
  });

  it('2019-09: contains evaluates nothing', () => {
    const schema = { contains: { const: 1 }, unevaluatedItems: false };
    expect(accepts(schema, [1], '2019-09')).toBe(false);
    expect(accepts({ contains: { const: 1 } }, [1], '2019-09')).toBe(true);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('a property named %s', (name) => {
    const schema = JSON.parse(
      `{"properties":{"${name}":{"type":"integer"}},"required":["${name}"],"additionalProperties":false}`,
    );
    expect(accepts(schema, {})).toBe(false);
    expect(accepts(schema, JSON.parse(`{"${name}":"one"}`))).toBe(false);
    expect(accepts(schema, JSON.parse(`{"${name}":1}`))).toBe(true);
  });

  it('ids that clash or lie', () => {
    for (const type of ['string', 'integer']) {
      const schema = {
        $id: 'https://json-schema.org/draft/2020-12/schema',
        type,
        $defs: { a: { $id: 'x' }, b: { $id: 'x', not: {} } },
      };
      expect(accepts(schema, type === 'string' ? 'a' : 1)).toBe(true);
    }
  });

  it('formats, when they are not asserted', () => {
    expect(compileValidator({ format: 'date' }, '2020-12', { formats: false }).faults('soon')).toEqual([]);
  });
});

describe('recursion and faulty schemas', () => {
  const thread = { properties: { reply: { $ref: '#' } }, additionalProperties: false };

  it('follows a schema that contains itself', () => {
    expect(accepts(thread, nested(50))).toBe(true);
    expect(accepts(thread, { reply: { replay: {} } })).toBe(false);
  });

  it.each<readonly [string, JsonSchema, JsonValue]>([
    ['a value too deep', thread, nested(50_000)],
    ['a type that does not exist', { type: 'date' }, 1],
    ['a pattern that does not parse', { pattern: '(' }, 'a'],
    ['a $ref to nowhere', { $ref: '#/$defs/none' }, 1],
    ['a $ref abroad', { $ref: 'https://shop.example/order.json' }, 1],
    ['a circle of references', { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } }, 1],
    ['a property that is no schema', { properties: { sku: 5 } }, {}],
  ])('gives one fault for %s', (_name, schema, value) => {
    const faults = compileValidator(schema, '2020-12').faults(value);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.keyword).toBe('schema');
  });
});

describe('a validator for few values', () => {
  const order: JsonSchema = {
    properties: {
      sku: { type: 'string', enum: ['mug', 'tea'] },
      line: { $ref: '#/$defs/line' },
      coupon: { properties: { amount: { multipleOf: 0.01 }, code: { $ref: '#/properties/sku' } } },
      note: false,
    },
    patternProperties: { '^x': { type: 'string' } },
    required: ['sku', 'line'],
    unevaluatedProperties: false,
    $defs: { line: { properties: { amount: { minimum: 1 }, order: { $ref: '#' } }, additionalProperties: false } },
  };

  it('finds the faults that the other one finds, whatever came before', () => {
    const { faults } = compileForFewValues(order, '2020-12');
    const whole = compileValidator(order, '2020-12');
    for (const value of [
      { 'x-note': 1 },
      { sku: 'cup', line: { amount: 0 } },
      { sku: 'mug', line: { amount: 0, order: { sku: 1 } } },
      { sku: 'mug', line: {}, coupon: { amount: 0.001 } },
      { coupon: { code: 'cup' } },
      [{ sku: 'mug' }],
      { sku: 'mug', line: { sku: 1 }, note: 1 },
      { sku: 'mug', line: { amount: 1 } },
      JSON.parse('{"__proto__":{"sku":1},"constructor":2}'),
      { coupon: { amount: 0.001 }, note: 1 },
    ])
      expect(faults(value)).toEqual(whole.faults(value));
  });

  it('survives a value of 20,000 levels', () => {
    const deep = JSON.parse(`${'{"order":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    const schema = { properties: { order: { $ref: '#' } }, additionalProperties: false };
    expect(compileForFewValues(schema, '2020-12').faults(deep)).toMatchObject([{ keyword: 'schema' }]);
  });

  it.each<readonly [string, JsonValue]>([
    ['a type that there is not', { type: 'sku' }],
    ['a limit that is no number', { minimum: '1' }],
    ['a pattern that does not compile', { pattern: '(' }],
    ['a $ref that leads nowhere', { $ref: '#/$defs/sku' }],
    ['a $ref to elsewhere', { $ref: 'https://example.com/sku.json' }],
    ['what is no schema', 1],
  ])('has no use for a schema with %s, though no value has the property', (_name, coupon) => {
    const schema = { properties: { sku: { type: 'string' }, coupon } };
    const { faults } = compileForFewValues(schema, '2020-12');
    expect(faults({ sku: 'mug' })).toEqual(compileValidator(schema, '2020-12').faults({ sku: 'mug' }));
    expect(faults({ sku: 'mug' })).toMatchObject([{ keyword: 'schema' }]);
  });
});
