import { describe, expect, test } from 'vitest';
import { load, orderPlaced, render } from '../../tests/small-catalog.ts';
import type { JsonValue } from '../model/json.ts';

const NEWEST = 'https://json-schema.org/draft/2020-12/schema';
const OLDEST = 'http://json-schema.org/draft-04/schema#';

async function bundled(schema: JsonValue, others: Readonly<Record<string, JsonValue>> = {}): Promise<JsonValue> {
  const files = Object.fromEntries(Object.entries(others).map(([path, value]) => [path, JSON.stringify(value)]));
  const { messages, codes } = await load(orderPlaced(schema, files));
  expect(codes).toEqual([]);
  return messages[0]?.schema?.bundled ?? null;
}

describe('a reference', () => {
  test('into components is followed from there, in the root as well as elsewhere', async () => {
    const land = { components: { schemas: { Land: { enum: ['DE'] }, Home: { $ref: '#/components/schemas/Land' } } } };
    expect(await bundled({ $ref: '#/components/schemas/Home', ...land })).toEqual({
      $ref: '#/components/schemas/Home',
      ...land,
    });
    expect(await bundled({ items: { $ref: '../../api.json#/components/schemas/Home' } }, { 'api.json': land })).toEqual(
      {
        items: { $ref: '#/definitions/Home' },
        definitions: { Home: { $ref: '#/definitions/Land' }, Land: { enum: ['DE'] } },
      },
    );
  });

  test('from components of the root to another file is drawn in', async () => {
    const schema = {
      $ref: '#/components/schemas/Home',
      components: { schemas: { Home: { type: 'object', properties: { land: { $ref: '../../land.json' } } } } },
    };
    expect(await bundled(schema, { 'land.json': { enum: ['DE'] } })).toEqual({
      $ref: '#/components/schemas/Home',
      components: { schemas: { Home: { type: 'object', properties: { land: { $ref: '#/definitions/land' } } } } },
      definitions: { land: { enum: ['DE'] } },
    });
  });

  test('counts from the $id around it, and where that has no such place, from the top of the file', async () => {
    const api = {
      components: {
        schemas: {
          Address: {
            $id: 'https://shop.example/address',
            items: { $ref: '#/$defs/Land' },
            $defs: { Land: { enum: ['DE'] } },
          },
          Home: { $id: 'Home', items: { $ref: '#/components/schemas/Land' } },
          Land: { $id: 'Land', enum: ['CH'] },
        },
      },
    };
    const refTo = (name: string) => ({ $ref: `../../api.json#/components/schemas/${name}` });
    const schema = { $schema: NEWEST, properties: { a: refTo('Address'), b: refTo('Home') } };
    expect(await bundled(schema, { 'api.json': api })).toEqual({
      $schema: NEWEST,
      properties: { a: { $ref: '#/$defs/Address' }, b: { $ref: '#/$defs/Home' } },
      $defs: {
        Address: { items: { $ref: '#/$defs/Land' } },
        Home: { items: { $ref: '#/$defs/Land2' } },
        Land: { enum: ['DE'] },
        Land2: { enum: ['CH'] },
      },
    });
  });

  test('is decoded, in its path and in its pointer', async () => {
    const drawer = { $defs: { 'a b%/c': { const: 1 } } };
    const schema = { items: [{ $ref: '../../my%20drawer.json#/$defs/a%20b%25~1c' }, { $ref: '../../my drawer.json' }] };
    expect(await bundled(schema, { 'my drawer.json': drawer })).toEqual({
      items: [{ $ref: '#/definitions/a%20b%25~1c' }, { $ref: '#/definitions/my%20drawer' }],
      definitions: { 'a b%/c': { const: 1 }, 'my drawer': {} },
    });
  });

  test('works in a resource whose own place needs escaping', async () => {
    const schema = {
      $schema: NEWEST,
      $defs: { '100%': { $id: 'https://shop.example/all', items: { $ref: '#/$defs/q' }, $defs: { q: true } } },
    };
    expect(await bundled(schema)).toEqual({
      $schema: NEWEST,
      $defs: { '100%': { items: { $ref: '#/$defs/100%25/$defs/q' }, $defs: { q: true } } },
    });
  });
});

describe('what is drawn in', () => {
  test('loses its anchors, which another file may have as well', async () => {
    const schema = {
      $schema: NEWEST,
      items: { $ref: '#line' },
      prefixItems: [{ $ref: '../../b.json#line' }],
      $defs: { Own: { $anchor: 'line', const: 1 } },
    };
    expect(await bundled(schema, { 'b.json': { $defs: { Other: { $anchor: 'line', const: 2 } } } })).toEqual({
      ...schema,
      prefixItems: [{ $ref: '#/$defs/Other' }],
      $defs: { Own: { $anchor: 'line', const: 1 }, Other: { const: 2 } },
    });
  });

  test('loses the anchors and ids below it as well, and so does the root once its own resources are flattened', async () => {
    const other = { properties: { a: { $anchor: 'line', const: 2 }, b: { $ref: '#line' } } };
    const own = {
      $id: 'https://shop.example/own',
      properties: { a: { $anchor: 'line', const: 1 }, b: { $ref: '#line' } },
    };
    const schema = { $schema: NEWEST, prefixItems: [own, { $ref: '../../b.json' }] };
    expect(await bundled(schema, { 'b.json': other })).toEqual({
      $schema: NEWEST,
      prefixItems: [
        { properties: { a: { const: 1 }, b: { $ref: '#/prefixItems/0/properties/a' } } },
        { $ref: '#/$defs/b' },
      ],
      $defs: { b: { properties: { a: { const: 2 }, b: { $ref: '#/$defs/a' } } }, a: { const: 2 } },
    });
  });

  test('loses the id of draft-04, which would turn its references around', async () => {
    const money = {
      $schema: OLDEST,
      id: 'https://shop.example/money',
      items: { $ref: '#/definitions/Unit' },
      definitions: { Unit: { enum: ['EUR'] } },
    };
    const schema = { $schema: OLDEST, id: 'https://shop.example/order', items: { $ref: '../../money.json' } };
    expect(await bundled(schema, { 'money.json': money })).toEqual({
      ...schema,
      items: { $ref: '#/definitions/money' },
      definitions: {
        money: { items: { $ref: '#/definitions/Unit' } },
        Unit: { enum: ['EUR'] },
      },
    });
  });

  test('keeps apart what has one name in two files', async () => {
    const schema = {
      items: [
        { $ref: '../../a.json#/definitions/Unit' },
        { $ref: '../../b.json#/definitions/Unit' },
        { $ref: '../../a.json#/definitions/' },
      ],
    };
    const others = {
      'a.json': { definitions: { Unit: { const: 'kg' }, '': true } },
      'b.json': { definitions: { Unit: { const: 'EUR' } } },
    };
    expect(await bundled(schema, others)).toEqual({
      items: [{ $ref: '#/definitions/Unit' }, { $ref: '#/definitions/Unit2' }, { $ref: '#/definitions/Definition' }],
      definitions: { Unit: { const: 'kg' }, Unit2: { const: 'EUR' }, Definition: true },
    });
  });
});

test('definitions of another file that nobody refers to are left there, with their faults', async () => {
  const shared = {
    items: true,
    definitions: { Unused: { $ref: 'gone.json' }, properties: { $ref: '#/definitions/Unused' } },
  };
  expect(await bundled({ items: { $ref: '../../shared.json' } }, { 'shared.json': shared })).toEqual({
    items: { $ref: '#/definitions/shared' },
    definitions: { shared: { items: true } },
  });
  const named = { properties: { definitions: { const: 1 }, $defs: { const: 2 } } };
  expect(await bundled({ items: { $ref: '../../named.json' } }, { 'named.json': named })).toMatchObject({
    definitions: { named },
  });
});

describe('a file that names no draft', () => {
  test('is read in the draft of the schema that refers to it', async () => {
    const order = {
      $ref: '#/definitions/Order',
      properties: { note: { $ref: 'note.json' } },
      definitions: { Order: true },
    };
    const schema = { $schema: NEWEST, items: { $ref: '../../order.json' } };
    // In draft-07 the $ref would hide the properties beside it.
    expect(await bundled(schema, { 'order.json': order, 'note.json': { enum: ['x'] } })).toMatchObject({
      $defs: { order: { properties: { note: { $ref: '#/$defs/note' } } }, note: { enum: ['x'] } },
    });
  });

  test('is read in the draft of what it refers to', async () => {
    const { messages, codes } = await load(
      orderPlaced(
        { items: { $ref: '../../pair.json' } },
        { 'pair.json': JSON.stringify({ $schema: NEWEST, prefixItems: [true] }) },
      ),
    );
    expect(codes).toEqual([]);
    expect(messages[0]?.schema?.dialect).toBe('2020-12');
  });
});

test('a file that is broken is a fault of its own, and of nothing that refers to it', async () => {
  const files = orderPlaced({ items: { $ref: '../../broken.json' } }, { 'broken.json': '{ "type": }' });
  const again = {
    'events/OrderPlaced/examples/1.json': '[]',
    'commands/Pay/index.mdx': '---\nid: Pay\nversion: 1.0.0\nschemaPath: schema.json\n---\n',
    'commands/Pay/schema.json': '{ "$ref": "../../broken.json" }',
  };
  const { faults, files: made } = await render({ ...files, ...again });
  expect(faults).toEqual(['broken.json:1:11 json-invalid']);
  expect([...made.keys()]).toEqual(['index.json', 'events.d.ts']);
});
