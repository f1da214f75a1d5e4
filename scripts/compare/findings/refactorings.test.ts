import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { compare, money, told } from './find-changes.test-data.ts';

const definition = { type: 'string', minLength: 1 } as const;

const refactorings: readonly (readonly [string, JsonSchema, JsonSchema])[] = [
  [
    'a reference drawn out',
    { properties: { sku: definition } },
    { properties: { sku: { $ref: '#/$defs/sku' } }, $defs: { sku: definition } },
  ],
  [
    'a definition renamed',
    { $ref: '#/$defs/a', $defs: { a: definition } },
    { $ref: '#/$defs/b', $defs: { b: definition } },
  ],
  [
    'definitions to $defs',
    { $ref: '#/definitions/a', definitions: { a: definition } },
    { $ref: '#/$defs/a', $defs: { a: definition } },
  ],
  [
    'null as a type and as a variant',
    { type: ['string', 'null'], minLength: 1 },
    { anyOf: [definition, { type: 'null' }] },
  ],
  ['null as a variant of oneOf', { oneOf: [{ type: 'null' }, definition] }, { type: ['null', 'string'], minLength: 1 }],
  [
    'an enum as constants',
    { enum: ['S', 'M'] },
    {
      oneOf: [
        { const: 'S', title: 'Small' },
        { const: 'M', title: 'Medium' },
      ],
    },
  ],
  ['an enum of one as a constant', { enum: ['S'] }, { const: 'S' }],
  ['allOf of one', { ...definition }, { allOf: [definition] }],
  ['allOf split', { ...definition }, { allOf: [{ type: 'string' }, { minLength: 1 }] }],
  ['an exclusive minimum of integers', { type: 'integer', minimum: 3 }, { type: 'integer', exclusiveMinimum: 2 }],
  ['the order of types', { type: ['string', 'null'] }, { type: ['null', 'string'] }],
  ['the order of required', { required: ['a', 'b'] }, { required: ['b', 'a'] }],
  ['the order of keys', { type: 'string', minLength: 1 }, { minLength: 1, type: 'string' }],
  ['an id', { $id: 'https://shop.example/a', type: 'string' }, { $id: 'https://shop.example/b', type: 'string' }],
  [
    'a schema that names its draft',
    { type: 'string' },
    { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'string' },
  ],
  [
    'required as a dependent schema',
    { dependentRequired: { card: ['cvc'] } },
    { dependentSchemas: { card: { required: ['cvc'] } } },
  ],
  ['all types', {}, { type: ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'] }],
  ['a keyword that says nothing of the type', { type: 'string' }, { type: 'string', minimum: 3 }],
  ['not of not', { type: 'string' }, { not: { not: { type: 'string' } } }],
  [
    'closed in two ways',
    { properties: { a: true }, additionalProperties: false },
    { properties: { a: true }, unevaluatedProperties: false },
  ],
];

describe('what only reads differently is one quiet line', () => {
  test.each(refactorings)('%s', (_name, before, after) => {
    expect(compare(before, after)).toMatchObject([{ rule: 'refactored', effect: 'annotates' }]);
    expect(compare(after, before)).toMatchObject([{ rule: 'refactored', effect: 'annotates' }]);
  });

  const translations: readonly (readonly [string, JsonSchema, JsonSchema, Dialect])[] = [
    ['exclusive bounds', { minimum: 3, exclusiveMinimum: true }, { exclusiveMinimum: 3 }, 'draft-04'],
    [
      'tuples',
      { items: [{ type: 'string' }], additionalItems: false },
      { prefixItems: [{ type: 'string' }], items: false },
      'draft-07',
    ],
    [
      'dependencies on names',
      { dependencies: { card: ['cvc'] } },
      { dependentRequired: { card: ['cvc'] } },
      'draft-06',
    ],
    ['dependencies on schemas', { dependencies: { card: money } }, { dependentSchemas: { card: money } }, 'draft-07'],
  ];

  test.each(translations)('so is another draft: %s', (_name, before, after, dialect) => {
    expect(told(compare(before, after, dialect, '2020-12'))).toEqual([
      `annotates -: The schema is now read as 2020-12 (before: ${dialect}).`,
    ]);
  });

  test('and what is the same is none', () => {
    for (const [, before, after] of refactorings) {
      expect(compare(before, before)).toEqual([]);
      expect(compare(after, after)).toEqual([]);
    }
  });
});
