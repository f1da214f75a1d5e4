import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';

const DIALECT_ADDRESS: Readonly<Record<Dialect, string>> = {
  'draft-04': 'http://json-schema.org/draft-04/schema#',
  'draft-06': 'http://json-schema.org/draft-06/schema#',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

/**
 * The published schema: it names its draft and has its own address as `$id`, and stands on its own.
 *
 * A `$ref` at the root of a draft-07 schema would hide the `$id` beside it; `allOf` around it does not.
 */
export function publishedSchema(schema: JsonSchema, dialect: Dialect, address: string): JsonObject {
  const body = withoutIdentity(schema);
  const hidesSiblings = dialect.startsWith('draft-') && typeof body['$ref'] === 'string';
  const { $ref, ...rest } = body;
  const own = hidesSiblings ? { ...rest, allOf: [{ $ref: $ref ?? '#' }] } : body;
  return { $schema: DIALECT_ADDRESS[dialect], [dialect === 'draft-04' ? 'id' : '$id']: address, ...own };
}

function withoutIdentity(schema: JsonSchema): JsonObject {
  if (!isJsonObject(schema)) return schema ? {} : { not: {} };
  const { $schema: _dialect, $id: _id, id, ...rest } = schema;
  // `id` is the schema's address in draft-04 only, and there always a text.
  return id === undefined || typeof id === 'string' ? rest : { ...rest, id };
}
