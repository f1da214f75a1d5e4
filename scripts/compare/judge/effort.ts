import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import { keywordsOf, referenceKeywords } from '../../schema/keywords.ts';
import { createFollow } from '../normalise/references.ts';
import type { SchemaDocument } from '../normalise/reading.ts';
import { isPattern, matchesPattern } from '../solve/matches-pattern.ts';

/**
 * How many times a validator may put a schema to a part of a value, when it looks at everything and remembers nothing. A
 * recursive schema that asks twice on each level doubles it with each level of the value. At least 1; Infinity is possible.
 */
export type Effort = (value: JsonValue) => number;

export function createEffort(document: SchemaDocument): Effort {
  return (value) => countEffort(document, value);
}

function countEffort({ schema: root, dialect }: SchemaDocument, whole: JsonValue): number {
  const follow = createFollow({ schema: root, dialect });
  const known = new Map<JsonValue, Map<JsonObject, number>>();

  const effortOf = (written: JsonValue | undefined, value: JsonValue): number => {
    if (!isJsonObject(written)) return 0;
    const counts = known.get(value) ?? new Map<JsonObject, number>();
    known.set(value, counts);
    const before = counts.get(written);
    if (before !== undefined) return before;
    // What comes back to itself at the same place is not followed: validators refuse such a schema.
    counts.set(written, 1);
    const schema = keywordsOf(written, dialect);
    const count = 1 + here(schema, written, value) + below(schema, value);
    counts.set(written, count);
    return count;
  };

  const sumOf = (list: JsonValue | undefined, value: JsonValue): number =>
    isJsonArray(list) ? list.reduce<number>((sum, schema) => sum + effortOf(schema, value), 0) : effortOf(list, value);

  /** Of the schemas that are put to the value itself. */
  const here = (schema: JsonObject, written: JsonObject, value: JsonValue): number => {
    let sum = 0;
    for (const keyword of inPlace) sum += sumOf(ownValue(schema, keyword), value);
    for (const keyword of ['dependencies', 'dependentSchemas']) {
      const map = ownValue(schema, keyword);
      if (isJsonObject(map)) for (const dependent of Object.values(map)) sum += effortOf(dependent, value);
    }
    for (const keyword of referenceKeywords[dialect]) {
      const ref = ownValue(schema, keyword);
      if (typeof ref === 'string') sum += effortOf(follow(ref, written), value);
    }
    return sum;
  };

  /** Of those that are put to what is in it. */
  const below = (schema: JsonObject, value: JsonValue): number => {
    let sum = 0;
    if (isJsonArray(value)) {
      const tuple = ownValue(schema, 'prefixItems') ?? ownValue(schema, 'items');
      for (const [index, item] of value.entries()) {
        for (const keyword of ofItems) sum += effortOf(ownValue(schema, keyword), item);
        sum += effortOf(isJsonArray(tuple) ? tuple[index] : undefined, item);
      }
    } else if (isJsonObject(value)) {
      for (const [name, item] of Object.entries(value))
        for (const asked of askedAbout(name, schema)) sum += effortOf(asked, item);
    }
    return sum;
  };

  return effortOf(root, whole);
}

const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'];
const ofItems = ['items', 'additionalItems', 'contains', 'unevaluatedItems'];

function askedAbout(name: string, schema: JsonObject): readonly JsonValue[] {
  const found: JsonValue[] = [];
  const properties = ownValue(schema, 'properties');
  const named = isJsonObject(properties) ? ownValue(properties, name) : undefined;
  if (named !== undefined) found.push(named);
  const patterns = ownValue(schema, 'patternProperties');
  if (isJsonObject(patterns))
    for (const [source, asked] of Object.entries(patterns))
      if (isPattern(source) && matchesPattern(source, name) !== false) found.push(asked);
  if (found.length > 0) return found;
  return ['additionalProperties', 'unevaluatedProperties'].flatMap((keyword) => ownValue(schema, keyword) ?? []);
}
