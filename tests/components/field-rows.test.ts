import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, fieldRows } from '../../components/field-rows.ts';
import type { FieldRow } from '../../components/field-rows.ts';
import { fieldAnchor } from '../../scripts/fields/field-anchor.ts';
import { hostileText } from '../../scripts/snippets/hostile-texts.test-data.ts';

function row(path: string, facts: Partial<FieldRow> = {}): FieldRow {
  return {
    path,
    anchor: fieldAnchor(path),
    type: 'string',
    isRequired: true,
    isNullable: false,
    description: '',
    readBy: [],
    ...facts,
  };
}

/** A row without its tags, as somebody reads it. */
function textOf(html: string): string {
  return html
    .replaceAll(/<td>|<span class="payload-(?:type|note|deprecated)">/g, '|')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"');
}

/** The tags that a row may consist of; anything else came from a catalog. */
const TAG = /<\/?(?:tr|th|td|a|span|code)(?: (?:id|scope|href|class)="[^"<>]*")*>/g;

describe('the rows of a table of fields', () => {
  test('say what a field is', () => {
    const html = fieldRows([
      row('lines[].unit_price.amount', {
        type: '"a" or "b"',
        isRequired: false,
        isNullable: true,
        description: 'What `one` costs.',
        bounds: ['not empty', '9 characters at most'],
        variants: ['kind is "card"', 'kind is "gift"'],
        example: '"19.90"',
        since: '1.1.0',
        deprecation: { since: '2.0.0', removeAfter: '2027-01-31', replacedBy: 'total' },
        readBy: ['Billing', 'Shipping'],
      }),
    ]);
    expect(textOf(html)).toBe(
      'lines[].unit_price.amount|"a" or "b" or null|optional|since 1.1.0|only if kind is "card", or kind is "gift"|' +
        'deprecated since 2.0.0; may go after 2027-01-31; read total instead|' +
        'What one costs.|not empty, 9 characters at most|Example: "19.90"|Read by Billing, Shipping',
    );
    expect(html).toContain('<tr id="field-lines~5B~5D.unit_price.amount">');
    expect(html).toContain('What <code>one</code> costs.');
  });

  test.each([
    ['id', '', 'id'],
    ['order.id', 'order.', 'id'],
    ['lines[]', '', 'lines[]'],
    ['lines[].sku', 'lines[].', 'sku'],
    ['pair[0]', '', 'pair[0]'],
    ['prices.*', 'prices.', '*'],
  ])('of %s show where it is, and its own name', (path, inside, name) => {
    expect(fieldRows([row(path)])).toContain(`<span class="payload-inside">${inside}</span>${name}</code>`);
  });

  test('say of a field that is there for certain, and is never null, no more than that', () => {
    expect(textOf(fieldRows([row('id')]))).toBe('id|string|');
    expect(textOf(fieldRows([row('nothing', { type: 'null', isNullable: true })]))).toBe('nothing|null|');
  });

  test('hold no tag of a catalog, whatever it says', () => {
    const text = fc.oneof(
      hostileText,
      fc.constantFrom('<img src=x onerror=alert(1)>', '"><script>', "' onclick='x", '&lt;'),
    );
    fc.assert(
      fc.property(text, text, text, fc.array(text, { maxLength: 3 }), (path, description, type, list) => {
        const facts = {
          type,
          description,
          bounds: list,
          variants: list,
          example: description,
          since: type,
          readBy: list,
        };
        const html = fieldRows([row(path, { ...facts, deprecation: { since: type, replacedBy: path } })]);
        expect(html.replaceAll(TAG, '')).not.toMatch(/[<>"']/);
        expect(html.replaceAll(TAG, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        expect(html).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });

  test('write out what would not show', () => {
    expect(escapeText('a\u202eb\u200bc')).toBe(String.raw`a\u{202e}b\u{200b}c`);
    expect(escapeText('a\n\t b')).toBe('a b');
  });
});
