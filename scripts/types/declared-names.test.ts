import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../model/json.ts';
import { renderOnOneLine } from './render-on-one-line.test-data.ts';

describe('names', () => {
  test('come from the keys of definitions, never from title or $id', async () => {
    const schema = {
      title: 'Something else',
      $id: 'https://shop.example/other.json',
      properties: { sku: { $ref: '#/$defs/stock-unit' }, size: { title: 'Size', properties: { cm: {} } } },
      $defs: { 'stock-unit': { title: 'Sku', $id: '#sku', type: 'string' }, unused: { type: 'null' } },
    };
    expect(await renderOnOneLine(schema)).toBe(
      '/** * Something else */ export interface OrderPlaced { sku?: StockUnit; size?: { cm?: unknown; }; } ' +
        '/** * Sku */ export type StockUnit = string;',
    );
  });

  test('are unique, and keep clear of the name of the document', async () => {
    const schema = {
      properties: {
        a: { $ref: '#/definitions/sku' },
        b: { $ref: '#/definitions/Sku' },
        c: { $ref: '#/definitions/order-placed' },
      },
      definitions: { sku: { type: 'string' }, Sku: { type: 'number' }, 'order-placed': { type: 'null' } },
    };
    expect(await renderOnOneLine(schema)).toContain('{ a?: Sku; b?: Sku2; c?: OrderPlaced2; }');
  });

  test('do not need the Latin alphabet', async () => {
    const text = await renderOnOneLine(
      { $ref: '#/$defs/注文', $defs: { 注文: { properties: { x: { $ref: '#/$defs/größe' } } }, größe: {} } },
      { typeName: 'Überweisung' },
    );
    expect(text).toBe('export interface Überweisung { x?: Größe; } export type Größe = unknown;');
  });

  test('a document that is only a $ref has the type of what it names', async () => {
    const schema = {
      $ref: '#/definitions/OrderPlaced',
      definitions: {
        OrderPlaced: { properties: { again: { $ref: '#' }, also: { $ref: '#/definitions/OrderPlaced' } } },
      },
    };
    expect(await renderOnOneLine(schema, { dialect: 'draft-07' })).toBe(
      'export interface OrderPlaced { again?: OrderPlaced; also?: OrderPlaced; }',
    );
  });

  test('any place can be named, and is then named where it stands, too', async () => {
    const schema = {
      properties: {
        lines: { type: 'array', items: { properties: { sku: { type: 'string' } } } },
        first: { $ref: '#/properties/lines/items' },
      },
    };
    expect(await renderOnOneLine(schema)).toBe(
      'export interface OrderPlaced { lines?: LinesItems[]; first?: LinesItems; } export interface LinesItems { sku?: string; }',
    );
  });
});

describe('$ref', () => {
  test.each<[string, JsonSchema]>([
    ['#sku', { $anchor: 'sku', type: 'string' }],
    ['#/$defs/s~1k%7E1u', { type: 'string' }],
  ])('%s is found', async ($ref, target) => {
    const text = await renderOnOneLine({ properties: { sku: { $ref } }, $defs: { 's/k/u': target } });
    expect(text).toBe('export interface OrderPlaced { sku?: SKU; } export type SKU = string;');
  });

  test.each(['#/$defs/none', '#none', 'https://shop.example/none.json', '#/__proto__', 'file:///etc/passwd'])(
    '%s leads nowhere, and that is an error',
    async ($ref) => {
      await expect(renderOnOneLine({ properties: { sku: { not: { $ref } } } })).rejects.toThrow(
        `Expected $ref ${JSON.stringify($ref)}`,
      );
    },
  );

  test.each<JsonSchema>([
    { $ref: '#' },
    { anyOf: [{ type: 'string' }, { $ref: '#' }] },
    { allOf: [{ $ref: '#/$defs/a' }], $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
  ])('in a circle that never ends is an error: %j', async (schema) => {
    await expect(renderOnOneLine(schema)).rejects.toThrow('found a circle that never does');
  });

  test('keeps the description beside it, and in newer drafts what constrains it', async () => {
    const schema = {
      properties: { to: { $ref: '#/$defs/address', description: 'Where to', deprecated: true, required: ['zip'] } },
      $defs: { address: { description: 'A place', properties: { zip: { type: 'string' } } } },
    };
    expect(await renderOnOneLine(schema)).toContain(
      '/** * Where to * @deprecated */ to?: { zip: unknown; } & Address;',
    );
    expect(await renderOnOneLine(schema, { dialect: 'draft-07' })).toContain(
      '/** * Where to * @deprecated */ to?: Address;',
    );
  });
});
