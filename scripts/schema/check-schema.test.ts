import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { checkSchema } from './check-schema.ts';

const dialects: readonly Dialect[] = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'];

describe.each(dialects)('checkSchema in %s', (dialect) => {
  it('finds nothing wrong with a good schema', () => {
    const order = {
      type: 'object',
      properties: {
        sku: { type: ['string', 'null'], pattern: '^[A-Z]+$' },
        total: { type: 'number', multipleOf: 0.01 },
      },
      definitions: { order: { $ref: '#' } },
      'x-kafka': { key: 5 },
    };
    expect(checkSchema(order, dialect)).toEqual([]);
  });

  it('makes one fault of a bad type', () => {
    expect(checkSchema({ properties: { placedAt: { type: 'date' } } }, dialect)).toEqual([
      {
        pointer: '/properties/placedAt/type',
        reason: '"type" must be one of array, boolean, integer, null, number, object, string, found "date"',
      },
    ]);
  });

  it('finds all faults, each once', () => {
    const order = {
      required: ['sku', 5],
      minLength: -1,
      properties: { sku: 7 },
      allOf: [],
      additionalProperties: { type: 'x' },
    };
    expect(
      checkSchema(order, dialect)
        .map(({ pointer }) => pointer)
        .toSorted(),
    ).toEqual(['/additionalProperties/type', '/allOf', '/minLength', '/properties/sku', '/required/1']);
  });

  it('finds expressions that do not parse, but takes those that parse without u', () => {
    const order = {
      properties: { sku: { pattern: '(' }, '(': { pattern: '^\\-' } },
      patternProperties: { '[': {} },
      enum: [{ pattern: '(' }],
    };
    expect(checkSchema(order, dialect).map(({ pointer }) => pointer)).toEqual([
      '/patternProperties/[',
      '/properties/sku/pattern',
    ]);
  });

  it('finds references that lead nowhere', () => {
    const order = { properties: { sku: { $ref: '#/definitions/sku' }, $ref: { $ref: '#' } } };
    expect(checkSchema(order, dialect)).toEqual([
      {
        pointer: '/properties/sku/$ref',
        reason: '"$ref" must lead to a schema in this document, found "#/definitions/sku"',
      },
    ]);
  });

  it('checks what only a reference takes for a schema', () => {
    const order = {
      properties: { sku: { $ref: '#/components/sku' } },
      components: { sku: { type: 'sku' }, other: { type: 'sku' } },
    };
    expect(checkSchema(order, dialect).map(({ pointer }) => pointer)).toEqual(['/components/sku/type']);
  });

  it('survives 20,000 levels', () => {
    let deep: JsonSchema = { type: 'string' };
    for (let level = 0; level < 20_000; level++) deep = { not: deep };
    expect(checkSchema(deep, dialect)).toHaveLength(1);
  });
});

describe('checkSchema', () => {
  it('tells drafts apart', () => {
    expect(checkSchema({ exclusiveMinimum: 1 }, 'draft-04')).not.toEqual([]);
    expect(checkSchema({ exclusiveMinimum: true, minimum: 1 }, 'draft-07')).not.toEqual([]);
    expect(checkSchema({ items: [{}] }, '2020-12')).toEqual([
      { pointer: '/items', reason: '"items" must be an object or a boolean, found a list of 1 item' },
    ]);
    expect(checkSchema(true, 'draft-04')).not.toEqual([]);
    expect(checkSchema({ const: { type: 'x' }, if: { type: 5 } }, 'draft-06')).toEqual([]);
  });
});
