import { describe, expect, test } from 'vitest';
import type { JsonSchema, JsonValue } from '../model/json.ts';
import { compare, relationOf, type Relation } from './compared.test-data.ts';
import type { CompareOptions } from './decide.ts';

const closed = { type: 'object', additionalProperties: false };

describe('policies', () => {
  const open = { type: 'object', properties: { a: { type: 'string' } } };
  const withB = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'integer' } } };
  test.each<readonly [string, CompareOptions['policy'], Relation, JsonSchema, JsonSchema]>([
    ['nobody writes what nothing declares', 'declared', '=', open, withB],
    ['an old message may carry that name', 'strict', '<', open, withB],
    ['an object that declares nothing stays a map', 'declared', '<', { type: 'object' }, withB],
    [
      'a map stays',
      'declared',
      '<',
      { ...open, additionalProperties: { type: 'number' } },
      { ...withB, additionalProperties: { type: 'integer' } },
    ],
    [
      'patterns stay',
      'declared',
      '<',
      { ...open, patternProperties: { '^x-': {} } },
      { ...open, patternProperties: { '^x-': { type: 'string' } } },
    ],
    [
      'what allOf and anyOf declare counts',
      'declared',
      '=',
      { allOf: [open, { anyOf: [{ properties: { b: true } }] }] },
      { ...closed, properties: { a: { type: 'string' }, b: true } },
    ],
    [
      'below properties and items, too',
      'declared',
      '=',
      { type: 'array', items: open },
      { type: 'array', items: { ...open, additionalProperties: false } },
    ],
    [
      'readers that take what they do not know',
      'tolerant',
      '=',
      withB,
      { ...open, additionalProperties: false, properties: { ...open.properties, c: true } },
    ],
    [
      'readers that do not',
      'declared',
      '<',
      withB,
      { ...open, additionalProperties: false, properties: { ...open.properties, c: true } },
    ],
  ])('%s', async (_, policy, relation, before, after) => {
    const comparison = await compare(
      { ...objectOf(before), type: typeOf(before) },
      { ...objectOf(after), type: typeOf(after) },
      { policy },
    );
    expect(relationOf(comparison)).toBe(relation);
  });

  test('no witness has a property that its writer does not declare', async () => {
    const { forward } = await compare(
      { ...closed, properties: {} },
      { ...open, minProperties: 1 },
      { policy: 'declared' },
    );
    expect(forward).toMatchObject({ verdict: 'breaking', witness: { a: '' } });
  });

  test('a writer that can write nothing is compatible, with a warning', async () => {
    const { backward } = await compare(
      { type: 'object', properties: { a: true }, required: ['b'] },
      { type: 'string' },
      { policy: 'declared' },
    );
    expect(backward.verdict).toBe('compatible');
    expect(backward).toHaveProperty('note');
  });
});

function objectOf(schema: JsonSchema): { readonly [key: string]: JsonValue } {
  return typeof schema === 'boolean' ? {} : schema;
}

function typeOf(schema: JsonSchema): JsonValue {
  return objectOf(schema)['type'] ?? 'object';
}
