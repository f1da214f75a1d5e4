import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { pointerSegments } from '../../model/pointer.ts';
import { refHidesSiblings } from '../../schema/keywords.ts';
import { walkSchema } from '../../schema/walk.ts';
import type { Choices } from './choices.test-data.ts';
import { mapSchemas, mapValues } from './map-schemas.test-data.ts';
import { replaceAt } from './mutate-schema.test-data.ts';

/** A document and what it becomes mean the same. */
export type Rewrite = (schema: JsonObject, dialect: Dialect, choices: Choices) => JsonObject;

/** Refactorings that change no meaning. */
export const rewrites: Readonly<Record<string, Rewrite>> = {
  'keys in another order': (schema) => reverseKeys(schema),
  'a $ref drawn out': drawOut,
  'allOf split': (schema, dialect) => mapSchemas(schema, dialect, (one) => splitAllOf(one, dialect)),
  'enum as oneOf of const': (schema, dialect) => mapSchemas(schema, dialect, (one) => listAsChoices(one, dialect)),
  'bounds of integers': (schema, dialect) => mapSchemas(schema, dialect, (one) => excludeBound(one, dialect)),
  'not not': (schema, dialect) => mapSchemas(schema, dialect, (one) => denyTwice(one)),
  'type lists as anyOf': (schema, dialect) => mapSchemas(schema, dialect, (one) => typesAsChoices(one)),
};

function reverseKeys(schema: JsonObject): JsonObject {
  const go = (value: JsonValue): JsonValue =>
    isJsonArray(value) ? value.map(go) : isJsonObject(value) ? reverseKeys(value) : value;
  return Object.fromEntries(Object.entries(mapValues(schema, go)).toReversed());
}

function drawOut(schema: JsonObject, dialect: Dialect, choices: Choices): JsonObject {
  const places = [...walkSchema(schema, dialect)].filter(({ pointer }) => pointer !== '');
  const place = places[choices.below(Math.max(1, places.length))];
  if (place === undefined || typeof place.schema === 'boolean') return schema;
  const rest = replaceAt(schema, pointerSegments(place.pointer), { $ref: '#/definitions/drawn' });
  if (!isJsonObject(rest)) return schema;
  const { definitions } = rest;
  return { ...rest, definitions: { ...(isJsonObject(definitions) ? definitions : {}), drawn: place.schema } };
}

/** Keywords that mean something only beside others. */
const together: readonly (readonly string[])[] = [
  ['properties', 'patternProperties', 'additionalProperties'],
  ['items', 'prefixItems', 'additionalItems'],
  ['contains', 'minContains', 'maxContains'],
  ['if', 'then', 'else'],
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
];
const staying = new Set(['definitions', '$defs', '$schema', '$id', 'unevaluatedProperties', 'unevaluatedItems']);

function splitAllOf(schema: JsonObject, dialect: Dialect): JsonObject {
  if ('$ref' in schema && refHidesSiblings(dialect)) return schema;
  const outer: [string, JsonValue][] = [];
  const parts = new Map<string, [string, JsonValue][]>();
  for (const [keyword, value] of Object.entries(schema)) {
    const group = together.find((keywords) => keywords.includes(keyword))?.join() ?? keyword;
    if (staying.has(keyword)) outer.push([keyword, value]);
    else parts.set(group, [...(parts.get(group) ?? []), [keyword, value]]);
  }
  if (parts.size < 2) return schema;
  return { allOf: [...parts.values()].map((entries) => Object.fromEntries(entries)), ...Object.fromEntries(outer) };
}

function listAsChoices(schema: JsonObject, dialect: Dialect): JsonObject {
  const { enum: list, ...others } = schema;
  if (!isJsonArray(list) || 'oneOf' in schema || '$ref' in schema) return schema;
  return { ...others, oneOf: list.map((value) => (dialect === 'draft-04' ? { enum: [value] } : { const: value })) };
}

function excludeBound(schema: JsonObject, dialect: Dialect): JsonObject {
  const { minimum, ...others } = schema;
  if (schema['type'] !== 'integer' || typeof minimum !== 'number' || 'exclusiveMinimum' in schema) return schema;
  const below = Math.ceil(minimum) - 1;
  return dialect === 'draft-04'
    ? { ...others, minimum: below, exclusiveMinimum: true }
    : { ...others, exclusiveMinimum: below };
}

/** What `not` says evaluates nothing: only demands may go there. */
function denyTwice(schema: JsonObject): JsonObject {
  const { pattern, required, ...others } = schema;
  if ('not' in schema || '$ref' in schema || (pattern === undefined && required === undefined)) return schema;
  const denied = { ...(pattern === undefined ? {} : { pattern }), ...(required === undefined ? {} : { required }) };
  return { ...others, not: { not: denied } };
}

function typesAsChoices(schema: JsonObject): JsonObject {
  const { type, ...others } = schema;
  if (!isJsonArray(type) || 'anyOf' in schema || '$ref' in schema) return schema;
  return { ...others, anyOf: type.map((name) => ({ type: name })) };
}
