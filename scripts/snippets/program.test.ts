import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../model/json.ts';
import { kebabCase } from './kebab-case.ts';
import { messageType, programOf } from './program.ts';
import { outOfStock, shopMessage, shopProgram } from './shop-programs.test-data.ts';
import { visibleText } from './visible-text.ts';

const time = { type: 'string', format: 'date-time' } as const;
const noon = '2024-05-01T12:00:00Z';

function clocks(schema: JsonValue, example: JsonValue, dialect: '2020-12' | 'draft-07' = '2020-12'): unknown {
  const message = shopMessage({
    schema: { file: '', dialect, bundled: { allOf: [schema] }, sources: [], origins: [] },
  });
  const topic = { name: 'orders', isAssumed: false };
  return programOf(message, { topic, example, typeName: 'OrderPlaced', schemaHash: 'abc' }).clockPaths;
}

describe('programOf', () => {
  it('works out what the programs of a message need', () => {
    expect(outOfStock).toMatchObject({
      key: 'OutOfStock@0.0.4',
      topic: 'inventory.adjusted',
      group: 'inventory_group',
      keyPath: ['product_id'],
      clockPaths: [['timestamp']],
      headers: [
        ['content-type', 'application/json'],
        ['message-type', 'OutOfStock'],
        ['message-version', '0.0.4'],
      ],
    });
  });

  it('sorts the headers of the catalog behind its own, and lets them override', () => {
    const headers = JSON.parse('{"z":"1","__proto__":"2","content-type":"text/json","message-type":"Placed","a":"3"}');
    const program = shopProgram(true, {}, { binding: { headers } });
    expect(program.headers).toEqual([
      ['content-type', 'text/json'],
      ['message-type', 'Placed'],
      ['message-version', '1.0.0'],
      ['__proto__', '2'],
      ['a', '3'],
      ['z', '1'],
    ]);
    expect(messageType(program)).toBe('Placed');
  });

  it.each([
    ['OutOfStock', 'out-of-stock'],
    ['HTTPOrderV2Placed', 'http-order-v2-placed'],
    ['order placed', 'order-placed'],
    ['order_placed.v1', 'order-placed-v1'],
    ['BestellungÄndern', 'bestellung-ändern'],
  ])('names the group of %s after %s', (id, kebab) => {
    expect(kebabCase(id)).toBe(kebab);
    expect(shopProgram(true, {}, { id }).group).toBe(`${kebab}-consumer`);
  });

  it.each([
    ['order.id', { order: { id: 'A1' } }, ['order', 'id']],
    ['order.id', { 'order.id': 7 }, ['order.id']],
    ['order.id', { order: {}, 'order.id': 7 }, ['order.id']],
    ['a.b.c', { a: { 'b.c': true } }, ['a', 'b.c']],
    ['constructor.name', {}, ['constructor', 'name']],
    ['__proto__', JSON.parse('{"__proto__":"A1"}'), ['__proto__']],
  ])('finds the key %s', (key, example: JsonValue, path) => {
    expect(shopProgram(true, example, { binding: { key } }).keyPath).toEqual(path);
  });
});

describe('clock paths', () => {
  it('go through properties, items, prefixItems, $ref and allOf', () => {
    const schema = {
      properties: {
        at: time,
        history: { items: { $ref: '#/allOf/0/$defs/stamp' } },
        pair: { prefixItems: [time, { type: 'string' }], items: time },
        both: { allOf: [{ type: 'string' }, { format: 'date-time' }] },
        maybe: { type: ['string', 'null'], format: 'date-time', minLength: 1, description: 'x' },
      },
      $defs: { stamp: time },
    };
    const example = { at: noon, history: [noon, noon], pair: [noon, 'x', noon], both: noon, maybe: noon };
    expect(clocks(schema, example)).toEqual([
      ['at'],
      ['history', 0],
      ['history', 1],
      ['pair', 0],
      ['pair', 2],
      ['both'],
      ['maybe'],
    ]);
  });

  it('take the root too', () => expect(clocks(time, noon)).toEqual([[]]));

  it.each<[string, JsonValue, JsonValue]>([
    ['a constant', { ...time, const: noon }, noon],
    ['an enumeration', { ...time, enum: [noon] }, noon],
    ['a pattern', { ...time, pattern: '^2024' }, noon],
    ['a limit', { ...time, formatMaximum: noon }, noon],
    ['a length', { ...time, maxLength: 20 }, noon],
    ['a date', { type: 'string', format: 'date' }, '2024-05-01'],
    ['a format without a type', { format: 'date-time' }, noon],
    ['a null', { ...time, type: ['string', 'null'] }, null],
    ['a time that must differ from its neighbours', { items: time, uniqueItems: true }, [noon, '2024-05-01T13:00:00Z']],
    ['a whole value that is fixed', { properties: { at: time }, const: { at: noon } }, { at: noon }],
    ['a condition', { properties: { at: time }, oneOf: [{ properties: { at: { const: noon } } }] }, { at: noon }],
    ['a pattern of names', { properties: { at: time }, patternProperties: { '^a': { maxLength: 20 } } }, { at: noon }],
    ['an alternative', { anyOf: [time, { type: 'integer' }] }, noon],
    ['a $ref that leads nowhere', { properties: { at: { $ref: '#/$defs/gone', ...time } } }, { at: noon }],
    ['an inherited name', { properties: {} }, { constructor: noon }],
    ['a refused value', { properties: { at: { allOf: [time, false] } } }, { at: noon }],
  ])('leave %s alone', (_, schema, example) => {
    expect(clocks(schema, example)).toEqual([]);
  });

  it('are not disturbed by conditions on other properties', () => {
    const schema = {
      properties: { at: time, by: {} },
      if: { properties: { by: { const: 'x' } } },
      then: { required: ['by'] },
    };
    expect(clocks(schema, { at: noon, by: 'x' })).toEqual([['at']]);
  });

  it('read what stands beside $ref as the draft says', () => {
    const schema = {
      properties: { at: { $ref: '#/allOf/0/definitions/stamp', const: noon } },
      definitions: { stamp: time },
    };
    expect(clocks(schema, { at: noon }, '2020-12')).toEqual([]);
    expect(clocks(schema, { at: noon }, 'draft-07')).toEqual([['at']]);
  });

  it('end at a circle', () => {
    const loop = { $ref: '#/allOf/0/$defs/loop', $defs: { loop: { $ref: '#/allOf/0/$defs/loop' } } };
    expect(clocks(loop, noon, '2020-12')).toEqual([]);
    expect(clocks(loop, noon, 'draft-07')).toEqual([]);
  });
});

describe('visible text', () => {
  it('spells out what does not show, and stays on one line', () => {
    expect(visibleText(' Sold\n\tout\u2028\u202e*/ \0 \u{e0001}\ud800 ')).toBe(
      'Sold out \\u202e*/ \\u0000 \\u{e0001}\\ud800',
    );
  });
});
