import { isJsonArray, isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';
import { refHidesSiblings, schemaKeywords, type SchemaKeywords, type SchemaKeywordShape } from './keywords.ts';

/** A schema and its place in the document that holds it. */
export interface SchemaPlace {
  readonly pointer: JsonPointer;
  readonly schema: JsonSchema;
}

/**
 * Every subschema in a true schema position, the root first, parents before children, in the order of the file.
 * What a `$ref` reaches outside of such positions (`#/components/schemas/Order`) is not among them. Beside a `$ref` that
 * hides its siblings only `definitions` is entered.
 */
export function walkSchema(schema: JsonSchema, dialect: Dialect): Generator<SchemaPlace> {
  return walkPositions(schema, schemaKeywords[dialect], refHidesSiblings(dialect));
}

/** The walk with a table of its own, for schemas whose draft is not known yet. */
export function* walkPositions(
  schema: JsonSchema,
  keywords: SchemaKeywords,
  hidesSiblings: boolean,
): Generator<SchemaPlace> {
  const open: SchemaPlace[] = [{ pointer: '', schema }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    yield place;
    if (typeof place.schema === 'boolean') continue;
    const children: SchemaPlace[] = [];
    const refAlone = hidesSiblings && typeof ownValue(place.schema, '$ref') === 'string';
    for (const [keyword, value] of Object.entries(place.schema)) {
      const shape = ownValue(keywords, keyword);
      if (shape === undefined || (refAlone && keyword !== 'definitions')) continue;
      for (const child of schemasBelow(value, shape, appendPointer(place.pointer, keyword))) children.push(child);
    }
    for (const child of children.toReversed()) open.push(child);
  }
}

/** The schemas that one keyword holds. */
export function* schemasBelow(
  value: JsonValue,
  shape: SchemaKeywordShape,
  pointer: JsonPointer,
): Generator<SchemaPlace> {
  const entries =
    shape === 'schema' || (shape === 'schema-or-list' && !isJsonArray(value))
      ? [['', value] as const]
      : shape === 'list' || shape === 'schema-or-list'
        ? isJsonArray(value)
          ? value.map((item, index) => [`${index}`, item] as const)
          : []
        : isJsonObject(value)
          ? Object.entries(value)
          : [];
  const single = entries[0]?.[1] === value;
  for (const [name, schema] of entries) {
    if (isSchema(schema)) yield { pointer: single ? pointer : appendPointer(pointer, name), schema };
  }
}

/**
 * What a local `$ref` leads to: `#`, `#/a/b` (percent-encoded, with `~0` and `~1`) or `#anchor`. References are read
 * against the root, whatever an `$id` on the way says: bundling has made them so. Undefined: it leads nowhere.
 */
export function resolveLocalRef(root: JsonSchema, ref: string, dialect: Dialect): SchemaPlace | undefined {
  if (!ref.startsWith('#')) return undefined;
  const fragment = decodePercent(ref.slice(1));
  if (fragment === undefined) return undefined;
  if (fragment === '') return { pointer: '', schema: root };
  return fragment.startsWith('/') ? placeAt(root, fragment) : placeOfAnchor(root, fragment, dialect);
}

function placeAt(root: JsonSchema, pointer: JsonPointer): SchemaPlace | undefined {
  let value: JsonValue | undefined = root;
  for (const raw of pointer.slice(1).split('/')) {
    const segment = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isJsonArray(value)) value = /^(0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined;
    else if (isJsonObject(value)) value = ownValue(value, segment);
    else return undefined;
  }
  return isSchema(value) ? { pointer, schema: value } : undefined;
}

function placeOfAnchor(root: JsonSchema, name: string, dialect: Dialect): SchemaPlace | undefined {
  for (const place of walkSchema(root, dialect)) {
    if (typeof place.schema !== 'boolean' && anchorsOf(place.schema, dialect).includes(name)) return place;
  }
  return undefined;
}

function anchorsOf(schema: JsonObject, dialect: Dialect): readonly JsonValue[] {
  if (dialect === '2020-12') return [ownValue(schema, '$anchor') ?? null, ownValue(schema, '$dynamicAnchor') ?? null];
  if (dialect === '2019-09') return [ownValue(schema, '$anchor') ?? null];
  const id = ownValue(schema, dialect === 'draft-04' ? 'id' : '$id');
  return typeof id === 'string' && id.startsWith('#') ? [id.slice(1)] : [];
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The value of an own key: `constructor` and `__proto__` are names like any other. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === 'boolean' || isJsonObject(value);
}
