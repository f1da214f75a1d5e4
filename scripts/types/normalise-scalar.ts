import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { canonicalText } from '../schema/canonical-text.ts';
import { unionOf } from './combine-types.ts';
import { keyword, type LiteralNode, type TypeNode } from './type-node.ts';
import { quoteText } from './quote-text.ts';

const OBJECT_KEYWORDS = [
  'properties',
  'required',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
] as const;
const LIST_KEYWORDS = ['items', 'prefixItems', 'additionalItems', 'unevaluatedItems'] as const;
const COMBINERS = ['$ref', 'allOf', 'anyOf', 'oneOf'] as const;

/**
 * The type names of a schema. Undefined when it has none; without `type`, keywords for objects or lists tell, since
 * whoever writes `properties` means an object.
 */
export function typeNamesOf(keywords: JsonObject): readonly string[] | undefined {
  const { type } = keywords;
  if (typeof type === 'string') return [type];
  if (isJsonArray(type) && type.length > 0) return type.filter((name) => typeof name === 'string');
  const combines = COMBINERS.some((name) => keywords[name] !== undefined);
  const tells = (name: string): boolean =>
    keywords[name] !== undefined && !(combines && isClosing(name, keywords[name]));
  const names = [OBJECT_KEYWORDS.some(tells) ? 'object' : '', LIST_KEYWORDS.some(tells) ? 'array' : ''];
  const told = names.filter((name) => name !== '');
  return told.length === 0 ? undefined : told;
}

/** The type of a type name that holds nothing else. A name that JSON Schema does not have says nothing. */
export function scalarType(name: string): TypeNode {
  switch (name) {
    case 'integer':
    case 'number':
      return keyword('number');
    case 'string':
    case 'boolean':
    case 'null':
      return keyword(name);
    default:
      return keyword('unknown');
  }
}

/** The values that `enum` and `const` leave, of those that `type` allows; undefined when neither is there. */
export function valuesType(keywords: JsonObject): TypeNode | undefined {
  const values = valuesOf(keywords);
  return values === undefined ? undefined : unionOf(values.map(literal));
}

/** The values that a schema allows, when it lists them. */
export function valuesOf(keywords: JsonObject): readonly JsonValue[] | undefined {
  const lists = [keywords['enum'], 'const' in keywords ? [keywords['const'] ?? null] : undefined].filter(isJsonArray);
  const [first, second] = lists;
  if (first === undefined) return undefined;
  const keys = second?.map((value) => canonicalText(value));
  const names = typeNamesOf({ type: keywords['type'] ?? null });
  return first.filter(
    (value) => (keys?.includes(canonicalText(value)) ?? true) && (names?.some((name) => isOfType(value, name)) ?? true),
  );
}

/** The JSON type of a value. */
export function jsonTypeOf(value: JsonValue): LiteralNode['of'] {
  if (value === null) return 'null';
  if (isJsonArray(value)) return 'array';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}

function literal(value: JsonValue): LiteralNode {
  return { kind: 'literal', text: literalText(value), of: jsonTypeOf(value) };
}

function literalText(value: JsonValue): string {
  if (isJsonArray(value)) return `[${value.map(literalText).join(', ')}]`;
  if (!isJsonObject(value)) return typeof value === 'string' ? quoteText(value) : JSON.stringify(value);
  const fields = Object.entries(value).map(([name, inner]) => `${quoteText(name)}: ${literalText(inner)}`);
  return fields.length === 0 ? '{ [k: string]: never }' : `{ ${fields.join('; ')} }`;
}

/** Keywords that only close what is described elsewhere: beside `$ref` and its like they do not make an object. */
function isClosing(name: string, value: JsonValue | undefined): boolean {
  return value === false && !['properties', 'required', 'patternProperties'].includes(name);
}

function isOfType(value: JsonValue, name: string): boolean {
  return name === 'integer' ? Number.isInteger(value) : jsonTypeOf(value) === name;
}
