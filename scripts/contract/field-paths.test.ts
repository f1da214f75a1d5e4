import { describe, expect, test } from 'vitest';
import { orderPlaced, page, render } from '../../tests/small-catalog.ts';
import type { JsonValue } from '../model/json.ts';

/** The paths, of those that a reader names, that are reported. */
async function unknownFields(schema: JsonValue, ...paths: readonly string[]): Promise<readonly string[]> {
  const reader = page('Warehouse', '1.0.0', `receives:\n  - id: OrderPlaced\n    fields: ${JSON.stringify(paths)}\n`);
  const { diagnostics } = await render(orderPlaced(schema, { 'services/Warehouse/index.mdx': reader }));
  const texts = diagnostics.filter(({ code }) => code === 'field-path-unknown').map(({ message }) => message);
  return paths.filter((path) => texts.some((text) => text.includes(`"${path}"`)));
}

describe('fields that a reader names', () => {
  const order = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      'ship.to': { type: 'string' },
      lines: { type: 'array', items: { $ref: '#/definitions/Line' } },
      payment: { oneOf: [{ type: 'object', properties: { card: { type: 'string' } } }, { type: 'null' }] },
    },
    definitions: { Line: { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] } },
  };

  test('are there, through references, items and alternatives', async () => {
    expect(await unknownFields(order, 'id', 'ship.to', 'lines', 'lines[]', 'lines[].sku', 'payment.card')).toEqual([]);
  });

  test('are there in a payload that is a list', async () => {
    const lines = { type: 'array', items: order.definitions.Line };
    expect(await unknownFields(lines, '[]', '[].sku', '[].price', '[][].sku', 'sku')).toEqual([
      '[].price',
      '[][].sku',
      'sku',
    ]);
  });

  test('are not there', async () => {
    const wrong = ['ID', 'id.part', 'id[]', 'ship', 'lines.sku', 'lines[].price', 'lines[][].sku', 'payment.iban'];
    expect(await unknownFields(order, ...wrong)).toEqual(wrong);
  });

  test.each<[string, JsonValue]>([
    ['any object', { type: 'object' }],
    ['anything', true],
    ['a map', { type: 'object', properties: { id: true }, additionalProperties: true }],
    [
      'a map of what is not evaluated',
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        properties: { id: true },
        unevaluatedProperties: { type: 'string' },
      },
    ],
    ['a pattern', { properties: { id: true }, patternProperties: { '^no': true } }],
    ['an open alternative', { anyOf: [{ properties: { id: true } }, { additionalProperties: { type: 'string' } }] }],
  ])('may be there where the schema is open: %s', async (_what, schema) => {
    expect(await unknownFields(schema, 'note', 'note.text', 'notes[].text')).toEqual([]);
  });

  test.each<[string, JsonValue]>([
    ['a list of anything', { type: 'array' }],
    ['anything', {}],
    ['a tuple', { type: 'array', items: [{ type: 'string' }, { type: 'object', properties: { sku: true } }] }],
  ])('may be in %s', async (_what, lines) => {
    expect(await unknownFields({ properties: { lines } }, 'lines[].sku')).toEqual([]);
  });

  test('are reported where they stand, also where another entry reads everything', async () => {
    const entries =
      'receives:\n  - id: OrderPlaced\n    fields: [colour]\n  - id: OrderPlaced\n  - id: OrderPlaced\n    fields:\n      - id\n      - size\n';
    const { faults, files } = await render(
      orderPlaced(order, { 'services/Warehouse/index.mdx': page('Warehouse', '1.0.0', entries) }),
    );
    expect(faults).toEqual([
      'services/Warehouse/index.mdx:7:14 field-path-unknown',
      'services/Warehouse/index.mdx:12:9 field-path-unknown',
    ]);
    expect(JSON.parse(files.get('index.json') ?? '').messages[0].versions[0].consumers).toEqual([
      { id: 'Warehouse', name: 'Warehouse', version: '1.0.0', fields: [], page: 'services' },
    ]);
  });
});
