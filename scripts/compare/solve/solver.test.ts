import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../model/json.ts';
import { valueOf, witnessOf } from '../value-of.test-data.ts';

describe('recursive schemas', () => {
  it('what is none only below itself is asked again elsewhere', () => {
    const $defs = {
      order: {
        anyOf: [
          { type: 'array', items: { $ref: '#/$defs/lines' }, minItems: 1 },
          { type: 'object', required: ['sku'] },
        ],
      },
      lines: { type: 'array', items: { $ref: '#/$defs/order' }, minItems: 1 },
    };
    const order = { $ref: '#/$defs/order' };
    const properties = { lines: { $ref: '#/$defs/lines' }, order, nested: { allOf: [order, { type: 'array' }] } };
    for (const required of [
      ['nested', 'order'],
      ['order', 'nested'],
    ])
      expect(valueOf({ $defs, type: 'object', properties, required }).kind).toBe('value');
  });

  it('hold as many different values as they need', () => {
    const tree = { anyOf: [{ const: 1 }, { type: 'array', items: { $ref: '#' }, uniqueItems: true, minItems: 2 }] };
    // The smallest array would hold a smaller one.
    expect(witnessOf(tree, { const: 1 })).toEqual({ kind: 'none' });
    const two = { anyOf: [{ enum: [1, 2] }, { type: 'array', items: { $ref: '#' }, uniqueItems: true, minItems: 2 }] };
    expect(witnessOf(two, { enum: [1, 2] })).toEqual({ kind: 'value', value: [2, 1] });
  });
});

describe('choices', () => {
  const sku: JsonObject = { required: ['sku'] };
  const price: JsonObject = { required: ['price'] };

  it.each([
    [{ oneOf: [sku, price] }, { anyOf: [sku, price] }, 'none'],
    [{ anyOf: [sku, price] }, { oneOf: [sku, price] }, 'value'],
    [{ not: { oneOf: [sku, price] } }, { not: { anyOf: [sku, price] } }, 'value'],
    [{ type: 'object', not: { oneOf: [sku, price] } }, { allOf: [{ anyOf: [{ not: sku }, price] }] }, 'none'],
    [{ anyOf: [{ anyOf: [sku, price] }, { type: 'null' }] }, { anyOf: [{ type: 'null' }, price, sku] }, 'none'],
    [
      { if: sku, then: price, else: { not: price } },
      { oneOf: [{ allOf: [sku, price] }, { not: { anyOf: [sku, price] } }] },
      'none',
    ],
    [{ type: 'object', if: sku, then: price }, { anyOf: [{ not: sku }, price] }, 'none'],
    [{ enum: [1, 2, 3] }, { oneOf: [{ const: 1 }, { const: 2 }, { const: 3 }] }, 'none'],
    [{ enum: [1, 2, 3] }, { oneOf: [{ enum: [1, 2] }, { enum: [2, 3] }] }, 'value'],
  ] as const)('%j within %j: %s', (writer: JsonSchema, reader: JsonSchema, kind) => {
    expect(witnessOf(writer, reader).kind).toBe(kind);
  });

  it('that a property tells apart need not be told apart otherwise', () => {
    const kinds = (require: boolean): JsonObject => ({
      oneOf: ['gift', 'sale'].map((kind) => ({
        type: 'object',
        properties: { kind: { const: kind } },
        ...(require ? { required: ['kind'] } : {}),
      })),
    });
    const { oneOf: anyOf = [] } = kinds(true);
    expect(witnessOf({ anyOf }, kinds(true))).toEqual({ kind: 'none' });
    // Without the property both take it.
    expect(witnessOf({ type: 'object', maxProperties: 0 }, kinds(false))).toEqual({ kind: 'value', value: {} });
  });
});

describe('values that are ruled out', () => {
  it.each([
    [{ type: 'object', not: { const: { sku: 1 } }, required: ['sku'] }, { sku: null }],
    [{ type: 'object', properties: { sku: { const: 1 } }, required: ['sku'], not: { const: { sku: 1 } } }, undefined],
    [
      { enum: [{ sku: 1 }, { sku: 1, price: 2 }], not: { const: { sku: 1 } } },
      { sku: 1, price: 2 },
    ],
    [{ type: 'array', maxItems: 1, items: { type: 'null' }, not: { const: [] } }, [null]],
    [{ type: 'boolean', not: { const: true } }, false],
  ] as const)('%j leaves %j, if something is said of it', (schema: JsonSchema, value) => {
    const found = valueOf(schema);
    expect(found).toEqual({ kind: 'value', value: value ?? expect.objectContaining({ sku: 1 }) });
    if (value === undefined) expect(found).not.toEqual({ kind: 'value', value: { sku: 1 } });
  });

  it.each([
    { type: 'null', not: { const: null } },
    { type: 'boolean', not: { enum: [true, false] } },
    { type: 'object', maxProperties: 0, not: { const: {} } },
    { enum: [{ a: 1, b: 2 }], not: { const: { b: 2, a: 1 } } },
  ] as const)('%j leaves none', (schema) => {
    expect(valueOf(schema)).toEqual({ kind: 'none' });
  });
});
