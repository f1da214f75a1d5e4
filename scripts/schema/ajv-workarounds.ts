import { compileSchema, SchemaEnv } from 'ajv/dist/compile/index.js';
import type { AnySchema, CodeKeywordDefinition, default as AjvCore } from 'ajv/dist/core.js';
import {
  error as dependenciesError,
  validatePropertyDeps,
  validateSchemaDeps,
} from 'ajv/dist/vocabularies/applicator/dependencies.js';
import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { compilePattern } from './regular-expression.ts';

/** Stands for "no upper limit": Ajv takes the way through its code that counts only when both limits are given. */
export const noMaximum = Number.MAX_SAFE_INTEGER;

/** Where prepared schemas are, for `$ref`. */
export const definitionsAddress = '#/definitions/';

/** Ajv skips a property and a pattern that are named `__proto__`. Written as another pattern the same name works. */
export function guardPrototypeNames(schema: JsonObject): JsonObject {
  const hit = ['properties', 'patternProperties'].some((name) => Object.hasOwn(ownMap(schema, name), '__proto__'));
  return hit ? withoutPrototypeNames(schema) : schema;
}

function withoutPrototypeNames(schema: JsonObject): JsonObject {
  const take = (name: string): readonly [JsonObject, JsonValue | undefined] => {
    const map = ownMap(schema, name);
    return [Object.fromEntries(Object.entries(map).filter(([key]) => key !== '__proto__')), ownValue(map, '__proto__')];
  };
  const [properties, property] = take('properties');
  const [patterns, pattern] = take('patternProperties');
  return {
    ...schema,
    properties,
    patternProperties: {
      ...patterns,
      ...(property === undefined ? {} : { '^(?:__proto__)$': property }),
      ...(pattern === undefined ? {} : { '(?:__proto__)': pattern }),
    },
  };
}

/** Ajv overlooks what depends on a property `__proto__`, though not in the two keywords that took its place. */
export const dependenciesRule: CodeKeywordDefinition = {
  keyword: 'dependencies',
  type: 'object',
  schemaType: 'object',
  error: dependenciesError,
  code: (cxt) => {
    const names = Object.entries<string[]>(cxt.schema).filter(([, demand]) => Array.isArray(demand));
    const schemas = Object.entries<AnySchema>(cxt.schema).filter(([, demand]) => !Array.isArray(demand));
    validatePropertyDeps(cxt, Object.fromEntries(names));
    validateSchemaDeps(cxt, Object.fromEntries(schemas));
  },
};

/**
 * Without both limits Ajv's `contains` keeps its answer from one array to the next: an empty array after a good one
 * passes.
 */
export function mendContains(schema: JsonObject): JsonObject {
  if (!Object.hasOwn(schema, 'contains')) return schema;
  const { minContains, maxContains, ...rest } = schema;
  return { ...rest, minContains: minContains ?? 1, maxContains: maxContains ?? noMaximum };
}

/** In draft-04 `exclusiveMinimum` says how to read a `minimum`. Without one it has no effect, but Ajv throws. */
export function dropIdleLimits(schema: JsonObject, dialect: Dialect): JsonObject {
  if (dialect !== 'draft-04') return schema;
  const isIdle = (keyword: string): boolean =>
    (keyword === 'exclusiveMinimum' && !Object.hasOwn(schema, 'minimum')) ||
    (keyword === 'exclusiveMaximum' && !Object.hasOwn(schema, 'maximum'));
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isIdle(keyword)));
}

/** Says of the parts of a compiled schema whether they accept a value. */
export interface PartJudge {
  readonly accepts: (part: JsonObject, root: SchemaEnv, value: JsonValue) => boolean;
  /** To be called before another value comes. */
  readonly forget: () => void;
}

/** Asks each question once: in a schema that contains itself the questions would double with every level of a value. */
export function createPartJudge(ajv: AjvCore.default): PartJudge {
  const compiled = new Map<JsonObject, SchemaEnv>();
  const answers = new Map<JsonObject, Map<JsonValue, boolean>>();
  const compile = (part: JsonObject, root: SchemaEnv): SchemaEnv => {
    const made = compileSchema.call(ajv, new SchemaEnv({ schema: part, root, baseId: root.baseId }));
    compiled.set(part, made);
    return made;
  };
  const accepts = (part: JsonObject, root: SchemaEnv, value: JsonValue): boolean => {
    const known = answers.get(part) ?? new Map<JsonValue, boolean>();
    answers.set(part, known);
    const answer = known.get(value) ?? (compiled.get(part) ?? compile(part, root)).validate?.(value) === true;
    known.set(value, answer);
    return answer;
  };
  return { accepts, forget: () => answers.clear() };
}

/** What is needed to read a schema beside a value. */
export interface Reading {
  readonly dialect: Dialect;
  /** Where the `$ref`s of a prepared schema lead. */
  readonly definitions: JsonObject;
  readonly accepts: (schema: JsonObject, value: JsonValue) => boolean;
}

/**
 * The properties that `unevaluatedProperties` in this schema is about. Ajv keeps account of them itself, but takes a
 * name of Object.prototype for evaluated, and throws where patterns and a closed object come together.
 */
export function unevaluatedNames(schema: JsonObject, value: JsonObject, reading: Reading): readonly string[] {
  const parts = partsInForce(schema, value, reading);
  const isEvaluated = (part: JsonObject, name: string): boolean =>
    (part !== schema && Object.hasOwn(part, 'unevaluatedProperties')) ||
    Object.hasOwn(part, 'additionalProperties') ||
    Object.hasOwn(ownMap(part, 'properties'), name) ||
    Object.keys(ownMap(part, 'patternProperties')).some((pattern) => compilePattern(pattern).test(name));
  return Object.keys(value).filter((name) => !parts.some((part) => isEvaluated(part, name)));
}

/**
 * The items that `unevaluatedItems` in this schema is about. Ajv counts from the start, and so cannot know which items
 * `contains` evaluates: all that it matches in 2020-12, and none before.
 */
export function unevaluatedIndices(
  schema: JsonObject,
  value: readonly JsonValue[],
  reading: Reading,
): readonly number[] {
  const parts = partsInForce(schema, value, reading);
  const isEvaluated = (part: JsonObject, item: JsonValue, index: number): boolean => {
    const [items, contains] = [ownValue(part, 'items'), ownValue(part, 'contains')];
    if (part !== schema && Object.hasOwn(part, 'unevaluatedItems')) return true;
    if (isJsonObject(items) || (items !== undefined && Object.hasOwn(part, 'additionalItems'))) return true;
    if (index < listOf(ownValue(part, 'prefixItems') ?? items).length) return true;
    return reading.dialect === '2020-12' && isJsonObject(contains) && reading.accepts(contains, item);
  };
  return value.flatMap((item, index) => (parts.some((part) => isEvaluated(part, item, index)) ? [] : [index]));
}

/** The schema and those that it applies to the value itself and that accept it, provided that it does. */
function partsInForce(schema: JsonObject, value: JsonValue, reading: Reading): readonly JsonObject[] {
  const accepted = (part: JsonValue | undefined): boolean => isJsonObject(part) && reading.accepts(part, value);
  const condition = ownValue(schema, 'if');
  const outcome = accepted(condition) ? [condition, ownValue(schema, 'then')] : [ownValue(schema, 'else')];
  const dependent = Object.entries(ownMap(schema, 'dependentSchemas')).flatMap(([name, part]) =>
    isJsonObject(value) && Object.hasOwn(value, name) ? [part] : [],
  );
  const parts = [
    referredTo(schema, reading),
    ...listOf(ownValue(schema, 'allOf')),
    ...[...listOf(ownValue(schema, 'anyOf')), ...listOf(ownValue(schema, 'oneOf'))].filter(accepted),
    ...(condition === undefined ? [] : outcome),
    ...dependent,
  ];
  return [schema, ...parts.filter(isJsonObject).flatMap((part) => partsInForce(part, value, reading))];
}

function referredTo(schema: JsonObject, { definitions }: Reading): JsonValue | undefined {
  const $ref = ownValue(schema, '$ref');
  return typeof $ref === 'string' ? ownValue(definitions, $ref.replace(definitionsAddress, '')) : undefined;
}

function ownMap(schema: JsonObject, keyword: string): JsonObject {
  const map = ownValue(schema, keyword);
  return isJsonObject(map) ? map : {};
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
