import {
  isJsonArray,
  isJsonObject,
  ownValue,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';
import { refHidesSiblings, schemaKeywords, type SchemaKeywords, type SchemaKeywordShape } from './keywords.ts';

/** A schema and its place in the document that holds it. */
export interface SchemaPlace {
  readonly pointer: JsonPointer;
  readonly schema: JsonSchema;
}

/** A place whose schema is not a boolean. */
export interface ObjectPlace {
  readonly pointer: JsonPointer;
  readonly schema: JsonObject;
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

export function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === 'boolean' || isJsonObject(value);
}
