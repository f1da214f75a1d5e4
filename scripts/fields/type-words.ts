import { isJsonObject, ownValue, type JsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import { itemPlacesOf, placeAt, placesOf } from '../schema/places-below.ts';
import { fixedValues, objectOf, textsOf, typesOf, type JsonType } from '../schema/schema-facts.ts';
import type { SchemaSource } from '../snippets/schema-parts.ts';
import { readPlace, type Reading } from './read-place.ts';

/** Types inside of types: beyond these a reader follows the rows below. */
const DEEPEST = 3;
const MOST_VALUES = 24;
const ANY = 'anything';

/** The type of a field in a few words; null is told apart from it. */
export function typeWords(schemas: readonly JsonSchema[], source: SchemaSource, depth = 0): string {
  const reading = readPlace(schemas, source);
  const fixed = fixedValues(reading.parts, source.dialect !== 'draft-04');
  if (fixed !== undefined) return valueWords(fixed.filter((value) => value !== null));
  const kinds = kindWords(reading, source, depth);
  return kinds === undefined || kinds === ANY ? ownWords(reading.parts, source, depth) : kinds;
}

export function isNullable(schemas: readonly JsonSchema[], source: SchemaSource): boolean {
  const { parts, hasNullKind } = readPlace(schemas, source);
  const fixed = fixedValues(parts, source.dialect !== 'draft-04');
  if (fixed !== undefined) return fixed.includes(null);
  return hasNullKind || (parts.some((part) => Object.hasOwn(part, 'type')) && typesOf(parts).includes('null'));
}

function valueWords(values: readonly JsonValue[]): string {
  const shown = values.slice(0, MOST_VALUES).map((value) => JSON.stringify(value));
  const rest = values.length - shown.length;
  return [...shown, ...(rest > 0 ? [`one of ${rest} more values`] : [])].join(' or ') || 'null';
}

function kindWords({ choices }: Reading, source: SchemaSource, depth: number): string | undefined {
  const [kinds] = choices;
  if (kinds === undefined) return undefined;
  if (depth >= DEEPEST) return ANY;
  const words = kinds.slice(0, MOST_VALUES).map((kind) => typeWords([kind], source, depth + 1));
  if (words.every((word) => word === 'object')) return `object, ${kinds.length} kinds`;
  const rest = kinds.length - words.length;
  return [...new Set(words), ...(rest > 0 ? [`one of ${rest} more kinds`] : [])].join(' or ');
}

function ownWords(parts: readonly JsonObject[], source: SchemaSource, depth: number): string {
  const isTyped = parts.some((part) => Object.hasOwn(part, 'type'));
  const types = isTyped ? typesOf(parts).filter((type) => type !== 'null') : impliedTypes(parts);
  if (types.length === 0) return isTyped ? 'null' : ANY;
  return [...new Set(types.map((type) => wordFor(type, parts, source, depth)))].join(' or ');
}

function impliedTypes(parts: readonly JsonObject[]): readonly JsonType[] {
  const has = (keyword: string) => parts.some((part) => Object.hasOwn(part, keyword));
  if (has('properties') || has('patternProperties') || has('additionalProperties')) return ['object'];
  return has('items') || has('prefixItems') ? ['array'] : [];
}

function wordFor(type: JsonType, parts: readonly JsonObject[], source: SchemaSource, depth: number): string {
  if (type === 'string') {
    const [format] = textsOf(parts, 'format');
    return format === undefined ? 'string' : `string (${format})`;
  }
  if (type === 'object') return objectWord(parts, source, depth);
  return type === 'array' ? listWord(parts, source, depth) : type;
}

function objectWord(parts: readonly JsonObject[], source: SchemaSource, depth: number): string {
  if (parts.some((part) => Object.keys(objectOf(part, 'properties')).length > 0)) return 'object';
  const values = parts.flatMap((schema) => {
    const place = { pointer: '', schema };
    return [...placesOf(place, 'patternProperties'), ...placeAt(place, 'additionalProperties')];
  });
  const told = values.map(({ schema }) => schema).filter((schema) => isJsonObject(schema));
  if (told.length === 0) return 'object';
  if (depth >= DEEPEST) return 'map';
  return `map of ${[...new Set(told.map((schema) => typeWords([schema], source, depth + 1)))].join(', ')}`;
}

function listWord(parts: readonly JsonObject[], source: SchemaSource, depth: number): string {
  if (depth >= DEEPEST) return 'list';
  const inside = (schema: JsonSchema): string => {
    const words = typeWords([schema], source, depth + 1);
    return isNullable([schema], source) ? `${words} or null` : words;
  };
  for (const schema of parts) {
    const { first, rest } = itemPlacesOf({ pointer: '', schema }, source.dialect);
    if (first.length > 0) return `tuple of ${first.map((item) => inside(item.schema)).join(', ')}`;
    const [item] = rest;
    if (item !== undefined && item.schema !== true) return `list of ${inside(item.schema)}`;
  }
  return 'list';
}

/** What tells one kind of an object from the others: the property that has one value in each, `type is "card"`. */
export function kindLabels(kinds: readonly JsonSchema[], path: string, source: SchemaSource): readonly string[] {
  const readings = kinds.map((kind) => readPlace([kind], source).parts);
  const names = new Set(
    readings.flatMap((parts) => parts.flatMap((part) => Object.keys(objectOf(part, 'properties')))),
  );
  for (const name of names) {
    const values = readings.map((parts) => {
      const schemas = parts.map((part) => ownValue(objectOf(part, 'properties'), name));
      return fixedValues(
        schemas.filter((schema) => isJsonObject(schema)),
        source.dialect !== 'draft-04',
      );
    });
    if (values.every((value) => value !== undefined && value.length > 0 && value.length <= 3))
      return values.map((value) => `${path === '' ? '' : `${path}.`}${name} is ${valueWords(value ?? [])}`);
  }
  return readings.map((parts, index) => textsOf(parts, 'title')[0] ?? `kind ${index + 1} of ${kinds.length}`);
}
