import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { schemaKeywords } from '../../schema/keywords.ts';

/** Changes each schema of a document that is no boolean, those below before those above. */
export function mapSchemas(schema: JsonObject, dialect: Dialect, edit: (schema: JsonObject) => JsonObject): JsonObject {
  const go = (value: JsonValue): JsonValue => (isJsonObject(value) ? mapSchemas(value, dialect, edit) : value);
  const entries = Object.entries(schema).map(([keyword, value]): [string, JsonValue] => {
    const shape = ownValue(schemaKeywords[dialect], keyword);
    if (shape === undefined) return [keyword, value];
    if (isJsonArray(value)) return [keyword, value.map(go)];
    if (shape !== 'map' && shape !== 'map-or-names') return [keyword, go(value)];
    return [keyword, isJsonObject(value) ? mapValues(value, go) : value];
  });
  return edit(Object.fromEntries(entries));
}

export function mapValues(object: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
