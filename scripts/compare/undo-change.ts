import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../model/json.ts';
import { pointerSegments, type JsonPointer } from '../model/pointer.ts';
import type { SchemaDocument } from './normalise/reading.ts';

/** One change, as far as it takes to undo it in the schema of one side. */
export interface Undoing {
  /** Where the schema is that is to be as the other one was. */
  readonly at: readonly JsonPointer[];
  /** Where the other one has what is taken over. */
  readonly from: readonly JsonPointer[];
  readonly keywords: readonly string[];
  /** Only this property of `properties` is taken over. */
  readonly property?: string;
}

/** A document in which one change is undone; undefined where that cannot be done. */
export function undoChange(
  document: SchemaDocument,
  other: SchemaDocument,
  { at, from, keywords, property }: Undoing,
): SchemaDocument | undefined {
  const [first] = at;
  if (first === undefined || document.dialect !== other.dialect) return undefined;
  const sources = from.map((pointer) => valueAt(other.schema, pointer)).filter(isJsonObject);
  let schema: JsonValue = document.schema;
  for (const place of at) {
    const found = valueAt(schema, place);
    if (!isJsonObject(found)) continue;
    const taken: JsonObject =
      place === first ? takeOver(found, sources, keywords, property) : without(found, keywords, property);
    schema = replaceAt(schema, pointerSegments(place), taken);
  }
  return isJsonObject(schema) ? { schema, dialect: document.dialect } : undefined;
}

function takeOver(
  schema: JsonObject,
  sources: readonly JsonObject[],
  keywords: readonly string[],
  property: string | undefined,
): JsonObject {
  const taken = keywords.flatMap((keyword) => {
    const value = sources.map((source) => ownValue(source, keyword)).find((found) => found !== undefined);
    return value === undefined ? [] : [[keyword, value] as const];
  });
  if (property === undefined) return { ...without(schema, keywords, property), ...Object.fromEntries(taken) };
  const whole = Object.fromEntries(taken)['properties'];
  const own = ownValue(schema, 'properties');
  const kept = Object.entries(isJsonObject(own) ? own : {}).filter(([name]) => name !== property);
  const before = isJsonObject(whole) ? ownValue(whole, property) : undefined;
  const properties = Object.fromEntries(before === undefined ? kept : [...kept, [property, before]]);
  return { ...schema, properties };
}

function without(schema: JsonObject, keywords: readonly string[], property: string | undefined): JsonObject {
  if (property === undefined)
    return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
  const own = ownValue(schema, 'properties');
  if (!isJsonObject(own)) return schema;
  return { ...schema, properties: Object.fromEntries(Object.entries(own).filter(([name]) => name !== property)) };
}

function valueAt(root: JsonValue, pointer: JsonPointer): JsonValue | undefined {
  return pointerSegments(pointer).reduce<JsonValue | undefined>((value, segment) => {
    if (isJsonArray(value)) return value[Number(segment)];
    return isJsonObject(value) ? ownValue(value, segment) : undefined;
  }, root);
}

function replaceAt(value: JsonValue, [segment, ...below]: readonly string[], replacement: JsonValue): JsonValue {
  if (segment === undefined) return replacement;
  if (isJsonArray(value))
    return value.map((item, at) => (String(at) === segment ? replaceAt(item, below, replacement) : item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === segment ? replaceAt(item, below, replacement) : item]),
  );
}
