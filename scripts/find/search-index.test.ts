import { beforeAll, describe, expect, test } from 'vitest';
import type { FieldIndex } from './field-index.ts';
import {
  event,
  foundBy,
  indexOf,
  manyFields,
  messagesFoundBy,
  objectOf,
  service,
  text,
  uuid,
} from './find.test-data.ts';
import { readQuery } from './read-query.ts';
import { searchableIndex } from './search-index.ts';

let index: FieldIndex;

beforeAll(async () => {
  index = await indexOf({
    ...event(
      'OrderPlaced',
      '1.0.0',
      objectOf({
        customer_id: { ...uuid, description: 'Who ordered.' },
        customer: objectOf({ id: uuid, name: text }),
        prior_customer_id: uuid,
        total: { type: 'number', description: 'What the customer pays, by the id of the tax.' },
      }),
    ),
    ...event('PaymentFailed', '1.0.0', objectOf({ customerId: text, cid: text, grand_total: { type: 'number' } })),
    ...event('PaymentFailed', '0.9.0', objectOf({ customer_number: text }), true),
    ...event('StockOut', '1.0.0', objectOf({ sku: text, when: { type: 'string', format: 'date-time' } })),
    ...service('Shop', 'sends:\n  - id: OrderPlaced\n'),
    ...service('Bank', 'receives:\n  - id: OrderPlaced\n    fields: [total]\n  - id: PaymentFailed\n'),
  });
});

describe('fields are found', () => {
  test('by words, however they are written together: the exact name first, then prefix, word, part, description', () => {
    const found = foundBy(index, 'customer id');
    expect(found).toEqual([
      'PaymentFailed.customerId',
      'OrderPlaced.customer_id',
      'OrderPlaced.customer.id',
      'OrderPlaced.prior_customer_id',
      'OrderPlaced.total',
    ]);
    expect(foundBy(index, 'customerId').slice(0, 2)).toEqual(found.slice(0, 2));
    expect(foundBy(index, 'customer_id').slice(0, 2)).toEqual(found.slice(0, 2));
  });

  test('by every word at once: in the name, the type, the description, the message or the service', () => {
    expect(foundBy(index, 'total')).toEqual(['OrderPlaced.total', 'PaymentFailed.grand_total']);
    expect(foundBy(index, 'total payment')).toEqual(['PaymentFailed.grand_total']);
    expect(foundBy(index, 'total shop')).toEqual(['OrderPlaced.total']);
    expect(foundBy(index, 'date-time when')).toEqual(['StockOut.when']);
    expect(foundBy(index, 'total nowhere')).toEqual([]);
  });

  test('of old versions behind those that are still there', () => {
    expect(foundBy(index, 'customer failed')).toEqual(['PaymentFailed.customerId', 'PaymentFailed.customer_number']);
  });

  test('by who reads and sends just them, and by their type', () => {
    expect(foundBy(index, 'reads:bank total')).toEqual(['OrderPlaced.total', 'PaymentFailed.grand_total']);
    expect(foundBy(index, 'reads:bank in:order')).toEqual(['OrderPlaced.total']);
    expect(foundBy(index, 'sends:shop type:uuid name')).toEqual([]);
    expect(foundBy(index, 'sends:shop type:uuid').toSorted()).toEqual([
      'OrderPlaced.customer.id',
      'OrderPlaced.customer_id',
      'OrderPlaced.prior_customer_id',
    ]);
  });

  test('by their name and not each by the name of their message', () => {
    expect(foundBy(index, 'stockout')).toEqual([]);
    expect(messagesFoundBy(index, 'stockout')).toEqual(['StockOut']);
  });
});

test('messages are found by name, summary, service and topic', () => {
  expect(messagesFoundBy(index, 'order placed')).toEqual(['OrderPlaced']);
  expect(messagesFoundBy(index, 'bank').toSorted()).toEqual(['OrderPlaced', 'PaymentFailed']);
  expect(messagesFoundBy(index, 'about stock')).toEqual(['StockOut']);
  expect(messagesFoundBy(index, 'reads:bank sends:shop')).toEqual(['OrderPlaced']);
  expect(messagesFoundBy(index, 'nothing of that name')).toEqual([]);
});

test('an empty query finds nothing, and a word that fits all finds all, and shows no more than is asked for', () => {
  const searchable = searchableIndex(manyFields(2000));
  const most = { messages: 3, fields: 5 };
  expect(searchable.search(readQuery(' '), most)).toMatchObject({ fields: [], messages: [], fieldCount: 0 });
  const all = searchable.search(readQuery('e'), most);
  expect([all.messages.length, all.fields.length]).toEqual([3, 5]);
  expect(all.fieldCount).toBe(searchable.fieldCount);
});

test('hostile words are words', () => {
  for (const query of ['__proto__', 'constructor', '</script>', '\\', '(((', '.*', '🎉', '\u0000', 'reads:__proto__'])
    expect(foundBy(index, query)).toEqual([]);
});
