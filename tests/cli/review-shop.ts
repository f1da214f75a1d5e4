import { messagePage, schemaText, servicePage, type Files } from './review-repository.ts';

/** What an order says; changes replace single properties, or take them away. */
export function orderSchema(
  properties: Readonly<Record<string, object | undefined>> = {},
  rest: Readonly<Record<string, unknown>> = {},
): object {
  const all: Readonly<Record<string, object | undefined>> = {
    id: { type: 'string', description: 'Of the order.' },
    total: { type: 'number', minimum: 0 },
    currency: { enum: ['EUR', 'GBP'] },
    coupon: { type: 'string', 'x-deprecated': { since: '1.0.0', removeAfter: '2026-06-30', replacedBy: 'discounts' } },
    lines: {
      type: 'array',
      items: {
        type: 'object',
        required: ['sku'],
        properties: { sku: { type: 'string' }, quantity: { type: 'integer', minimum: 1 } },
      },
    },
    ...properties,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['id', 'total'],
    properties: Object.fromEntries(Object.entries(all).filter(([, property]) => property !== undefined)),
    ...rest,
  };
}

export const order = 'events/OrderPlaced';

const example = schemaText({ id: 'o-1', total: 12.5, currency: 'EUR', lines: [{ sku: 'tea', quantity: 2 }] });

/** Eleven messages say what something costs as `shared/money.json` has it, by way of another file. */
export const moneyMessages = Array.from({ length: 11 }, (_none, at) => `Priced${String.fromCodePoint(65 + at)}`);

export const money = (amount: object): string =>
  schemaText({ type: 'object', required: ['amount'], properties: { amount, currency: { type: 'string' } } });

const priced = moneyMessages.map((id): Files => ({
  [`events/${id}/index.mdx`]: messagePage({ id, version: '1.0.0', owner: 'pricing-team' }),
  [`events/${id}/schema.json`]: schemaText({
    type: 'object',
    properties: { price: { $ref: '../../shared/price.json' }, [`of${id}`]: { type: 'string' } },
  }),
}));

/** The catalog on `main`. */
export const shop: Files = {
  [`${order}/index.mdx`]: messagePage({ id: 'OrderPlaced', version: '1.0.0' }),
  [`${order}/schema.json`]: schemaText(orderSchema()),
  [`${order}/examples/one.json`]: example,
  'events/OutOfStock/index.mdx': messagePage({ id: 'OutOfStock', version: '0.0.4', owner: 'inventory-team' }),
  'events/OutOfStock/schema.json': schemaText({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['sku'],
    properties: { sku: { $ref: '#/definitions/sku' }, left: { type: 'integer', const: 0 } },
    definitions: { sku: { type: 'string', minLength: 1 } },
  }),
  'events/StockCounted/index.mdx': messagePage({ id: 'StockCounted', version: '1.0.0', schemaPath: 'schema.avsc' }),
  'events/StockCounted/schema.avsc': schemaText({ type: 'record', name: 'StockCounted', fields: [] }),
  'events/Unread/index.mdx': messagePage({ id: 'Unread', version: '1.0.0' }),
  'events/Unread/schema.json': schemaText({ type: 'object', properties: { a: { type: 'string' } } }),
  'shared/money.json': money({ type: 'number' }),
  'shared/price.json': schemaText({ $ref: 'money.json', description: 'What it costs.' }),
  ...Object.assign({}, ...priced),
  'services/Shop/index.mdx': servicePage('Shop', ['sends:', '  - id: OrderPlaced', '  - id: OutOfStock']),
  'services/Warehouse/index.mdx': servicePage('Warehouse', [
    'receives:',
    '  - id: OrderPlaced',
    "    fields: [id, 'lines[].sku']",
    '  - id: OutOfStock',
  ]),
  'services/Billing/index.mdx': servicePage('Billing', ['receives:', '  - id: OrderPlaced']),
};

/** The order in a new version without examples, the old one below `versioned/`. */
export function newOrder(version: string, schema: object, lines: readonly string[] = []): Files {
  return {
    [`${order}/versioned/1.0.0/index.mdx`]: shop[`${order}/index.mdx`],
    [`${order}/versioned/1.0.0/schema.json`]: shop[`${order}/schema.json`],
    [`${order}/versioned/1.0.0/examples/one.json`]: example,
    [`${order}/examples/one.json`]: undefined,
    [`${order}/index.mdx`]: messagePage({ id: 'OrderPlaced', version, lines }),
    [`${order}/schema.json`]: schemaText(schema),
  };
}
