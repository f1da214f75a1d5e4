import { page } from '../../tests/small-catalog.ts';
import type { JsonValue } from '../model/json.ts';

/** An order with some fields, in a draft. */
export function orderSchema(properties: { readonly [name: string]: JsonValue }, more: object = {}): JsonValue {
  return { type: 'object', properties, required: Object.keys(properties), ...more };
}

/** The event OrderPlaced in some versions, the last one current: version to schema. */
export function orderVersions(schemas: Readonly<Record<string, JsonValue>>): Record<string, string> {
  const versions = Object.entries(schemas);
  return Object.fromEntries(
    versions.flatMap(([version, schema], at) => {
      const folder = `events/OrderPlaced${at === versions.length - 1 ? '' : `/versioned/${version}`}`;
      return [
        [`${folder}/index.mdx`, page('OrderPlaced', version, 'schemaPath: schema.json\n')],
        [`${folder}/schema.json`, JSON.stringify(schema)],
      ];
    }),
  );
}
