import { isJsonObject, ownValue, type JsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';

/** Stands for "no upper limit": Ajv takes the way through its code that counts only when both limits are given. */
export const noMaximum = Number.MAX_SAFE_INTEGER;

const passes = { not: { not: {} } } as const;

/**
 * Ajv skips whatever is named `__proto__` in maps of schemas. As a pattern the same name works, and a condition on it
 * can be said with `required`.
 */
export function guardPrototypeNames(schema: JsonObject): JsonObject {
  const names = ['properties', 'patternProperties', 'dependentSchemas', 'dependencies'];
  const hit = names.some((name) => {
    const map = ownValue(schema, name);
    return isJsonObject(map) && Object.hasOwn(map, '__proto__');
  });
  return hit ? withoutPrototypeNames(schema) : schema;
}

function withoutPrototypeNames(schema: JsonObject): JsonObject {
  const take = (name: string): readonly [JsonObject, JsonValue | undefined] => {
    const map = ownValue(schema, name);
    if (!isJsonObject(map)) return [{}, undefined];
    return [Object.fromEntries(Object.entries(map).filter(([key]) => key !== '__proto__')), ownValue(map, '__proto__')];
  };
  const [properties, property] = take('properties');
  const [patterns, pattern] = take('patternProperties');
  const [schemas, dependentSchema] = take('dependentSchemas');
  const [dependencies, dependency] = take('dependencies');
  const conditions = [dependentSchema, Array.isArray(dependency) ? { required: dependency } : dependency]
    .filter((condition) => condition !== undefined)
    .map((condition) => ({ anyOf: [{ not: { required: ['__proto__'] } }, condition] }));
  const allOf = ownValue(schema, 'allOf');
  return {
    ...schema,
    properties,
    patternProperties: {
      ...patterns,
      ...(property === undefined ? {} : { '^(?:__proto__)$': property }),
      ...(pattern === undefined ? {} : { '(?:__proto__)': pattern }),
    },
    ...(dependentSchema === undefined ? {} : { dependentSchemas: schemas }),
    ...(dependency === undefined ? {} : { dependencies }),
    ...(conditions.length === 0 ? {} : { allOf: [...(Array.isArray(allOf) ? allOf : []), ...conditions] }),
  };
}

/**
 * Without both limits Ajv's `contains` keeps its answer from one array to the next (an empty array after a good one
 * passes). In 2019-09 it also takes what `contains` found for evaluated, which came only with 2020-12; a double
 * negation hides that. And it forgets that a `contains` which every item matches evaluates every item.
 */
export function mendContains(schema: JsonObject, dialect: Dialect): JsonObject {
  if (!Object.hasOwn(schema, 'contains')) return schema;
  const { contains: written, minContains, maxContains, ...rest } = schema;
  const contains = isIdle(written) ? passes : written;
  const limits = { minContains: minContains ?? 1, maxContains: maxContains ?? noMaximum };
  if (dialect !== '2019-09' || ownValue(schema, 'unevaluatedItems') === undefined) {
    return { ...rest, ...limits, ...(contains === undefined ? {} : { contains }) };
  }
  const allOf = ownValue(rest, 'allOf');
  const hidden = { not: { not: { ...limits, ...(contains === undefined ? {} : { contains }) } } };
  return { ...rest, allOf: [...(Array.isArray(allOf) ? allOf : []), hidden] };
}

/** Ajv skips an `if` with nothing to do, and then forgets which properties it evaluated. */
export function mendIf(schema: JsonObject, dialect: Dialect): JsonObject {
  if (dialect !== '2019-09' && dialect !== '2020-12') return schema;
  if (!Object.hasOwn(schema, 'if') || !isIdle(ownValue(schema, 'then')) || !isIdle(ownValue(schema, 'else')))
    return schema;
  return { ...schema, then: passes };
}

function isIdle(schema: JsonValue | JsonSchema | undefined): boolean {
  return schema === undefined || schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);
}
