import { isJsonArray, isJsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';

/** A schema, and where it stands in the document. */
export interface Place {
  readonly schema: JsonSchema;
  readonly pointer: JsonPointer;
}

export interface NamedPlace extends Place {
  readonly name: string;
}

/** The schema that a keyword such as `items` holds; undefined when it holds something else. */
export function placeAt(value: JsonValue | undefined, pointer: JsonPointer, keyword: string): Place | undefined {
  return isSchema(value) ? { schema: value, pointer: appendPointer(pointer, keyword) } : undefined;
}

/** The schemas that a keyword such as `allOf` lists. */
export function placesIn(value: JsonValue | undefined, pointer: JsonPointer, keyword: string): readonly Place[] {
  if (!isJsonArray(value)) return [];
  return value.flatMap((schema, index) =>
    isSchema(schema) ? [{ schema, pointer: appendPointer(pointer, keyword, index) }] : [],
  );
}

/** The schemas that a keyword such as `properties` holds by name. */
export function placesOf(value: JsonValue | undefined, pointer: JsonPointer, keyword: string): readonly NamedPlace[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, schema]) =>
    isSchema(schema) ? [{ name, schema, pointer: appendPointer(pointer, keyword, name) }] : [],
  );
}

export function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === 'boolean' || isJsonObject(value);
}
