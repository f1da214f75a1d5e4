import { isJsonArray, isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';

/** A whole schema, and the draft that says how to read it. */
export interface SchemaSource {
  readonly schema: JsonSchema;
  readonly dialect: Dialect;
}

const annotations: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  'id',
  '$anchor',
  '$comment',
  '$defs',
  'definitions',
  '$vocabulary',
  'title',
  'description',
  'default',
  'examples',
  'example',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

/** True for keywords that say something about a place and refuse no value there. */
export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith('x-');
}

/** A member that the object itself has: `constructor` is no member of `{}`. */
export function ownMember(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** What a local `$ref` (`#`, `#/$defs/Address`) leads to; undefined when it leads nowhere or out of the schema. */
export function referenced(ref: JsonValue | undefined, source: SchemaSource): JsonValue | undefined {
  if (typeof ref !== 'string' || !/^#(\/|$)/.test(ref)) return undefined;
  let place: JsonValue | undefined = source.schema;
  for (const segment of ref.split('/').slice(1)) {
    const name = decoded(segment);
    if (name === undefined) return undefined;
    if (isJsonArray(place)) place = place[Number(name)];
    else place = isJsonObject(place) ? ownMember(place, name) : undefined;
  }
  return place;
}

/** True when `$ref` hides what stands beside it: so it was up to draft-07. */
export function refStandsAlone(dialect: Dialect): boolean {
  return dialect !== '2019-09' && dialect !== '2020-12';
}

/**
 * Every schema that a value has to satisfy at one place: the schema itself, the target of its `$ref`, and the members
 * of its `allOf`. Undefined when one of them cannot be told.
 */
export function schemaParts(schema: JsonValue | undefined, source: SchemaSource): readonly JsonObject[] | undefined {
  const parts = new Set<JsonObject>();
  return collect(schema, source, parts) ? [...parts] : undefined;
}

function collect(schema: JsonValue | undefined, source: SchemaSource, parts: Set<JsonObject>): boolean {
  if (schema === true) return true;
  if (!isJsonObject(schema)) return false;
  if (parts.has(schema)) return true;
  const hasRef = Object.hasOwn(schema, '$ref');
  if (hasRef && refStandsAlone(source.dialect)) return collectReferenced(schema, source, parts);
  parts.add(schema);
  if (hasRef && !collectReferenced(schema, source, parts)) return false;
  const members = ownMember(schema, 'allOf');
  return members === undefined || (isJsonArray(members) && members.every((member) => collect(member, source, parts)));
}

function collectReferenced(schema: JsonObject, source: SchemaSource, parts: Set<JsonObject>, hops = 0): boolean {
  const target = referenced(schema['$ref'], source);
  // A chain of references that is longer than this is a circle.
  if (isJsonObject(target) && refStandsAlone(source.dialect) && Object.hasOwn(target, '$ref')) {
    return hops < 100 && collectReferenced(target, source, parts, hops + 1);
  }
  return collect(target, source, parts);
}

/** The values of one keyword, from all the parts that have it. */
export function keywordValues(parts: readonly JsonObject[], keyword: string): readonly JsonValue[] {
  return parts.map((part) => ownMember(part, keyword)).filter((value) => value !== undefined);
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return undefined;
  }
}
