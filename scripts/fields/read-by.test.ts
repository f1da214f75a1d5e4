import { expect, test } from 'vitest';
import { isReadBy } from './read-by.ts';

test.each([
  ['order_id', 'order_id', true],
  ['order_id', 'order', false],
  ['lines', 'lines[].sku', true],
  ['lines[].sku', 'lines[].sku', true],
  ['lines[].sku', 'lines', true],
  ['lines[].count', 'lines[].sku', false],
  ['prices.*', 'prices.EUR', true],
  ['prices.*.cents', 'prices.EUR.cents', true],
  ['prices.*.cents', 'prices.EUR.digits', false],
  ['prices.*', 'prices[].EUR', false],
])('%s is read by who names %s: %s', (field, named, isRead) => {
  expect(isReadBy(field, named)).toBe(isRead);
});
