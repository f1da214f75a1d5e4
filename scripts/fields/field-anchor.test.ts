import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldAnchor } from './field-anchor.ts';

describe('the anchor of a field', () => {
  test.each([
    ['order_id', 'field-order_id'],
    ['customer.address.postal-code', 'field-customer.address.postal-code'],
    ['lines[].sku', 'field-lines~5B~5D.sku'],
    ['prices.*', 'field-prices.~2A'],
    ['a~5B', 'field-a~7E5B'],
    ['größe 🎉', 'field-gr~C3~B6~C3~9Fe~20~F0~9F~8E~89'],
    ['</script>', 'field-~3C~2Fscript~3E'],
    ['__proto__', 'field-__proto__'],
    ['', 'field-'],
  ])('of %j is %j', (path, anchor) => {
    expect(fieldAnchor(path)).toBe(anchor);
  });

  test('is the same for no two paths, and is the same in an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        expect(fieldAnchor(left) === fieldAnchor(right)).toBe(left === right);
        expect(new URL(`#${fieldAnchor(left)}`, 'https://example.com').hash).toBe(`#${fieldAnchor(left)}`);
      }),
    );
  });
});
