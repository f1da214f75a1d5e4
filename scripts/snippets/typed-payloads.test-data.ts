import type { JsonValue } from '../model/json.ts';
import type { Program } from './program.ts';
import { shopProgram } from './shop-programs.test-data.ts';

const properties: JsonValue = {
  order_id: { type: 'string' },
  'total-price': { type: 'number' },
  class: { type: 'integer' },
  note: { type: ['string', 'null'] },
  gift: { type: 'boolean' },
  coupon: { type: ['string', 'null'] },
  reason: { enum: ['sale', 'return'] },
  serial: { type: 'integer' },
  lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] } },
  stock: { type: 'object', additionalProperties: { type: 'integer' } },
  extra: {},
};

/** An order with a field of each kind: required, optional, null, both, wide, nested, open. */
export const typedOrder: Program = shopProgram(
  { type: 'object', properties, required: ['order_id', 'total-price', 'class', 'note', 'serial'] },
  {
    order_id: 'A1',
    'total-price': 7,
    class: 2,
    note: null,
    gift: false,
    coupon: null,
    reason: 'sale',
    serial: 2 ** 64,
    lines: [{ sku: 'S1' }],
    stock: { S1: 3 },
    extra: [1, 'two'],
  },
);
