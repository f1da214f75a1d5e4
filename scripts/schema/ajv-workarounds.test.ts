import { describe, expect, it } from 'vitest';
import type { JsonSchema, JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { compileValidator } from './validate.ts';

function accepts(schema: JsonSchema, value: JsonValue, dialect: Dialect = '2020-12'): boolean | 'cannot say' {
  const faults = compileValidator(schema, dialect).faults(value);
  return faults.some(({ keyword }) => keyword === 'schema') ? 'cannot say' : faults.length === 0;
}

function parsed(text: string): JsonSchema & JsonValue {
  const value: JsonSchema & JsonValue = JSON.parse(text);
  return value;
}

describe('what depends on a property __proto__', () => {
  it.each<readonly [string, Dialect]>([
    ['{"dependencies":{"__proto__":false}}', 'draft-06'],
    ['{"dependencies":{"__proto__":["sku"]}}', 'draft-04'],
    ['{"dependentSchemas":{"__proto__":false}}', '2019-09'],
    ['{"dependentSchemas":{"__proto__":{"required":["sku"]}}}', '2020-12'],
  ])('%s in %s is asked of objects that have one', (text, dialect) => {
    const schema = parsed(text);
    for (const value of ['cup', 1, null, [], {}]) expect(accepts(schema, value, dialect)).toBe(true);
    expect(accepts(schema, parsed('{"__proto__":1}'), dialect)).toBe(false);
  });

  it('is named where it was written', () => {
    const schema = parsed('{"properties":{"line":{"dependencies":{"__proto__":["sku"]}}}}');
    expect(compileValidator(schema, 'draft-07').faults(parsed('{"line":{"__proto__":1}}'))).toEqual([
      {
        instancePointer: '/line',
        schemaPointer: '/properties/line/dependencies',
        keyword: 'dependencies',
        reason: '/line must have the property "sku" when "__proto__" is there',
      },
    ]);
  });
});

describe('draft-04: what is exclusive has no effect without a limit', () => {
  it.each<JsonSchema>([
    { exclusiveMinimum: true },
    { exclusiveMaximum: true },
    { exclusiveMinimum: false, maximum: 5, exclusiveMaximum: false },
  ])('%j', (schema) => {
    expect(accepts(schema, 5, 'draft-04')).toBe(true);
  });

  it('and one with it', () => {
    expect(accepts({ minimum: 5, exclusiveMinimum: true, exclusiveMaximum: true }, 5, 'draft-04')).toBe(false);
  });
});

describe('patterns beside a branch that closes the object', () => {
  const closed = { properties: { sku: {} }, additionalProperties: false };
  it.each<readonly [Dialect, JsonSchema]>([
    ['draft-06', { patternProperties: { '^s': { type: 'string' } }, anyOf: [{ required: ['size'] }, closed] }],
    ['draft-07', { patternProperties: { '^s': { type: 'string' } }, oneOf: [{ required: ['size'] }, closed] }],
    ['2020-12', { patternProperties: { '^s': { type: 'string' } }, anyOf: [{ required: ['size'] }, closed] }],
  ])('can be asked in %s', (dialect, schema) => {
    expect(accepts(schema, { sku: 'cup' }, dialect)).toBe(true);
    expect(accepts(schema, { sku: 1 }, dialect)).toBe(false);
    expect(accepts(schema, { sku: 'cup', stock: 'many' }, dialect)).toBe(false);
  });
});

describe('contains', () => {
  const gift = { const: 'gift' };

  it('evaluates nothing in 2019-09, wherever it stands', () => {
    const carried: readonly JsonSchema[] = [
      { allOf: [{ contains: gift }], unevaluatedItems: false },
      { $ref: '#/$defs/gifts', $defs: { gifts: { contains: gift } }, unevaluatedItems: false },
      { anyOf: [{ contains: gift }], unevaluatedItems: false },
    ];
    for (const schema of carried) {
      expect(accepts(schema, ['gift'], '2019-09')).toBe(false);
      expect(accepts(schema, ['gift'], '2020-12')).toBe(true);
    }
  });

  it.each<readonly [JsonSchema, JsonValue, boolean]>([
    [{ contains: gift, unevaluatedItems: false }, ['gift', 'gift'], true],
    [{ contains: gift, unevaluatedItems: false }, ['gift', 'cup'], false],
    [{ contains: gift, unevaluatedItems: { type: 'integer' } }, [1, 'gift', 2], true],
    [{ contains: gift, unevaluatedItems: { type: 'integer' } }, ['cup', 'gift'], false],
    [{ contains: gift, minContains: 0, unevaluatedItems: false }, [], true],
    [{ prefixItems: [{}], contains: gift, unevaluatedItems: false }, ['cup', 'gift'], true],
    [{ anyOf: [{ contains: gift }, { contains: { const: 'cup' } }], unevaluatedItems: false }, ['cup', 'gift'], true],
    [{ anyOf: [{ contains: gift }, { maxItems: 1 }], unevaluatedItems: false }, ['gift', 'cup'], false],
    [{ not: { contains: gift }, unevaluatedItems: false }, ['cup'], false],
    [{ if: { contains: gift }, unevaluatedItems: { type: 'integer' } }, ['gift', 1], true],
  ])('2020-12: evaluates the items that match: %j of %j', (schema, value, expected) => {
    expect(accepts(schema, value)).toBe(expected);
  });

  it.each<readonly [JsonSchema, Dialect]>([
    [{ not: { items: [{ type: 'string' }], contains: gift } }, '2019-09'],
    [{ not: { items: [{ type: 'string' }], contains: gift } }, 'draft-06'],
    [{ not: { prefixItems: [{ type: 'string' }], contains: gift } }, '2020-12'],
    [{ if: { items: [{ type: 'string' }], contains: gift }, then: false }, 'draft-07'],
  ])('is not found in an empty list: %j in %s', (schema, dialect) => {
    expect(accepts(schema, [], dialect)).toBe(true);
    expect(accepts(schema, ['gift'], dialect)).toBe(false);
  });

  it('is named where it was written, and so is what no keyword evaluates', () => {
    const schema = { properties: { lines: { contains: gift, unevaluatedItems: { type: 'integer' } } } };
    const faults = compileValidator(schema, '2020-12').faults({ lines: [1, true] });
    expect(faults.filter(({ keyword }) => keyword !== 'const')).toEqual([
      {
        instancePointer: '/lines',
        schemaPointer: '/properties/lines/contains',
        keyword: 'contains',
        reason: '/lines must hold at least 1 item matching "contains", found a list of 2 items',
      },
      {
        instancePointer: '/lines/1',
        schemaPointer: '/properties/lines/unevaluatedItems/type',
        keyword: 'type',
        reason: '/lines/1 must be an integer, found true',
      },
    ]);
    const closed = { properties: { lines: { prefixItems: [{}], unevaluatedItems: false } } };
    expect(compileValidator(closed, '2020-12').faults({ lines: [1, 2, 3] })).toEqual([
      {
        instancePointer: '/lines',
        schemaPointer: '/properties/lines/unevaluatedItems',
        keyword: 'unevaluatedItems',
        reason: '/lines must not have more than 1 items',
      },
    ]);
  });
});

describe('unevaluatedProperties', () => {
  const named = (name: string): string => `{"${name}":1}`;

  it.each(['__proto__', 'constructor', 'toString', 'sku'])('knows a property named %s', (name) => {
    const value = parsed(named(name));
    const open = parsed('{"patternProperties":{"^size$":true},"unevaluatedProperties":false}');
    const branches = parsed('{"anyOf":[true,{"properties":{"size":true}}],"unevaluatedProperties":false}');
    const given = parsed(`{"anyOf":[{"properties":{"${name}":true}}],"unevaluatedProperties":false}`);
    const typed = parsed('{"anyOf":[true,{"properties":{"size":true}}],"unevaluatedProperties":{"type":"string"}}');
    expect([open, branches, given, typed].map((schema) => accepts(schema, value))).toEqual([false, false, true, false]);
  });

  it.each<readonly [JsonSchema, JsonValue, boolean]>([
    [{ if: { properties: { sku: true } }, then: {}, unevaluatedProperties: false }, { sku: 1 }, true],
    [{ if: { properties: { sku: { const: 1 } } }, else: true, unevaluatedProperties: false }, { sku: 2 }, false],
    [{ if: { required: ['sku'] }, then: { properties: { sku: {} } }, unevaluatedProperties: false }, { sku: 1 }, true],
    [{ if: { required: ['a'] }, else: { properties: { sku: {} } }, unevaluatedProperties: false }, { sku: 1 }, true],
    [{ if: { required: ['sku'] }, else: { properties: { sku: {} } }, unevaluatedProperties: false }, { sku: 1 }, false],
    [{ dependentSchemas: { sku: { properties: { sku: {} } } }, unevaluatedProperties: false }, { sku: 1 }, true],
    [{ dependentSchemas: { a: { properties: { sku: {} } } }, unevaluatedProperties: false }, { sku: 1 }, false],
    [{ allOf: [{ unevaluatedProperties: true }], unevaluatedProperties: false }, { sku: 1 }, true],
    [{ oneOf: [{ additionalProperties: true }, false], unevaluatedProperties: false }, { sku: 1 }, true],
    [{ not: { properties: { sku: false } }, unevaluatedProperties: false }, { sku: 1 }, false],
  ])('%j of %j: %s', (schema, value, expected) => {
    expect(accepts(schema, value)).toBe(expected);
    expect(accepts(schema, value, '2019-09')).toBe(expected);
  });

  it('names each property that is too much, once', () => {
    const branch = { anyOf: [{ properties: { sku: {} } }, { properties: { size: {} }, required: ['size'] }] };
    const schema = { properties: { line: { ...branch, unevaluatedProperties: false } } };
    expect(compileValidator(schema, '2020-12').faults({ line: { sku: 1, 'co/lor': 1, amount: 1 } })).toEqual(
      ['co/lor', 'amount'].map((name) => ({
        instancePointer: '/line',
        schemaPointer: '/properties/line/unevaluatedProperties',
        keyword: 'unevaluatedProperties',
        reason: `/line must not have the property "${name}", which the schema does not name`,
      })),
    );
  });

  it('takes no exponential time in a schema that contains itself', () => {
    const thread = { anyOf: [{ properties: { reply: { $ref: '#' } } }, false], unevaluatedProperties: false };
    let value: JsonValue = {};
    for (let level = 0; level < 60; level++) value = { reply: value };
    expect(accepts(thread, value)).toBe(true);
    expect(accepts(thread, { reply: { replay: {} } })).toBe(false);
  });
});
