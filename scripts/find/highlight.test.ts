import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';
import type { ViewNode } from './view-node.ts';

/** `[customer_id]` where a part is marked. */
function shown(nodes: readonly ViewNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : `[${shown(node.children)}]`)).join('');
}

test.each([
  ['customer_id', ['customerid'], '[customer_id]'],
  ['prior_customer_id', ['customer', 'id'], 'prior_[customer]_[id]'],
  ['customerId', ['id'], 'customer[Id]'],
  ['lines[].sku', ['linessku'], '[lines[].sku]'],
  ['total', ['x'], 'total'],
  ['', ['x'], ''],
  ['İstanbul🎉', ['🎉'], 'İstanbul[🎉]'],
])('in the name %j, %j is marked: %s', (text, words, expected) => {
  expect(shown(highlight(text, words, true))).toBe(expected);
});

test.each([
  ['It said: the id.', ['id'], 'It said: the [id].'],
  ['A subtotal', ['total'], 'A sub[total]'],
  ['the idea', ['eid'], 'the idea'],
])('in the sentence %j, %j is marked: %s', (text, words, expected) => {
  expect(shown(highlight(text, words, false))).toBe(expected);
});

test('whatever is marked, the text stays as it is', () => {
  const flat = (nodes: readonly ViewNode[]): string =>
    nodes.map((node) => (typeof node === 'string' ? node : flat(node.children))).join('');
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ maxLength: 3 })),
      fc.boolean(),
      (text, words, isName) => {
        expect(flat(highlight(text, words, isName))).toBe(text);
      },
    ),
  );
});
