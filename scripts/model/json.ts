/** Any JSON value. Source: RFC 8259. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Keys keep the order of the file that they came from. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A JSON Schema of any draft: an object of keywords, or `true` (accepts all) or `false` (accepts nothing). */
export type JsonSchema = JsonObject | boolean;

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The value of an own key: `constructor` and `__proto__` are names like any other, and no members of `{}`. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
