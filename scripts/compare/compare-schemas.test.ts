import { describe, expect, test } from 'vitest';
import { isJsonObject, type JsonObject, type JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { compare, relationOf, type Relation } from './compared.test-data.ts';
import { objectRelations } from './object-relations.test-data.ts';
import { scalarRelations } from './scalar-relations.test-data.ts';

const relations = [...scalarRelations, ...objectRelations];

describe('both directions, under the policy "strict"', () => {
  test.each(relations)('%s: %s', async (_, relation, before, after) => {
    const comparison = await compare(before, after);
    expect([comparison.backward, comparison.forward].filter(({ verdict }) => verdict === 'unknown')).toEqual([]);
    expect(relationOf(comparison)).toBe(relation);
    expect(comparison.isSameSet).toBe(relation === '=');
    const swapped = { '=': '=', x: 'x', '>': '<', '<': '>' }[relation];
    expect(relationOf(await compare(after, before))).toBe(swapped);
  });

  test.each(relations)('%s: a copy is the same, written otherwise', async (_, __, schema) => {
    const split: JsonSchema =
      typeof schema === 'boolean'
        ? { allOf: [schema] }
        : { allOf: [{ $ref: '#/$defs/whole' }], $defs: { ...definitions(schema), whole: schema } };
    expect(relationOf(await compare(schema, split))).toBe('=');
  });
});

function definitions(schema: JsonSchema): JsonObject {
  const found = typeof schema === 'boolean' ? undefined : schema['$defs'];
  return isJsonObject(found) ? found : {};
}

describe('drafts', () => {
  test.each<readonly [string, Relation, JsonSchema, JsonSchema, Dialect, Dialect]>([
    [
      'exclusiveMinimum of draft-04',
      '=',
      { type: 'number', minimum: 1, exclusiveMinimum: true },
      { type: 'number', exclusiveMinimum: 1 },
      'draft-04',
      '2020-12',
    ],
    [
      'tuples',
      '=',
      { items: [{ type: 'string' }], additionalItems: false },
      { prefixItems: [{ type: 'string' }], items: false },
      'draft-07',
      '2020-12',
    ],
    [
      'dependencies',
      '=',
      { dependencies: { a: ['b'], c: { required: ['d'] } } },
      { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
      'draft-07',
      '2019-09',
    ],
    ['const does not exist in draft-04', '<', { const: 1 }, { const: 1 }, 'draft-04', 'draft-06'],
    [
      '$ref hides what stands beside it',
      '<',
      { definitions: { a: {} }, properties: { x: { $ref: '#/definitions/a', type: 'string' } } },
      { definitions: { a: {} }, properties: { x: { $ref: '#/definitions/a', type: 'string' } } },
      'draft-07',
      '2019-09',
    ],
    [
      'contains evaluates in 2020-12 only',
      '>',
      { contains: { const: 1 }, unevaluatedItems: false },
      { contains: { const: 1 }, unevaluatedItems: false },
      '2019-09',
      '2020-12',
    ],
  ])('%s', async (_, relation, before, after, dialect, afterDialect) => {
    expect(relationOf(await compare(before, after, { dialect, afterDialect }))).toBe(relation);
  });
});
