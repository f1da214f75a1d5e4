import {
  isJsonArray,
  isJsonObject,
  ownValue,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../model/json.ts';
import { isAnnotation } from '../schema/keywords.ts';
import { itemPlacesOf } from '../schema/places-below.ts';
import { keywordValues, schemaParts, type SchemaSource } from './schema-parts.ts';

/** A place in a payload: property names and array indexes, from the root. */
export type ValuePath = readonly (string | number)[];

/** As long as `2024-05-01T12:00:00.000Z`. */
const clockLength = 24;

/** Keywords that judge a value as a whole: a different time inside it could change the verdict. */
const wholeValueKeywords = ['const', 'enum', 'uniqueItems', 'contains', 'unevaluatedItems'];

/** Keywords that apply schemas to some values only. What they say of a property is not worth guessing. */
const conditionalKeywords = [
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'dependencies',
  'patternProperties',
];

/**
 * The places in the example where the schema asks for a date-time and for nothing else that the current time could
 * break. In doubt a place is left out: the program then sends the example's own time.
 */
export function clockPaths(example: JsonValue, source: SchemaSource): readonly ValuePath[] {
  return below(source.schema, example, [], source);
}

function below(
  schema: JsonValue | undefined,
  value: JsonValue | undefined,
  path: ValuePath,
  source: SchemaSource,
): readonly ValuePath[] {
  const parts = schemaParts(schema, source);
  if (parts === undefined) return [];
  if (typeof value === 'string') return isClock(parts) ? [path] : [];
  if (wholeValueKeywords.some((keyword) => keywordValues(parts, keyword).some((found) => found !== false))) return [];
  if (isJsonArray(value)) return belowArray(parts, value, path, source);
  if (isJsonObject(value)) return belowObject(parts, value, path, source);
  return [];
}

function belowArray(
  parts: readonly JsonObject[],
  value: readonly JsonValue[],
  path: ValuePath,
  source: SchemaSource,
): readonly ValuePath[] {
  if (conditionalKeywords.some((keyword) => keywordValues(parts, keyword).length > 0)) return [];
  return value.flatMap((item, index) => {
    const schemas = parts.map((part) => itemSchema(part, index, source)).filter((schema) => schema !== undefined);
    return schemas.length === 0 ? [] : below({ allOf: schemas }, item, [...path, index], source);
  });
}

function belowObject(
  parts: readonly JsonObject[],
  value: JsonObject,
  path: ValuePath,
  source: SchemaSource,
): readonly ValuePath[] {
  const conditional = JSON.stringify(
    conditionalKeywords.map((keyword) => parts.map((part) => ({ [keyword]: ownValue(part, keyword) }))),
  );
  return Object.entries(value).flatMap(([name, member]) => {
    const schemas = keywordValues(parts, 'properties')
      .map((properties) => (isJsonObject(properties) ? ownValue(properties, name) : undefined))
      .filter((schema) => schema !== undefined);
    if (schemas.length === 0 || mayMention(conditional, name)) return [];
    return below({ allOf: schemas }, member, [...path, name], source);
  });
}

/** True when conditions, as JSON text, name a property or could reach it without its name. */
function mayMention(conditions: string, name: string): boolean {
  return (
    conditions.includes(JSON.stringify(name)) ||
    /"(\$ref|patternProperties|additionalProperties|unevaluatedProperties|propertyNames)":/.test(conditions)
  );
}

/** What one part says of one item. */
function itemSchema(part: JsonObject, index: number, { dialect }: SchemaSource): JsonSchema | undefined {
  const { first, rest } = itemPlacesOf({ schema: part, pointer: '' }, dialect);
  return (first[index] ?? rest[0])?.schema;
}

function isClock(parts: readonly JsonObject[]): boolean {
  return (
    keywordValues(parts, 'format').includes('date-time') &&
    keywordValues(parts, 'type').some((type) => type === 'string' || (isJsonArray(type) && type.includes('string'))) &&
    parts.every((part) => Object.entries(part).every(([keyword, value]) => permitsClock(keyword, value)))
  );
}

function permitsClock(keyword: string, value: JsonValue): boolean {
  switch (keyword) {
    case '$ref':
    case 'allOf':
    case 'type':
      return true;
    case 'format':
      return value === 'date-time';
    case 'minLength':
      return typeof value === 'number' && value <= clockLength;
    case 'maxLength':
      return typeof value === 'number' && value >= clockLength;
    default:
      return isAnnotation(keyword);
  }
}
