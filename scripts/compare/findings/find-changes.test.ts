import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../model/json.ts';
import { findChanges } from './find-changes.ts';
import { compare, money, told } from './find-changes.test-data.ts';

describe('sentences', () => {
  test('say what changed with the values', () => {
    const before = {
      properties: { status: { enum: ['shipped', 'backordered'] }, amount: { type: 'number', minimum: 0 } },
    };
    const after = {
      properties: { status: { enum: ['shipped'] }, amount: { type: 'number', minimum: 0.01 } },
      required: ['customerId'],
    };
    expect(told(compare(before, after))).toEqual([
      'narrows customerId: `customerId` is now required.',
      'narrows status: `status` no longer allows "backordered".',
      'narrows amount: `amount` must now be at least 0.01 (before: 0).',
    ]);
  });

  test('name the field that they speak of, also deep down', () => {
    const order = (price: JsonSchema): JsonSchema => ({
      properties: { items: { type: 'array', items: { properties: { price } } } },
    });
    const cheap = { type: 'object', properties: { amount: { type: 'integer' } } };
    const changes = compare(order(money), order({ ...cheap, required: ['amount', 'currency'] }));
    expect(told(changes)).toEqual([
      'narrows items[].price.currency: `currency` is now required in `price`.',
      'widens items[].price.amount: `amount` may now be less than 0: that limit was removed.',
      'narrows items[].price.amount: `amount` may no longer have a fraction: an integer (before: a number).',
    ]);
  });

  test('are one line of plain text, whatever the names and values are', () => {
    const name = '`\n\u202e# x'.repeat(2000);
    const change = (type: string): JsonSchema => ({ properties: { [name]: { const: `${type}\n\u001b[31m${name}` } } });
    const [found, ...others] = compare(change('string'), change('integer'));
    expect(others).toEqual([]);
    expect(found?.sentence).toMatch(/^[^\p{Cc}\p{Cf}]{1,400}$/u);
    expect(found?.path).toMatch(/^[^\p{Cc}\p{Cf}]{1,200}$/u);
  });

  test('guess that a property was renamed', () => {
    const order = (name: string): JsonSchema => ({ properties: { [name]: { type: 'string', maxLength: 20 } } });
    expect(compare(order('customer'), order('customerId')).map(({ sentence }) => sentence)).toEqual([
      '`customerId` was added (optional): a string of at most 20 characters. Perhaps it was renamed from `customer`.',
      '`customer` was removed (before: a string of at most 20 characters). Perhaps it was renamed to `customerId`.',
    ]);
  });
});

describe('places', () => {
  test('a change in a definition is told once, where it stands', () => {
    const names = ['net', 'gross', 'tax', 'discount'];
    const order = (definition: JsonSchema): JsonSchema => ({
      properties: {
        ...Object.fromEntries(names.map((name) => [name, { description: name, $ref: '#/$defs/money' }])),
        items: { type: 'array', items: { properties: { price: { $ref: '#/$defs/money' } } } },
      },
      $defs: { money: definition },
    });
    const changes = compare(order(money), order({ ...money, properties: { amount: { type: 'number', minimum: 1 } } }));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      rule: 'minimum-raised',
      beforePointer: '/$defs/money/properties/amount/minimum',
      afterPointer: '/$defs/money/properties/amount/minimum',
      keywords: ['minimum', 'exclusiveMinimum'],
      path: 'net.amount',
      places: [...names.map((name) => `${name}.amount`), 'items[].price.amount'],
    });
  });

  test('under not, the effects swap', () => {
    const changes = compare({ not: { enum: ['S'] } }, { not: { enum: ['S', 'M'] } });
    expect(changes).toMatchObject([{ rule: 'enum-value-added', effect: 'narrows', isUnderNegation: true }]);
  });

  test('variants are matched by what marks them, not by their order', () => {
    const variant = (kind: string, more: JsonSchema): JsonSchema => ({
      type: 'object',
      properties: { kind: { const: kind }, value: more },
      required: ['kind'],
    });
    const before = { oneOf: [variant('card', { type: 'string' }), variant('iban', { type: 'string' })] };
    const after = { oneOf: [variant('iban', { type: 'integer' }), variant('card', { type: 'string' })] };
    expect(told(compare(before, after))).toEqual([
      'replaces value: `value` in the variant `iban` must now be an integer (before: a string).',
    ]);
  });

  test('a single shape that became one of two is still there', () => {
    const iban = { type: 'object', properties: { iban: { type: 'string' } }, required: ['iban'] };
    expect(told(compare(money, { anyOf: [money, iban] }))).toEqual([
      'widens -: The message now also allows a variant: an object with `iban`.',
    ]);
  });
});

test('a format only annotates where formats are not checked', () => {
  const [before, after] = [
    { schema: { format: 'date-time' }, dialect: '2020-12' },
    { schema: { format: 'date' }, dialect: '2020-12' },
  ] as const;
  expect(findChanges(before, after)).toMatchObject([{ rule: 'format-changed', effect: 'replaces' }]);
  expect(told(findChanges(before, after, { formats: false }))).toEqual([
    'annotates -: The format of the message, which is not checked, is now "date" (before: "date-time").',
  ]);
});
