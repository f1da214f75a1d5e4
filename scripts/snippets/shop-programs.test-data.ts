import type { JsonObject, JsonSchema, JsonValue } from '../model/json.ts';
import type { KafkaBinding, MessageVersion } from '../model/message.ts';
import { programOf, type Program } from './program.ts';

/** A message of the shop for tests; what is not given is empty. */
export function shopMessage(
  facts: Partial<MessageVersion> & { readonly bundled?: JsonSchema; readonly binding?: Partial<KafkaBinding> },
): MessageVersion {
  const { bundled = true, binding = {}, ...own } = facts;
  return {
    kind: 'event',
    id: 'OrderPlaced',
    version: '1.0.0',
    name: 'Order placed',
    summary: '',
    file: 'events/OrderPlaced/index.mdx',
    isLatest: true,
    owners: [],
    schema: { file: 'events/OrderPlaced/schema.json', dialect: '2020-12', bundled, sources: [], origins: [] },
    schemaFormat: 'json-schema',
    examples: [],
    producers: [],
    consumers: [],
    channels: [],
    kafka: { key: undefined, headers: {}, group: undefined, ...binding },
    isHttpOperation: false,
    ...own,
  };
}

/** As good as any other: no program looks at it. */
const schemaHash = '0123456789abcdef'.repeat(4);

/** The program of a message with this schema and example. */
export function shopProgram(
  bundled: JsonSchema,
  example: JsonValue,
  facts: Partial<MessageVersion> & { readonly binding?: Partial<KafkaBinding>; readonly typeName?: string } = {},
): Program {
  const { typeName = 'OrderPlaced', ...own } = facts;
  const topic = { name: 'orders.placed', isAssumed: false };
  return programOf(shopMessage({ bundled, ...own }), { topic, example, typeName, schemaHash });
}

const outOfStockSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['event_id', 'timestamp', 'product_id', 'adjusted_quantity', 'new_quantity', 'adjustment_reason'],
  properties: {
    event_id: { type: 'string' },
    timestamp: { type: 'string', format: 'date-time' },
    product_id: { type: 'string' },
    adjusted_quantity: { type: 'integer' },
    new_quantity: { type: 'integer', minimum: 0 },
    adjustment_reason: { enum: ['restock', 'sale', 'return', 'manual'] },
    adjusted_by: { type: 'string' },
  },
};

export const outOfStock: Program = programOf(
  shopMessage({
    id: 'OutOfStock',
    version: '0.0.4',
    name: 'Inventory out of stock',
    summary: 'Indicates inventory is out of stock',
    bundled: outOfStockSchema,
    binding: { key: 'product_id', group: 'inventory_group' },
  }),
  {
    topic: { name: 'inventory.adjusted', isAssumed: false },
    example: {
      event_id: 'abc123',
      timestamp: '2024-05-01T12:00:00Z',
      product_id: 'prod987',
      adjusted_quantity: -10,
      new_quantity: 0,
      adjustment_reason: 'sale',
      adjusted_by: 'user123',
    },
    typeName: 'OutOfStock',
    schemaHash,
  },
);
