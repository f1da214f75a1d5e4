import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { keywordValues } from '../schema-parts.ts';

const conditionalKeywords = ['anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas', 'dependencies'];

/** Property names with what each part says of them; a property that is forbidden is none. */
export function mergedProperties(parts: readonly JsonObject[]): ReadonlyMap<string, readonly JsonValue[]> {
  const merged = new Map<string, readonly JsonValue[]>();
  for (const properties of keywordValues(parts, 'properties').filter(isJsonObject)) {
    for (const [name, schema] of Object.entries(properties)) merged.set(name, [...(merged.get(name) ?? []), schema]);
  }
  return new Map([...merged].filter(([, schemas]) => !schemas.includes(false)));
}

/** True when a value may have properties that its schema describes elsewhere: a TypedDict would deny them. */
export function hasMoreNames(parts: readonly JsonObject[], known: ReadonlyMap<string, unknown>): boolean {
  if (keywordValues(parts, 'patternProperties').length > 0) return true;
  if (keywordValues(parts, 'additionalProperties').some(isJsonObject)) return true;
  return conditionalKeywords.some((keyword) => keywordValues(parts, keyword).some((value) => names(value, known)));
}

function names(condition: JsonValue, known: ReadonlyMap<string, unknown>): boolean {
  if (isJsonArray(condition)) return condition.some((member) => names(member, known));
  if (!isJsonObject(condition)) return false;
  return Object.entries(condition).some(([keyword, value]) => {
    if (keyword === '$ref') return true;
    if (keyword === 'properties' && isJsonObject(value)) return Object.keys(value).some((name) => !known.has(name));
    return keyword !== 'properties' && names(value, known);
  });
}
