import { describe, expect, test } from 'vitest';
import { orderPlaced, render } from '../../tests/small-catalog.ts';
import type { JsonValue } from '../model/json.ts';

describe('the key of a record', () => {
  const text = { type: 'string' };
  const withId = (more: JsonValue = {}) => ({ type: 'object', properties: { id: text, more }, required: ['id'] });

  test.each<[string, JsonValue, string]>([
    ['a required text', withId(), 'id'],
    ['one of some values', { properties: { id: { enum: ['a', 1, true] } }, required: ['id'] }, 'id'],
    ['below another', { properties: { order: withId() }, required: ['order'] }, 'order.id'],
    ['a name with a dot', { properties: { 'order.id': text }, required: ['order.id'] }, 'order.id'],
    ['in each alternative', { oneOf: [withId({ const: 1 }), withId({ const: 2 })] }, 'id'],
    [
      'in each alternative of its own',
      { properties: { id: { anyOf: [text, { type: 'integer' }] } }, required: ['id'] },
      'id',
    ],
    ['required by one part, described by another', { properties: { id: text }, anyOf: [{ required: ['id'] }] }, 'id'],
    ['behind a reference', { allOf: [{ $ref: '#/definitions/Base' }], definitions: { Base: withId() } }, 'id'],
  ])('may be %s', async (_what, schema, key) => {
    expect((await render(orderPlaced(schema, {}, `x-kafka: { key: ${key} }\n`))).faults).toEqual([]);
  });

  test.each<[string, JsonValue]>([
    ['optional', { properties: { id: text } }],
    ['null at times', { properties: { id: { type: ['string', 'null'] } }, required: ['id'] }],
    ['of no stated type', { properties: { id: true }, required: ['id'] }],
    ['an object', { properties: { id: { type: 'object' } }, required: ['id'] }],
    ['missing in one alternative', { anyOf: [withId(), { type: 'object' }] }],
    [
      'missing where the schema refers to itself',
      {
        type: 'object',
        oneOf: [{ $ref: '#/definitions/Base' }],
        definitions: { Base: { type: 'object', anyOf: [{ properties: { next: { $ref: '#' } } }] } },
      },
    ],
  ])('may not be %s', async (_what, schema) => {
    const { faults } = await render(orderPlaced(schema, {}, 'x-kafka: { key: id }\n'));
    expect(faults).toEqual(['events/OrderPlaced/index.mdx:6:12 kafka-key-missing']);
  });
});
