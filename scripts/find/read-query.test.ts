import { describe, expect, test } from 'vitest';
import { isEmptyQuery, readQuery } from './read-query.ts';

const none = { reads: [], sends: [], type: [], in: [], domain: [], topic: [], is: [] };

describe('a query', () => {
  test.each([
    ['', [], {}],
    ['  customer   id ', ['customer', 'id'], {}],
    ['Customer_ID order.total', ['customerid', 'ordertotal'], {}],
    ['reads:StorefrontService type:uuid sku', ['sku'], { reads: ['storefrontservice'], type: ['uuid'] }],
    ['sends:"Order Service" reads:a reads:b', [], { sends: ['orderservice'], reads: ['a', 'b'] }],
    ['"out of stock"', ['out', 'of', 'stock'], {}],
    ['reads: total', ['reads', 'total'], {}],
    ['http://example.com', ['httpexamplecom'], {}],
    ['other:thing', ['otherthing'], {}],
    ['IS:Deprecated', [], { is: ['deprecated'] }],
    ['- ... ""', [], {}],
    ['🎉 größe', ['🎉', 'größe'], {}],
    ['reads:"never closed', [], { reads: ['neverclosed'] }],
    ['constructor:x __proto__', ['constructorx', 'proto'], {}],
  ])('%j is read', (text, words, filters) => {
    expect(readQuery(text)).toMatchObject({ words, filters: { ...none, ...filters } });
  });

  test('keeps its words as they were written, without the filters', () => {
    expect(readQuery('type:uuid Customer-ID "Out of Stock"').free).toBe('Customer-ID Out of Stock');
  });

  test('is empty or not', () => {
    expect(['', ' . ', 'reads:', 'x', 'type:x'].map((text) => isEmptyQuery(readQuery(text)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('has an end', () => {
    expect(readQuery('word '.repeat(10_000)).words).toHaveLength(12);
  });
});
