import { isJsonObject, ownValue, type JsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';
import { definitionsAddress, dropIdleLimits, guardPrototypeNames, mendContains } from './ajv-workarounds.ts';
import { appliesSchemas, demandKeywords, referenceKeywords, refHidesSiblings, schemaKeywords } from './keywords.ts';
import { resolveLocalRef } from './resolve-local-ref.ts';
import { isSchema, type SchemaPlace } from './walk.ts';

/** A schema as Ajv gets it, and the way back from its parts to the schema that people wrote. */
export interface PreparedSchema {
  readonly schema: JsonObject;
  /** The place of each object that Ajv may report as the schema that refused a value. */
  readonly pointerOf: ReadonlyMap<unknown, JsonPointer>;
  /** The objects that stand for `false`. */
  readonly closed: ReadonlySet<unknown>;
}

/** A schema that no validator can be made of; the message says why. */
export class UnusableSchemaError extends Error {}

/** Ajv reports `false` below these keywords better than a schema that refuses everything. */
const namesItsOwnFalse: ReadonlySet<string> = new Set([
  'additionalProperties',
  'additionalItems',
  'unevaluatedProperties',
  'unevaluatedItems',
]);

/**
 * Ajv stops at the first fault of what stands below these. That way through its code skips the rest for a list shorter
 * than a tuple; what a `$ref` leads to is read to its end.
 */
const readApart: ReadonlySet<string> = new Set(['not', 'if']);

/**
 * Writes the schema at `start` anew with the keywords of its draft and nothing else, so that no extension of Ajv
 * (`nullable`, `discriminator`, `$async`, `$data`, …), no `$id` and no keyword of another draft has any effect. What a
 * `$ref` leads to becomes a definition of its own. Throws an UnusableSchemaError.
 *
 * With `names` it is for values that have no properties but these, at whatever depth: of all others in `properties` only
 * the name is kept, which is what `additionalProperties` and its like ask for.
 */
export function prepareForAjv(
  root: JsonSchema,
  start: SchemaPlace,
  dialect: Dialect,
  names?: ReadonlySet<string>,
): PreparedSchema {
  const pointerOf = new Map<unknown, JsonPointer>();
  const closed = new Set<unknown>();
  const parts = new Map<JsonPointer, string>();
  const definitions: Record<string, JsonSchema> = {};
  const rewriteRef = (ref: string, at: JsonPointer): string => {
    const target = resolveLocalRef(root, ref, dialect);
    if (target === undefined)
      throw new UnusableSchemaError(
        `the $ref ${JSON.stringify(ref)} ${at === '' ? 'at the root' : `at ${at}`} leads nowhere`,
      );
    return define(target);
  };
  const define = (target: SchemaPlace): string => {
    const known = parts.get(target.pointer);
    const name = known ?? `part${parts.size}`;
    if (known === undefined) {
      parts.set(target.pointer, name);
      definitions[name] = rewrite(target);
    }
    return `${definitionsAddress}${name}`;
  };
  const rewrite = ({ schema, pointer }: SchemaPlace): JsonSchema => {
    const written =
      typeof schema === 'boolean'
        ? schema
          ? {}
          : { not: {} }
        : rewriteKeywords(schema, pointer, dialect, { inPlace: rewrite, apart: define, ref: rewriteRef, names });
    pointerOf.set(written, pointer);
    if (schema === false) closed.add(written);
    return written;
  };
  const $ref = define(start);
  return { schema: { $ref, definitions }, pointerOf, closed };
}

/** How to write anew what stands below a schema. */
interface Rewriter {
  readonly inPlace: (place: SchemaPlace) => JsonSchema;
  /** Makes a definition of it; returns the address. */
  readonly apart: (place: SchemaPlace) => string;
  readonly ref: (ref: string, at: JsonPointer) => string;
  /** The properties that values may have; undefined: any. */
  readonly names: ReadonlySet<string> | undefined;
}

function rewriteKeywords(schema: JsonObject, pointer: JsonPointer, dialect: Dialect, rewriter: Rewriter): JsonObject {
  const refs = referencesOf(schema, dialect).map((ref) => rewriter.ref(ref, pointer));
  const [$ref, ...others] = refs;
  if ($ref !== undefined && refHidesSiblings(dialect)) return { $ref };
  const written: [string, JsonValue][] = $ref === undefined ? [] : [['$ref', $ref]];
  for (const [keyword, value] of Object.entries(schema)) {
    const shape = ownValue(schemaKeywords[dialect], keyword);
    if (shape !== undefined && appliesSchemas(keyword)) {
      written.push([keyword, rewriteBelow(keyword, value, appendPointer(pointer, keyword), dialect, rewriter)]);
    } else if (demandKeywords[dialect].has(keyword)) written.push([keyword, value]);
  }
  const allOf = [...listOf(ownValue(Object.fromEntries(written), 'allOf')), ...others.map((ref) => ({ $ref: ref }))];
  const whole = Object.fromEntries(others.length === 0 ? written : [...written, ['allOf', allOf]]);
  return mendContains(dropIdleLimits(guardPrototypeNames(whole), dialect));
}

function rewriteBelow(
  keyword: string,
  value: JsonValue,
  pointer: JsonPointer,
  dialect: Dialect,
  rewriter: Rewriter,
): JsonValue {
  if (value === false && namesItsOwnFalse.has(keyword)) return value;
  const shape = ownValue(schemaKeywords[dialect], keyword) ?? 'schema';
  const rewritten = (item: JsonValue, at: JsonPointer): JsonValue => {
    if (shape === 'map-or-names' && Array.isArray(item)) return item;
    if (!isSchema(item)) throw new UnusableSchemaError(`what stands at ${at} is not a schema`);
    const place = { schema: item, pointer: at };
    return readApart.has(keyword) ? { $ref: rewriter.apart(place) } : rewriter.inPlace(place);
  };
  if (shape === 'schema' || (shape === 'schema-or-list' && !Array.isArray(value))) return rewritten(value, pointer);
  if (shape === 'list' || shape === 'schema-or-list') {
    if (!Array.isArray(value)) throw new UnusableSchemaError(`what stands at ${pointer} is not a list of schemas`);
    return value.map((item, index) => rewritten(item, appendPointer(pointer, index)));
  }
  if (!isJsonObject(value)) throw new UnusableSchemaError(`what stands at ${pointer} is not a map of schemas`);
  const isAsked = (name: string): boolean => keyword !== 'properties' || rewriter.names?.has(name) !== false;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      isAsked(name) ? rewritten(item, appendPointer(pointer, name)) : {},
    ]),
  );
}

/**
 * The references that apply in this draft. A dynamic one is read as its initial target, which is where it leads as long
 * as no other resource overrides the anchor: a bundled schema is one resource.
 */
function referencesOf(schema: JsonObject, dialect: Dialect): readonly string[] {
  return referenceKeywords[dialect].flatMap((name) => {
    const ref = ownValue(schema, name);
    if (ref === undefined) return [];
    if (typeof ref !== 'string') throw new UnusableSchemaError(`${name} is not a string`);
    return [ref];
  });
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
