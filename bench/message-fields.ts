/** A field of an invented message: its schema, and a value that the schema accepts. */
export interface Field {
  readonly name: string;
  readonly schema: object;
  readonly example: unknown;
}

/** Where the shared definitions are; what writes a schema knows the path to them. */
export const SHARED = 'shared:';

const text = (name: string, description: string, example: string, bounds: object = {}): Field => ({
  name,
  schema: { type: 'string', description, ...bounds, examples: [example] },
  example,
});

const count = (name: string, description: string, example: number, bounds: object = {}): Field => ({
  name,
  schema: { type: 'integer', description, minimum: 0, ...bounds, examples: [example] },
  example,
});

const flag = (name: string, description: string): Field => ({
  name,
  schema: { type: 'boolean', description, default: false },
  example: true,
});

const choice = (name: string, description: string, values: readonly string[]): Field => ({
  name,
  schema: { type: 'string', description, enum: values },
  example: values[0],
});

const shared = (name: string, description: string, definition: keyof typeof SHARED_EXAMPLES): Field => ({
  name,
  schema: { $ref: `${SHARED}${definition}`, description },
  example: SHARED_EXAMPLES[definition],
});

const SHARED_EXAMPLES = {
  Money: { amount: '19.90', currency: 'EUR' },
  Address: { lines: ['1 Harbour Street'], postal_code: '10115', city: 'Berlin', country: 'DE' },
} as const;

/** What every message refers to: one file, as catalogs have it. */
export const SHARED_DEFINITIONS = {
  Money: {
    type: 'object',
    description: 'An amount of money.',
    properties: {
      amount: {
        type: 'string',
        pattern: '^-?[0-9]+\\.[0-9]{2}$',
        description: 'Decimal, so that nothing is rounded.',
        examples: ['19.90'],
      },
      currency: {
        type: 'string',
        pattern: '^[A-Z]{3}$',
        description: 'Currency, as ISO 4217 has it.',
        examples: ['EUR'],
      },
    },
    required: ['amount', 'currency'],
    additionalProperties: false,
  },
  Address: {
    type: 'object',
    description: 'Where something is sent.',
    properties: {
      lines: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 4, description: 'Street and house.' },
      postal_code: { type: 'string', description: 'Postal code.' },
      city: { type: 'string', minLength: 1, description: 'Town.' },
      country: { type: 'string', pattern: '^[A-Z]{2}$', description: 'Country, as ISO 3166 has it.', examples: ['DE'] },
    },
    required: ['lines', 'city', 'country'],
  },
};

/** What every message carries. */
export const ENVELOPE: readonly Field[] = [
  text('event_id', 'Identifies this message; a second copy has the same.', '0b9d6c7e-3d1f-4f53-9b8e-1c2d3e4f5a6b', {
    format: 'uuid',
  }),
  text('occurred_at', 'When it happened, in UTC.', '2024-05-14T09:30:00Z', { format: 'date-time' }),
  choice('source', 'Which part of the shop it comes from.', ['storefront', 'warehouse', 'back-office']),
];

const ITEM: Field = {
  name: 'items',
  schema: {
    type: 'array',
    description: 'What it is about, one entry for each product.',
    minItems: 1,
    items: { $ref: '#/$defs/Item' },
  },
  example: [{ product_id: 'prod987', quantity: 2, price: SHARED_EXAMPLES.Money, tags: ['gift'] }],
};

const CONTACT: Field = {
  name: 'contact',
  schema: {
    type: 'object',
    description: 'Whom to ask.',
    properties: {
      email: { type: 'string', format: 'email', description: 'Electronic mail.' },
      phone: { type: ['string', 'null'], pattern: '^\\+[0-9]{6,15}$', description: 'Telephone, where there is one.' },
      preference: { type: 'string', enum: ['email', 'phone', 'none'], description: 'How they want to be asked.' },
      hours: {
        type: 'object',
        description: 'When they can be asked.',
        properties: {
          from: { type: 'integer', minimum: 0, maximum: 23 },
          to: { type: 'integer', minimum: 1, maximum: 24 },
        },
        required: ['from', 'to'],
      },
    },
    required: ['email'],
  },
  example: { email: 'shop@awesome-fake-company.example', phone: null, preference: 'email', hours: { from: 9, to: 17 } },
};

const OUTCOME: Field = {
  name: 'outcome',
  schema: {
    description: 'How it went.',
    oneOf: [
      {
        type: 'object',
        properties: { kind: { const: 'done' }, at: { type: 'string', format: 'date-time' } },
        required: ['kind', 'at'],
      },
      {
        type: 'object',
        properties: { kind: { const: 'refused' }, reason: { type: 'string', minLength: 1 } },
        required: ['kind', 'reason'],
      },
    ],
  },
  example: { kind: 'done', at: '2024-05-14T09:30:00Z' },
};

const LABELS: Field = {
  name: 'labels',
  schema: {
    type: 'object',
    description: 'Whatever else somebody wanted to note.',
    additionalProperties: { type: 'string' },
    maxProperties: 10,
  },
  example: { campaign: 'spring' },
};

const DIMENSIONS: Field = {
  name: 'dimensions',
  schema: {
    type: 'array',
    description: 'Width, height and depth in millimetres.',
    prefixItems: [{ type: 'integer' }, { type: 'integer' }, { type: 'integer' }],
    items: false,
    minItems: 3,
  },
  example: [300, 200, 100],
};

/** What messages choose from. */
export const POOL: readonly Field[] = [
  text('customer_id', 'The customer.', 'cust42', { minLength: 1 }),
  text('order_id', 'The order that it belongs to.', 'order1001', { pattern: '^order[0-9]+$' }),
  shared('total', 'What it comes to.', 'Money'),
  ITEM,
  choice('channel', 'How the customer came to us.', ['web', 'app', 'store', 'phone']),
  count('quantity', 'How many units.', 3, { maximum: 10_000 }),
  text('due_on', 'The day by which it must be done.', '2024-06-01', { format: 'date' }),
  flag('is_gift', 'Whether somebody else unwraps it.'),
  shared('deliver_to', 'Where it goes.', 'Address'),
  text('note', 'A remark for people, not for programs.', 'Ring twice', { maxLength: 500 }),
  CONTACT,
  count('attempt', 'The how manieth attempt this was.', 1, { minimum: 1 }),
  text('tracking_url', 'Where its way can be followed.', 'https://track.example/1', { format: 'uri' }),
  choice('priority', 'How urgent it is.', ['low', 'normal', 'high']),
  LABELS,
  text('warehouse', 'The warehouse that it is handled in.', 'BER1', { pattern: '^[A-Z]{3}[0-9]$' }),
  shared('discount', 'What was taken off.', 'Money'),
  {
    name: 'weight',
    schema: { type: 'number', description: 'Weight in kilograms.', exclusiveMinimum: 0, examples: [1.5] },
    example: 1.5,
  },
  OUTCOME,
  text('approved_by', 'Who has said yes, where somebody had to.', 'supply', { minLength: 1, deprecated: true }),
  {
    name: 'tags',
    schema: {
      type: 'array',
      description: 'Words to find it by.',
      items: { type: 'string', minLength: 1 },
      uniqueItems: true,
    },
    example: ['new', 'fragile'],
  },
  DIMENSIONS,
  count('points', 'Loyalty points that it earned.', 120),
  flag('is_test', 'Whether it was only a rehearsal.'),
  {
    name: 'parent_id',
    schema: { type: ['string', 'null'], description: 'What it came from, where it came from something.' },
    example: null,
  },
];

/** `$defs` of every message that has items. */
export const DEFINITIONS = {
  Item: {
    type: 'object',
    description: 'One product of the message.',
    properties: {
      product_id: { type: 'string', minLength: 1, description: 'The product.' },
      quantity: { type: 'integer', minimum: 1, description: 'Units of it.' },
      price: { $ref: `${SHARED}Money` },
      tags: { type: 'array', items: { type: 'string' }, description: 'Words to find it by.' },
    },
    required: ['product_id', 'quantity'],
  },
};
