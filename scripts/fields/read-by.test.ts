import { expect, test } from 'vitest';
import { isReadBy } from './read-by.ts';

test.each<[string, readonly string[], string, boolean]>([
  ['a consumer that names nothing reads everything', [], 'lines[].sku', true],
  ['a field by itself', ['id'], 'id', true],
  ['another field', ['id'], 'total', false],
  ['a part of what is read whole', ['lines'], 'lines[].sku', true],
  ['what holds a part that is read', ['lines[].sku'], 'lines', true],
  ['another part', ['lines[].sku'], 'lines[].price', false],
  ['a part of an object', ['total.amount'], 'total', true],
  ['a name that begins alike', ['total'], 'total_net', false],
  ['a name that another begins with', ['total_net'], 'total', false],
  ['a value of a map', ['prices'], 'prices.*', true],
  ['a place of a tuple', ['pair'], 'pair[0]', true],
])('%s', (_what, read, path, expected) => {
  expect(isReadBy({ fields: read }, path)).toBe(expected);
});
