import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../model/json.ts';
import { compare } from './find-changes.test-data.ts';

describe('hostile schemas', () => {
  const nested = (depth: number, leaf: JsonSchema): JsonSchema =>
    Array.from({ length: depth }).reduce<JsonSchema>((schema) => ({ not: schema }), leaf);

  test('nested too deep', () => {
    expect(compare(nested(10_000, true), nested(10_000, false))).toMatchObject([{ rule: 'comparison-cut-short' }]);
    expect(compare(nested(400, { type: 'string' }), nested(400, { type: 'null' })).length).toBeGreaterThan(0);
  });

  test('references in a circle, and a chain of them', () => {
    expect(compare({ $ref: '#' }, { $ref: '#', title: 'Order' })).toHaveLength(1);
    const circles: readonly ((leaf: string) => JsonSchema)[] = [
      (leaf) => ({ type: leaf, dependentSchemas: { a: { $ref: '#' } } }),
      (leaf) => ({ type: leaf, not: { $ref: '#' } }),
      (leaf) => ({ type: leaf, anyOf: [{ $ref: '#' }, { $ref: '#' }] }),
      (leaf) => ({ type: leaf, if: { $ref: '#' }, then: { $ref: '#' }, else: { $ref: '#' } }),
      (leaf) => ({
        properties: { a: { $ref: '#' } },
        items: { $ref: '#' },
        contains: { $ref: '#' },
        type: ['array', leaf],
      }),
      (leaf) => ({ oneOf: [{ required: ['a'], properties: { a: { $ref: '#' } } }, { type: leaf }] }),
      (leaf) => ({ allOf: [{ $ref: '#' }, { $ref: '#/allOf/0' }], propertyNames: { $ref: '#' }, type: leaf }),
    ];
    for (const circle of circles) expect(compare(circle('object'), circle('string')).length).toBeGreaterThan(0);
    const chain = (leaf: string): JsonSchema => ({
      $ref: '#/$defs/d0',
      $defs: Object.fromEntries(
        Array.from({ length: 10_000 }, (_none, index) => [
          `d${index}`,
          index === 9999 ? { type: leaf } : { anyOf: [{ $ref: `#/$defs/d${index + 1}` }] },
        ]),
      ),
    });
    expect(compare(chain('string'), chain('null')).length).toBeGreaterThan(0);
  });

  test('references that fan out', () => {
    const fan = (keyword: string, leaf: string): JsonSchema => ({
      $ref: '#/$defs/d0',
      $defs: Object.fromEntries(
        Array.from({ length: 60 }, (_none, index) => {
          const next = { $ref: `#/$defs/d${index + 1}` };
          return [
            `d${index}`,
            index === 59
              ? { type: leaf }
              : { [keyword]: keyword === 'properties' ? { a: next, b: next } : [next, next] },
          ];
        }),
      ),
    });
    for (const keyword of ['allOf', 'anyOf', 'oneOf', 'properties']) {
      const changes = compare(fan(keyword, 'string'), fan(keyword, 'integer'));
      expect(changes.length).toBeGreaterThan(0);
      expect(changes.every(({ places }) => places.length <= 20)).toBe(true);
    }
  });

  test('very wide ones', () => {
    const wide = (type: string): JsonSchema => ({
      properties: Object.fromEntries(Array.from({ length: 5000 }, (_none, index) => [`${type}${index}`, { type }])),
      oneOf: Array.from({ length: 500 }, (_none, index) => ({ required: [`${type}${index}`] })),
      enum: Array.from({ length: 5000 }, (_none, index) => `${type}${index}`),
    });
    expect(compare(wide('string'), wide('integer')).length).toBeGreaterThan(0);
  });

  test('ones that are not schemas', () => {
    const broken: readonly JsonSchema[] = [
      { type: 7, properties: [], required: 'a', items: 'x', anyOf: {}, enum: 1, $ref: 7, minimum: 'x', if: 3 },
      { properties: { __proto__: 3, constructor: {} }, patternProperties: { '(': {} }, pattern: '(', multipleOf: 0 },
      { $ref: '#/nowhere', allOf: [1, null], dependencies: { a: 1 }, contains: 3, $defs: null },
    ];
    for (const before of broken) {
      for (const after of broken) expect(() => compare(before, after)).not.toThrow();
    }
  });
});
