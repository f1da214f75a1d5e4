import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../model/json.ts';
import { keywordValues, schemaParts, type SchemaSource } from './schema-parts.ts';

/**
 * The property names that a dotted path stands for in a payload. `order.id` is `id` inside `order`, unless the payload
 * has a property whose own name is `order.id`.
 */
export function keyPathOf(dotted: string, example: JsonValue): readonly string[] {
  const names = dotted.split('.');
  return findPath(names, example) ?? names;
}

function findPath(names: readonly string[], value: JsonValue): readonly string[] | undefined {
  if (names.length === 0) return isRecordKey(value) ? [] : undefined;
  if (!isJsonObject(value)) return undefined;
  for (let length = 1; length <= names.length; length += 1) {
    const name = names.slice(0, length).join('.');
    const member = ownValue(value, name);
    const rest = member === undefined ? undefined : findPath(names.slice(length), member);
    if (rest !== undefined) return [name, ...rest];
  }
  return undefined;
}

/** The value at a path of property names; undefined when there is none. */
export function valueAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let place: JsonValue | undefined = value;
  for (const name of path) place = isJsonObject(place) ? ownValue(place, name) : undefined;
  return place;
}

/** A value that has one obvious text, and so can be the key of a record. */
export function isRecordKey(value: JsonValue | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What the schema says of the way to a record's key. */
export interface KeyField {
  /** No doubt that the value is a string. */
  readonly isString: boolean;
  /** For each step: no doubt that the property is there. */
  readonly isRequired: readonly boolean[];
}

/** Follows a path of property names through a schema. */
export function keyFieldAt(path: readonly string[], source: SchemaSource): KeyField {
  let schemas: readonly JsonValue[] = [source.schema];
  const isRequired = path.map((name) => {
    const parts: readonly JsonObject[] = schemaParts({ allOf: schemas }, source) ?? [];
    schemas = keywordValues(parts, 'properties')
      .map((properties) => (isJsonObject(properties) ? ownValue(properties, name) : undefined))
      .filter((schema) => schema !== undefined);
    return keywordValues(parts, 'required').flat().includes(name);
  });
  const parts = schemaParts({ allOf: schemas }, source) ?? [];
  return { isString: keywordValues(parts, 'type').includes('string'), isRequired };
}
