import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../model/json.ts';
import { canonicalText } from './canonical-text.ts';

/** The names of the JSON types in the order in which a sample tries them. */
export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

/** What people look for first in a sample. */
const allTypes: readonly JsonType[] = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'];

const typeOfKeyword: readonly (readonly [JsonType, RegExp])[] = [
  [
    'object',
    /^(properties|required|additionalProperties|patternProperties|propertyNames|(min|max)Properties|dependent\w+|dependencies|unevaluatedProperties)$/,
  ],
  ['array', /^(items|prefixItems|contains|additionalItems|(min|max)Items|uniqueItems|unevaluatedItems)$/],
  ['string', /^(pattern|format|minLength|maxLength|contentMediaType|contentEncoding)$/],
  ['number', /^(minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf)$/],
];

export function numbersOf(schemas: readonly JsonObject[], keyword: string): readonly number[] {
  return schemas.map((schema) => ownValue(schema, keyword)).filter((value) => typeof value === 'number');
}

export function textsOf(schemas: readonly JsonObject[], keyword: string): readonly string[] {
  return schemas.map((schema) => ownValue(schema, keyword)).filter((value) => typeof value === 'string');
}

export function objectOf(schema: JsonObject, keyword: string): JsonObject {
  const value = ownValue(schema, keyword);
  return isJsonObject(value) ? value : {};
}

export function listOf(schema: JsonObject, keyword: string): readonly JsonValue[] {
  const value = ownValue(schema, keyword);
  return isJsonArray(value) ? value : [];
}

/** The types that all schemas allow: the ones they name first, `null` last. Empty: they contradict each other. */
export function typesOf(schemas: readonly JsonObject[]): readonly JsonType[] {
  const named = schemas.map((schema) => namedTypes(schema)).filter((types) => types.length > 0);
  const [first, ...others] = named;
  if (first === undefined) return impliedTypes(schemas);
  const common = first.flatMap((type) =>
    others.reduce<readonly JsonType[]>((kept, types) => kept.flatMap((kind) => meet(kind, types)), [type]),
  );
  return [...common.filter((type) => type !== 'null'), ...common.filter((type) => type === 'null')];
}

function namedTypes(schema: JsonObject): readonly JsonType[] {
  const type = ownValue(schema, 'type');
  const names = isJsonArray(type) ? type : [type];
  return names.flatMap((name) => allTypes.filter((known) => known === name));
}

function meet(type: JsonType, types: readonly JsonType[]): readonly JsonType[] {
  if (types.includes(type)) return [type];
  if (type === 'integer' && types.includes('number')) return ['integer'];
  return type === 'number' && types.includes('integer') ? ['integer'] : [];
}

function impliedTypes(schemas: readonly JsonObject[]): readonly JsonType[] {
  const keywords = schemas.flatMap((schema) => Object.keys(schema));
  const implied = typeOfKeyword
    .filter(([, pattern]) => keywords.some((word) => pattern.test(word)))
    .map(([type]) => type);
  return [...implied, ...allTypes.filter((type) => !implied.includes(type))];
}

/** The values that const and enum leave over, in the order of the first; undefined when nothing fixes them. */
export function fixedValues(schemas: readonly JsonObject[], knowsConst: boolean): readonly JsonValue[] | undefined {
  const lists = schemas.flatMap((schema) => {
    const constant = knowsConst ? ownValue(schema, 'const') : undefined;
    const members = ownValue(schema, 'enum');
    return [...(constant === undefined ? [] : [[constant]]), ...(isJsonArray(members) ? [members] : [])];
  });
  const [first, ...others] = lists;
  if (first === undefined || others.length === 0) return first;
  const allowed = others.map((members) => new Set(members.map(canonicalText)));
  return first.filter((member) => allowed.every((texts) => texts.has(canonicalText(member))));
}

function boundsCross(schemas: readonly JsonObject[]): boolean {
  if (typesOf(schemas).some((type) => type !== 'number' && type !== 'integer')) return false;
  const least = Math.max(...numbersOf(schemas, 'minimum'), ...numbersOf(schemas, 'exclusiveMinimum'));
  return least > Math.min(...numbersOf(schemas, 'maximum'), ...numbersOf(schemas, 'exclusiveMaximum'));
}

/** Whether schemas plainly contradict each other: in their types, in const and enum, in the bounds of numbers, or so in a property below. */
export function contradict(
  schemas: readonly JsonObject[],
  knowsConst: boolean,
  alsoOptional: boolean,
  depth = 2,
): boolean {
  if (schemas.length < 2) return false;
  if (typesOf(schemas).length === 0) return true;
  if (fixedValues(schemas, knowsConst)?.length === 0 || boundsCross(schemas)) return true;
  if (depth === 0) return false;
  const required = new Set(schemas.flatMap((schema) => listOf(schema, 'required')));
  const byName = Map.groupBy(
    schemas.flatMap((schema) => Object.entries(objectOf(schema, 'properties'))),
    ([name]) => name,
  );
  return [...byName].some(([name, entries]) => {
    if (entries.length < 2 || !(alsoOptional || required.has(name))) return false;
    const below = entries.map(([, schema]) => schema);
    return contradict(below.filter(isJsonObject), knowsConst, alsoOptional, depth - 1);
  });
}
