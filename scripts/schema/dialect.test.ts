import { describe, expect, it } from 'vitest';
import { detectDialect } from './dialect.ts';

describe('detectDialect', () => {
  it.each([
    ['http://json-schema.org/draft-04/schema#', 'draft-04'],
    ['https://json-schema.org/draft-06/schema', 'draft-06'],
    ['http://json-schema.org/draft-07/schema#', 'draft-07'],
    ['http://json-schema.org/draft-07/schema/', 'draft-07'],
    ['https://json-schema.org/draft/2019-09/schema', '2019-09'],
    ['http://json-schema.org/draft/2020-12/schema#', '2020-12'],
    ['http://json-schema.org/schema#', '2020-12'],
  ])('reads %s as %s', ($schema, dialect) => {
    expect(detectDialect({ $schema, prefixItems: [] })).toEqual({ dialect, unknown: undefined });
  });

  it.each([
    [true, 'draft-07'],
    [{ type: 'object' }, 'draft-07'],
    [{ properties: { total: { minimum: 0, exclusiveMinimum: true } } }, 'draft-04'],
    [{ properties: { total: { exclusiveMinimum: 0 } } }, 'draft-07'],
    [{ items: [{ dependentRequired: { coupon: ['code'] } }] }, '2020-12'],
    [{ definitions: { order: { $anchor: 'order' } } }, '2020-12'],
    [{ minimum: 0, exclusiveMinimum: true, $defs: {} }, '2020-12'],
  ] as const)('guesses %j to be %s', (schema, dialect) => {
    expect(detectDialect(schema)).toEqual({ dialect, unknown: undefined });
  });

  it('counts keywords only where a schema stands', () => {
    expect(detectDialect({ properties: { $defs: {}, prefixItems: {} }, const: { $anchor: 'a' } }).dialect).toBe(
      'draft-07',
    );
    expect(detectDialect({ enum: [{ unevaluatedProperties: false }], default: { minContains: 1 } }).dialect).toBe(
      'draft-07',
    );
  });

  it('returns an address that it does not know, and guesses', () => {
    expect(detectDialect({ $schema: 'https://shop.example/schema', $defs: {} })).toEqual({
      dialect: '2020-12',
      unknown: 'https://shop.example/schema',
    });
    expect(detectDialect({ $schema: 'constructor' })).toEqual({ dialect: 'draft-07', unknown: 'constructor' });
  });
});
