import type { JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';

/** A schema, with values to assign to its type. */
export interface Story {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly dialect?: Dialect;
  readonly openObjects?: boolean;
  /** Expressions that the type must accept. */
  readonly valid: readonly string[];
  /** Expressions that it must refuse. */
  readonly invalid: readonly string[];
}

const card = {
  type: 'object',
  properties: { by: { const: 'card' }, number: { type: 'string' } },
  required: ['by', 'number'],
};
const sepa = {
  type: 'object',
  properties: { by: { const: 'sepa' }, iban: { type: 'string' } },
  required: ['by', 'iban'],
};

export const stories: readonly Story[] = [
  {
    name: 'an order',
    schema: {
      type: 'object',
      required: ['orderId', 'lines', 'status'],
      properties: {
        orderId: { type: 'string', format: 'uuid' },
        status: { enum: ['placed', 'paid', null] },
        lines: { type: 'array', minItems: 1, items: { $ref: '#/$defs/line' } },
        note: { type: ['string', 'null'] },
        shipTo: { $ref: '#/$defs/address', description: 'Where to' },
        paid: { oneOf: [card, sepa] },
      },
      $defs: {
        line: {
          type: 'object',
          required: ['sku', 'quantity'],
          properties: { sku: { type: 'string' }, quantity: { type: 'integer', default: 1 } },
        },
        address: { type: 'object', properties: { zip: { type: 'string' } }, additionalProperties: false },
      },
    },
    valid: [
      "{ orderId: 'a', status: null, lines: [] }",
      "{ orderId: 'a', status: 'paid', lines: [{ sku: 's', quantity: 1 }], note: null, shipTo: { zip: '1' }, paid: { by: 'sepa', iban: 'x' } }",
    ],
    invalid: [
      '{ orderId: 1, status: null, lines: [] }',
      "{ orderId: 'a', lines: [] }",
      "{ orderId: 'a', status: 'lost', lines: [] }",
      "{ orderId: 'a', status: null, lines: [{ sku: 's' }] }",
      "{ orderId: 'a', status: null, lines: [], extra: 1 }",
      "{ orderId: 'a', status: null, lines: [], paid: { by: 'card', iban: 'x' } }",
      "{ orderId: 'a', status: null, lines: [], shipTo: { zip: '1', street: 's' } }",
    ],
  },
  {
    name: 'a tuple',
    schema: {
      type: 'array',
      prefixItems: [{ type: 'number' }, { type: ['string', 'null'] }, { properties: { sku: { type: 'string' } } }],
      minItems: 1,
      items: { type: 'boolean' },
    },
    valid: ['[1]', '[1, null]', "[1, 'a', { sku: 's' }, true, false]"],
    invalid: ['[]', "['a']", '[1, 2]', "[1, 'a', { sku: 's' }, 1]"],
  },
  {
    name: 'a closed tuple of draft-07',
    dialect: 'draft-07',
    schema: { type: 'array', items: [{ type: 'number' }, { const: 'EUR' }], additionalItems: false, minItems: 2 },
    valid: ["[1, 'EUR']"],
    invalid: ['[1]', "[1, 'USD']", "[1, 'EUR', 1]"],
  },
  {
    name: 'fields beside a oneOf',
    schema: { type: 'object', properties: { orderId: { type: 'string' } }, required: ['orderId'], oneOf: [card, sepa] },
    valid: ["{ orderId: 'a', by: 'card', number: '1' }"],
    invalid: ["{ by: 'card', number: '1' }", "{ orderId: 'a' }", "{ orderId: 'a', by: 'card', iban: '1' }"],
  },
  {
    name: 'one of two is required',
    schema: {
      type: 'object',
      properties: { email: { type: 'string' }, phone: { type: 'string' } },
      anyOf: [{ required: ['email'] }, { required: ['phone'] }],
    },
    valid: ["{ email: 'a' }", "{ phone: 'a' }", "{ email: 'a', phone: 'b' }"],
    invalid: ['{}', '{ email: 1 }', "{ email: 'a', fax: 'b' }"],
  },
  {
    name: 'a base and what it adds',
    schema: {
      type: 'object',
      allOf: [{ $ref: '#/$defs/event' }, { properties: { sku: { type: 'string' } }, required: ['sku'] }],
      unevaluatedProperties: false,
      $defs: { event: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } },
    },
    valid: ["{ id: 'a', sku: 's' }"],
    invalid: ["{ id: 'a' }", "{ sku: 's' }", "{ id: 'a', sku: 's', extra: 1 }"],
  },
  {
    name: 'a nullable object',
    schema: {
      type: ['object', 'null'],
      oneOf: [{ $ref: '#/$defs/line' }, { type: 'null' }],
      $defs: { line: { properties: { sku: { type: 'string' } }, required: ['sku'] } },
    },
    valid: ['null', "{ sku: 's' }"],
    invalid: ['{}', "'s'", '{ sku: 1 }'],
  },
  {
    name: 'maps',
    schema: {
      type: 'object',
      properties: {
        total: { type: 'number' },
        stock: { type: 'object', additionalProperties: { type: 'integer' } },
        lines: {
          properties: { count: { type: 'string' } },
          patternProperties: { '^x-': { type: 'number' } },
          additionalProperties: false,
        },
      },
      required: ['total'],
      additionalProperties: { type: 'string' },
    },
    valid: ["{ total: 1, any: 'text', stock: { a: 1 }, lines: { count: 'c', 'x-a': 1 } }"],
    invalid: ["{ any: 'text' }", "{ total: 1, stock: { a: 'b' } }", '{ total: 1, lines: { count: 1 } }'],
  },
  {
    name: 'a tree of categories',
    schema: {
      $ref: '#/definitions/category',
      definitions: {
        category: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string' },
            inner: { type: 'array', items: { $ref: '#' } },
            other: { $ref: '#/definitions/list' },
          },
        },
        list: { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/definitions/list' } }] },
      },
    },
    dialect: 'draft-07',
    valid: ["{ name: 'a', inner: [{ name: 'b', inner: [] }], other: ['a', ['b', [['c']]]] }"],
    invalid: ["{ name: 'a', inner: [{}] }", "{ name: 'a', other: [1] }"],
  },
  {
    name: 'names of all kinds',
    schema: JSON.parse(
      '{"properties":{"__proto__":{"type":"string"},"a\\"b":{"type":"number"},"*/":{"const":"*/"},"":{"type":"null"},"\\n":{"enum":["`${x}`"]}},"required":["__proto__","nowhere"]}',
    ),
    valid: ["{ ['__proto__']: 'a', nowhere: 1, 'a\"b': 1, '*/': '*/', '': null, '\\n': '`${x}`' }"],
    invalid: [
      "{ ['__proto__']: 1, nowhere: 1 }",
      "{ ['__proto__']: 'a' }",
      "{ ['__proto__']: 'a', nowhere: 1, '*/': '/*' }",
    ],
  },
  {
    name: 'an open object',
    openObjects: true,
    schema: {
      properties: {
        sku: { type: 'string' },
        size: { properties: { cm: { type: 'number' } }, additionalProperties: false },
      },
    },
    valid: ["{ sku: 's', extra: 1, size: { cm: 1 } }"],
    invalid: ['{ sku: 1 }', '{ size: { cm: 1, extra: 1 } }'],
  },
  {
    name: 'fields of one case only',
    schema: {
      type: 'object',
      properties: { by: { type: 'string' } },
      if: { properties: { by: { const: 'card' } } },
      then: { properties: { number: { type: 'string' } } },
      else: { properties: { iban: { type: 'string' } } },
    },
    valid: ['{}', "{ by: 'card', number: '1' }", "{ by: 'sepa', iban: '1' }"],
    invalid: ['{ number: 1 }', "{ extra: '1' }"],
  },
  {
    name: 'values that are objects',
    schema: { enum: [{ a: 1 }, ['x', null], 'y'] },
    valid: ['{ a: 1 }', "['x', null]", "'y'"],
    invalid: ['{ a: 2 }', "['x']", "'x'"],
  },
  {
    name: 'an empty object',
    schema: { type: 'object', additionalProperties: false },
    valid: ['{}'],
    invalid: ['{ a: 1 }', '1'],
  },
  { name: 'a free map', schema: { type: 'object' }, valid: ['{}', '{ a: 1 }'], invalid: ['1', 'null'] },
  { name: 'nothing', schema: false, valid: [], invalid: ['1', 'null'] },
  { name: 'anything', schema: true, valid: ['1', 'null'], invalid: [] },
  { name: 'a number', schema: { type: 'integer', minimum: 1 }, valid: ['1'], invalid: ["'1'"] },
];
