import type { JsonSchema } from '../model/json.ts';
import type { Relation } from './compared.test-data.ts';

/** Scalars and arrays: what they are called, how both relate, before and after. */
export const scalarRelations: readonly (readonly [string, Relation, JsonSchema, JsonSchema])[] = [
  ['an integer is a number', '>', { type: 'integer' }, { type: 'number' }],
  ['a whole multiple of 0.5 is one of 0.25', '>', { multipleOf: 0.5 }, { multipleOf: 0.25 }],
  [
    'cents: 0.01 is no multiple of 0.02',
    '<',
    { type: 'number', multipleOf: 0.01 },
    { type: 'number', multipleOf: 0.02 },
  ],
  [
    'for integers, at least 3 is more than 2',
    '=',
    { type: 'integer', minimum: 3 },
    { type: 'integer', exclusiveMinimum: 2 },
  ],
  ['for numbers it is not', '>', { type: 'number', minimum: 3 }, { type: 'number', exclusiveMinimum: 2 }],
  [
    'multiples of 4 and of 6 are multiples of 12',
    '=',
    { type: 'integer', allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] },
    { type: 'integer', multipleOf: 12 },
  ],
  ['no number lies between 1 and 1', '=', { exclusiveMinimum: 1, maximum: 1, type: 'number' }, false],
  ['what is not null', '=', { not: { type: 'null' } }, { type: ['boolean', 'number', 'string', 'array', 'object'] }],
  [
    'enum as oneOf of const',
    '=',
    { enum: ['S', 'M', 'L'] },
    { oneOf: [{ const: 'S' }, { const: 'M' }, { const: 'L' }] },
  ],
  ['the values of an enum that the type leaves over', '=', { type: 'string', enum: ['a', 1] }, { const: 'a' }],
  ['1.0 and 1 are one value', '=', { enum: [1.0] }, { const: 1 }],
  ['objects in an enum, whatever the order of keys', '=', { const: { a: 1, b: [2] } }, { enum: [{ b: [2], a: 1 }] }],
  ['all booleans', '=', { type: 'boolean' }, { enum: [true, false] }],
  [
    'a pattern within another',
    '>',
    { type: 'string', pattern: '^[a-f]{2}$' },
    { type: 'string', pattern: '^[a-z]{1,3}$' },
  ],
  [
    'a pattern and a length',
    '=',
    { type: 'string', pattern: '^[ab]*$', maxLength: 2 },
    { type: 'string', pattern: '^[ab]{0,2}$' },
  ],
  [
    'length counts characters, not UTF-16',
    '=',
    { type: 'string', pattern: '^.$' },
    { type: 'string', pattern: '^[^\\n\\r\\u2028\\u2029]$', maxLength: 1 },
  ],
  ['patterns that share nothing', '=', { type: 'string', allOf: [{ pattern: '^a' }, { pattern: '^b' }] }, false],
  ['more items', '<', { type: 'array', minItems: 1 }, { type: 'array', minItems: 2 }],
  [
    'a tuple and its rest',
    '>',
    { type: 'array', prefixItems: [{ type: 'integer' }], items: false },
    { type: 'array', items: { type: 'number' } },
  ],
  [
    'a tuple position that the rest says anyway',
    '=',
    { prefixItems: [{ type: 'string' }], items: { type: 'string' } },
    { items: { type: 'string' } },
  ],
  [
    'contains, where every item is one',
    '=',
    { type: 'array', items: { const: 1 }, contains: { const: 1 } },
    { type: 'array', items: { const: 1 }, minItems: 1 },
  ],
  [
    'contains at most',
    '<',
    { type: 'array', contains: { const: 1 }, maxContains: 3 },
    { type: 'array', contains: { const: 1 }, maxContains: 2 },
  ],
  [
    'three different booleans',
    '=',
    { type: 'array', items: { type: 'boolean' }, uniqueItems: true, minItems: 3 },
    false,
  ],
  ['unique where there is one', '=', { type: 'array', maxItems: 1, uniqueItems: true }, { type: 'array', maxItems: 1 }],
];
