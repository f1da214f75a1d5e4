import type { JsonSchema } from '../model/json.ts';
import type { Relation } from './compared.test-data.ts';

const closed = { type: 'object', additionalProperties: false };
const tree = (leaf: JsonSchema): JsonSchema => ({
  $ref: '#/$defs/node',
  $defs: {
    node: { type: 'object', properties: { value: leaf, children: { type: 'array', items: { $ref: '#/$defs/node' } } } },
  },
});
const paid = (kind: string, amount: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { kind: { const: kind }, amount },
  required: ['kind', 'amount'],
});

/** Objects, unions and recursion: what they are called, how both relate, before and after. */
export const objectRelations: readonly (readonly [string, Relation, JsonSchema, JsonSchema])[] = [
  [
    'an optional property in an open object',
    '<',
    { type: 'object' },
    { type: 'object', properties: { a: { type: 'string' } } },
  ],
  [
    'an optional property in a closed object',
    '>',
    { ...closed, properties: {} },
    { ...closed, properties: { a: { type: 'string' } } },
  ],
  ['a required property', '<', { type: 'object' }, { type: 'object', required: ['a'] }],
  ['a property that must be and cannot', '=', { ...closed, required: ['a'] }, false],
  [
    'names as a pattern or as a map',
    '=',
    { patternProperties: { '^': { type: 'string' } } },
    { additionalProperties: { type: 'string' } },
  ],
  [
    'names of a closed object',
    '=',
    { ...closed, properties: { a: true } },
    { type: 'object', propertyNames: { const: 'a' } },
  ],
  [
    'two patterns that overlap',
    '<',
    { patternProperties: { '^a': { type: 'integer' } } },
    { patternProperties: { '^a': { type: 'integer' }, b$: { type: 'string' } } },
  ],
  [
    'so many properties',
    '=',
    { ...closed, properties: { a: true, b: true }, minProperties: 2 },
    { ...closed, properties: { a: true, b: true }, required: ['a', 'b'] },
  ],
  [
    'fewer names than properties',
    '=',
    { type: 'object', propertyNames: { enum: ['a', 'b'] }, minProperties: 3 },
    false,
  ],
  [
    'dependentRequired as anyOf',
    '=',
    { type: 'object', dependentRequired: { a: ['b'] } },
    { type: 'object', anyOf: [{ not: { required: ['a'] } }, { required: ['b'] }] },
  ],
  [
    'if, then, else as oneOf',
    '=',
    { if: { type: 'string' }, then: { minLength: 1 }, else: { type: 'integer' } },
    { oneOf: [{ type: 'string', minLength: 1 }, { type: 'integer' }] },
  ],
  [
    'allOf split and merged',
    '=',
    { allOf: [{ type: 'object', properties: { a: { minimum: 1 } } }, { properties: { a: { type: 'integer' } } }] },
    { type: 'object', properties: { a: { type: 'integer', minimum: 1 } } },
  ],
  [
    'a discriminated union in another order',
    '=',
    { oneOf: [paid('card', { type: 'integer' }), paid('cash', { type: 'number' })] },
    { anyOf: [paid('cash', { type: 'number' }), paid('card', { type: 'integer' })] },
  ],
  [
    'a branch that grew',
    '>',
    { oneOf: [paid('card', { type: 'integer' }), paid('cash', { type: 'number' })] },
    { oneOf: [paid('card', { type: 'number' }), paid('cash', { type: 'number' })] },
  ],
  [
    'an added oneOf branch that overlaps',
    'x',
    { oneOf: [{ type: 'integer' }] },
    { oneOf: [{ type: 'integer' }, { minimum: 5, type: 'number' }] },
  ],
  [
    'two ranges that cover a third',
    '=',
    { type: 'integer', anyOf: [{ maximum: 5 }, { minimum: 4 }] },
    { type: 'integer' },
  ],
  [
    'unevaluated beside allOf',
    '=',
    { type: 'object', allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    { ...closed, properties: { a: true } },
  ],
  [
    'unevaluated beside anyOf',
    '>',
    {
      type: 'object',
      anyOf: [{ properties: { a: true }, required: ['b'] }, { properties: { b: true } }],
      unevaluatedProperties: false,
    },
    { ...closed, properties: { a: true, b: true } },
  ],
  [
    'unevaluated items after contains',
    '=',
    { type: 'array', contains: { type: 'string' }, unevaluatedItems: { type: 'integer' } },
    { type: 'array', contains: { type: 'string' }, items: { type: ['string', 'integer'] } },
  ],
  ['trees', '>', tree({ type: 'integer' }), tree({ type: 'number' })],
  [
    'trees with the reference drawn in once',
    '=',
    tree({ type: 'integer' }),
    {
      type: 'object',
      properties: { value: { type: 'integer' }, children: { items: { $ref: '#/$defs/n' }, type: 'array' } },
      $defs: {
        n: {
          type: 'object',
          properties: { value: { type: 'integer' }, children: { type: 'array', items: { $ref: '#/$defs/n' } } },
        },
      },
    },
  ],
  [
    'a list without end',
    '=',
    {
      $ref: '#/$defs/list',
      $defs: { list: { type: 'object', properties: { next: { $ref: '#/$defs/list' } }, required: ['next'] } },
    },
    false,
  ],
  [
    'hostile names',
    'x',
    { required: ['constructor'], properties: { ['__proto__']: { type: 'string' } }, type: 'object' },
    { required: ['toString'], type: 'object' },
  ],
];
