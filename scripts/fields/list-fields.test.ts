import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { hostilePayload } from '../snippets/hostile-schemas.test-data.ts';
import { fieldAnchor } from './field-anchor.ts';
import type { Field } from './field.ts';
import { listFields } from './list-fields.ts';

const money: JsonObject = { type: 'object', properties: { amount: { type: 'string' } }, required: ['amount'] };

function fields(schema: JsonSchema, dialect: Dialect = '2020-12'): readonly Field[] {
  return listFields({ schema, dialect });
}

function object(properties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: 'object', properties, required: Object.keys(properties), ...more };
}

/** `payment.card?: string (kind is "card")`, where `?` is said of what need not be there. */
function told(schema: JsonSchema, dialect?: Dialect): readonly string[] {
  return fields(schema, dialect).map(({ path, type, isRequired, isNullable, variants }) => {
    const name = `${path}${isRequired ? '' : '?'}`;
    const only = variants.length === 0 ? '' : ` (${variants.join('; ')})`;
    return `${name}: ${type}${isNullable && type !== 'null' ? ' or null' : ''}${only}`;
  });
}

describe('the fields of a schema', () => {
  test('come in its order, parents before their children', () => {
    const order = object({ id: { type: 'string' }, lines: { type: 'array', items: object({ price: money }) } });
    expect(told({ ...order, required: ['id'] })).toEqual([
      'id: string',
      'lines?: list of object',
      'lines[].price: object',
      'lines[].price.amount: string',
    ]);
  });

  test('have type, bounds, description, example and deprecation', () => {
    const [field] = fields(
      object({
        code: {
          type: 'string',
          format: 'uuid',
          minLength: 1,
          maxLength: 9,
          pattern: '^a',
          description: 'Says what.',
          examples: ['a1', 'a2'],
          'x-deprecated': { since: '1.1.0', removeAfter: '2027-01-31', replacedBy: 'id', other: 'no' },
        },
      }),
    );
    expect(field).toEqual({
      path: 'code',
      type: 'string (uuid)',
      bounds: ['not empty', '9 characters at most', 'matches ^a'],
      isRequired: true,
      isNullable: false,
      description: 'Says what.',
      example: '"a1"',
      variants: [],
      deprecation: { since: '1.1.0', removeAfter: '2027-01-31', replacedBy: 'id' },
    });
    expect(fields(object({ old: { type: 'string', deprecated: true } }))[0]?.deprecation).toEqual({});
    expect(fields(object({ new: { type: 'string' } }))[0]?.deprecation).toBeUndefined();
  });

  test.each<[string, JsonSchema, string]>([
    ['a list of types', { type: ['string', 'null'] }, 'string or null'],
    ['two types', { type: ['string', 'integer'] }, 'string or integer'],
    ['oneOf with null', { oneOf: [{ type: 'string', format: 'date' }, { type: 'null' }] }, 'string (date) or null'],
    ['anyOf with null', { anyOf: [{ type: 'null' }, { type: 'integer' }] }, 'integer or null'],
    ['an enum', { enum: ['a', 'b', null] }, '"a" or "b" or null'],
    ['a constant', { const: 7 }, '7'],
    ['null alone', { type: 'null' }, 'null'],
    ['anything', {}, 'anything'],
    ['true', true, 'anything'],
    ['a choice of scalars', { oneOf: [{ type: 'string' }, { type: 'integer' }] }, 'string or integer'],
    ['a map', { type: 'object', additionalProperties: { type: 'integer' } }, 'map of integer'],
    [
      'a list of lists',
      { type: 'array', items: { type: 'array', items: { type: 'string' } } },
      'list of list of string',
    ],
    ['a list of what may be null', { type: 'array', items: { type: ['string', 'null'] } }, 'list of string or null'],
    ['an object that is not described', { type: 'object' }, 'object'],
  ])('say what they are: %s', (_what, schema, type) => {
    expect(told(object({ field: schema }))[0]).toBe(`field: ${type}`);
  });

  const card = object({ kind: { const: 'card' }, number: { type: 'string' } });
  const gift = object({ kind: { const: 'gift' }, code: { type: 'string' }, note: { type: 'string' } });

  test.each(['oneOf', 'anyOf'])('of some kinds of an object say in which: %s', (keyword) => {
    expect(told(object({ payment: { [keyword]: [card, gift] } }))).toEqual([
      'payment: object, 2 kinds',
      'payment.kind: "card" or "gift"',
      'payment.number: string (payment.kind is "card")',
      'payment.code: string (payment.kind is "gift")',
      'payment.note: string (payment.kind is "gift")',
    ]);
    expect(told({ [keyword]: [card, gift] })[1]).toBe('number: string (kind is "card")');
    expect(told(object({ payment: { [keyword]: [card, { type: 'null' }] } }))).toEqual([
      'payment: object or null',
      'payment.kind: "card"',
      'payment.number: string',
    ]);
  });

  test('of kinds that nothing tells apart go by their titles, or by their numbers', () => {
    const titled = (title: string, name: string) => ({ ...object({ [name]: { type: 'string' } }), title });
    expect(told({ oneOf: [titled('Card', 'a'), titled('Gift', 'b')] })).toEqual([
      'a: string (Card)',
      'b: string (Gift)',
    ]);
    expect(told({ oneOf: [object({ a: true }), object({ b: true })] })).toEqual([
      'a: anything (kind 1 of 2)',
      'b: anything (kind 2 of 2)',
    ]);
  });

  test('are joined from allOf and from what a $ref leads to, the nearest first; the nearer description counts', () => {
    const schema = {
      allOf: [{ $ref: '#/$defs/envelope' }, object({ total: { $ref: '#/$defs/money', description: 'In all.' } })],
      $defs: { envelope: object({ id: { type: 'string' } }), money: { ...money, description: 'An amount.' } },
    };
    expect(told(schema)).toEqual(['total: object', 'total.amount: string', 'id: string']);
    expect(fields(schema)[0]?.description).toBe('In all.');
    expect(told({ allOf: [object({ id: true }), { properties: { id: { type: 'string' } } }] })).toEqual(['id: string']);
  });

  test('of a map have no name', () => {
    expect(told(object({ prices: { type: 'object', additionalProperties: money } }))).toEqual([
      'prices: map of object',
      'prices.*?: object',
      'prices.*.amount: string',
    ]);
    expect(told(object({ byDay: { type: 'object', patternProperties: { '^d': { type: 'integer' } } } }))).toEqual([
      'byDay: map of integer',
      'byDay.*?: integer',
    ]);
  });

  test.each<[Dialect, JsonObject]>([
    ['2020-12', { prefixItems: [money, { type: 'integer' }], items: false }],
    ['draft-07', { items: [money, { type: 'integer' }], additionalItems: false }],
    ['draft-04', { items: [money, { type: 'integer' }], additionalItems: false }],
  ])('of a tuple are its places: %s', (dialect, tuple) => {
    expect(told(object({ pair: { type: 'array', minItems: 1, ...tuple } }), dialect)).toEqual([
      'pair: tuple of object, integer',
      'pair[0]: object',
      'pair[0].amount: string',
      'pair[1]?: integer',
    ]);
  });

  test('beside a $ref do not count in drafts that pass over them', () => {
    const schema = {
      ...object({ total: { $ref: '#/definitions/money', description: 'Not read.' } }),
      definitions: { money },
    };
    expect(fields(schema, 'draft-07')[0]?.description).toBe('');
    expect(told(schema, 'draft-07')).toEqual(['total: object', 'total.amount: string']);
  });

  test('under a condition say so', () => {
    const schema = {
      ...object({ kind: { type: 'string' } }),
      if: { properties: { kind: { const: 'gift' } } },
      then: object({ note: { type: 'string' } }),
      else: { properties: { kind: { type: 'string' } } },
      dependentSchemas: { kind: { properties: { reason: { type: 'string' } } } },
    };
    expect(told(schema)).toEqual([
      'kind: string',
      'note?: string (under a condition)',
      'reason?: string (under a condition)',
    ]);
  });

  test('that lead back to themselves are listed once', () => {
    const tree = object({ name: { type: 'string' }, parts: { type: 'array', items: { $ref: '#' } } });
    expect(told(tree)).toEqual(['name: string', 'parts: list of object']);
    const two = {
      ...object({ a: { $ref: '#/$defs/a' } }),
      $defs: { a: object({ b: { $ref: '#/$defs/b' } }), b: object({ a: { $ref: '#/$defs/a' } }) },
    };
    expect(told(two)).toEqual(['a: object', 'a.b: object', 'a.b.a: object']);
  });

  test('that must not be there are not listed', () => {
    expect(told({ type: 'object', properties: { id: true, gone: false } })).toEqual(['id?: anything']);
  });

  test.each<[string, JsonSchema]>([
    ['a text', { type: 'string' }],
    ['anything', true],
    ['nothing', false],
    ['a list of texts', { type: 'array', items: { type: 'string' } }],
    ['an empty object', { type: 'object', properties: {} }],
    ['itself', { $ref: '#' }],
    ['nothing that is there', { $ref: '#/$defs/gone' }],
  ])('of a payload that is %s are none', (_what, schema) => {
    expect(fields(schema)).toEqual([]);
  });

  test('of a payload that is a list are those of its items', () => {
    expect(told({ type: 'array', items: money })).toEqual(['[].amount: string']);
  });

  test('have names of all kinds', () => {
    const names = ['__proto__', 'constructor', '*/', 'a b', '', '</script>', '"', 'größe'];
    const properties: JsonObject = JSON.parse(
      `{${names.map((name) => `${JSON.stringify(name)}:{"type":"string"}`).join()}}`,
    );
    expect(fields({ type: 'object', properties }).map(({ path }) => path)).toEqual(names);
  });

  test('end, however the definitions multiply each other', () => {
    const $defs: Record<string, JsonObject> = {};
    for (let level = 0; level < 12; level += 1) {
      const next = { $ref: `#/$defs/d${level + 1}` };
      $defs[`d${level}`] = object(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`p${index}`, next])));
    }
    $defs['d12'] = money;
    expect(fields({ $ref: '#/$defs/d0', $defs }).length).toBeLessThanOrEqual(5000);
  });

  test('end where every level has kinds', () => {
    let schema: JsonObject = money;
    for (let level = 0; level < 10; level += 1)
      schema = { oneOf: [object({ a: schema }), object({ b: schema }), object({ c: schema })] };
    expect(fields(schema).length).toBeLessThanOrEqual(5000);
  }, 20_000);

  test('have one row for each path, with an anchor of its own, whatever the schema', () => {
    fc.assert(
      fc.property(hostilePayload, ({ schema }) => {
        const anchors = fields(schema).map(({ path }) => fieldAnchor(path));
        expect(new Set(anchors).size).toBe(anchors.length);
      }),
      { numRuns: 200 },
    );
  });
});
