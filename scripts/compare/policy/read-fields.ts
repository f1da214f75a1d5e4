import {
  isJsonArray,
  isJsonObject,
  ownValue,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../model/json.ts';
import { waysToRead, type FieldPath } from '../../model/field-path.ts';
import type { Dialect } from '../../model/message.ts';
import { keywordsOf, referenceKeywords, schemaKeywords } from '../../schema/keywords.ts';
import { createFollow } from '../normalise/references.ts';
import type { SchemaDocument } from '../normalise/reading.ts';
import { isPattern, matchesPattern } from '../solve/matches-pattern.ts';

/** Nothing left to go: the whole of what is there is read. */
type Read = FieldPath;

/**
 * A reader's schema without what a consumer does not read. `fields` are dotted paths, `[]` for items (`lines[].sku`); without
 * any, everything is read. What is asked of a value as a whole (how many properties, which names) goes where only parts of it
 * are read; conditions stay, since they decide what is asked of the parts.
 */
export function readFields(document: SchemaDocument, fields: readonly string[]): SchemaDocument {
  if (fields.length === 0 || !isJsonObject(document.schema)) return document;
  const reads = fields.flatMap(waysToRead);
  return { schema: createTranslation(document).translate(document.schema, reads), dialect: document.dialect };
}

function isWhole(reads: readonly Read[]): boolean {
  return reads.some(({ items, names }) => items === 0 && names.length === 0);
}

function createTranslation({ schema: root, dialect }: SchemaDocument) {
  const follow = createFollow({ schema: root, dialect });
  const definitions: Record<string, JsonSchema> = {};
  const known = new Map<JsonObject, Map<string, string>>();
  const container = dialect === '2019-09' || dialect === '2020-12' ? '$defs' : 'definitions';

  /** A definition for what a reference leads to, as far as it is read. */
  const refTo = (target: JsonSchema, reads: readonly Read[]): JsonSchema => {
    if (typeof target === 'boolean') return target;
    const byReads = known.get(target) ?? new Map<string, string>();
    known.set(target, byReads);
    const key = isWhole(reads) ? 'whole' : JSON.stringify(reads);
    let name = byReads.get(key);
    if (name === undefined) {
      name = `read${Object.keys(definitions).length}`;
      byReads.set(key, name);
      definitions[name] = true;
      definitions[name] = below(target, reads);
    }
    return { $ref: `#/${container}/${name}` };
  };

  const below = (written: JsonValue, reads: readonly Read[]): JsonSchema => {
    if (typeof written === 'boolean') return written;
    if (!isJsonObject(written)) return true;
    const schema = keywordsOf(written, dialect);
    const references = referenceKeywords[dialect].flatMap((keyword) => {
      const ref = ownValue(schema, keyword);
      if (typeof ref !== 'string') return [];
      const target = follow(ref, written);
      // What leads nowhere keeps saying so.
      return [target === undefined ? { $ref: ref } : refTo(target, reads)];
    });
    const own = isWhole(reads) ? copyWhole(schema, dialect, below) : keepRead(schema, reads, below);
    if (references.length === 0) return own;
    const [only] = references;
    if (references.length === 1 && only !== undefined && Object.keys(own).length === 0) return only;
    return { allOf: [...references, own] };
  };

  return {
    translate: (schema: JsonObject, reads: readonly Read[]): JsonSchema => {
      const whole = below(schema, reads);
      if (typeof whole === 'boolean' || Object.keys(definitions).length === 0) return whole;
      return { allOf: [whole], [container]: definitions };
    },
  };
}

type Below = (schema: JsonValue, reads: readonly Read[]) => JsonSchema;

const WHOLE: readonly Read[] = [{ items: 0, names: [] }];

/** Named from elsewhere, or there to be named: references are written anew. */
const forReferences: ReadonlySet<string> = new Set(
  '$id id $anchor $dynamicAnchor $recursiveAnchor $defs definitions $ref $dynamicRef $recursiveRef $schema'.split(' '),
);

function copyWhole(schema: JsonObject, dialect: Dialect, below: Below): JsonObject {
  const copy = (keyword: string, value: JsonValue): JsonValue => {
    const shape = ownValue(schemaKeywords[dialect], keyword);
    if (shape === undefined) return value;
    if (isJsonArray(value)) return value.map((item) => below(item, WHOLE));
    if (shape === 'map' || shape === 'map-or-names') {
      if (!isJsonObject(value)) return value;
      return mapValues(value, (item) => (isJsonArray(item) ? item : below(item, WHOLE)));
    }
    return below(value, WHOLE);
  };
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !forReferences.has(keyword))
      .map(([keyword, value]) => [keyword, copy(keyword, value)]),
  );
}

function mapValues(map: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}

function keepRead(schema: JsonObject, reads: readonly Read[], below: Below): JsonObject {
  const kept: Record<string, JsonValue> = {};
  for (const keyword of ['type', 'enum', 'const', 'if']) {
    const value = ownValue(schema, keyword);
    if (value !== undefined) kept[keyword] = keyword === 'if' ? below(value, WHOLE) : value;
  }
  for (const [keyword, as] of inPlace) {
    const value = ownValue(schema, keyword);
    if (isJsonArray(value)) kept[as] = value.map((item) => below(item, reads));
  }
  for (const keyword of ['then', 'else']) {
    const value = ownValue(schema, keyword);
    if (value !== undefined) kept[keyword] = below(value, reads);
  }
  const refused = ownValue(schema, 'not');
  if (refused !== undefined && mentionsAny(refused, namesRead(reads))) kept['not'] = below(refused, WHOLE);
  return { ...kept, ...keepProperties(schema, reads, below), ...keepItems(schema, reads, below) };
}

/** Of what exactly one had to hold, several may hold once parts of them are left out. */
const inPlace = [
  ['allOf', 'allOf'],
  ['anyOf', 'anyOf'],
  ['oneOf', 'anyOf'],
] as const;

/** A property's name and the reads within it; a name may have dots, so each way to read a path counts. */
function readsByName(reads: readonly Read[]): ReadonlyMap<string, readonly Read[]> {
  const found = new Map<string, Read[]>();
  const add = (name: string, read: Read): void => void found.set(name, [...(found.get(name) ?? []), read]);
  for (const { items, names } of reads) {
    if (items > 0) continue;
    names.forEach((_name, index) => {
      const name = names.slice(0, index + 1).join('.');
      const rest = names.slice(index + 1);
      const bare = name.replace(/(?:\[\])+$/, '');
      add(bare, { items: (name.length - bare.length) / 2, names: rest });
      if (bare !== name) add(name, { items: 0, names: rest });
    });
  }
  return found;
}

function namesRead(reads: readonly Read[]): ReadonlySet<string> {
  return new Set(readsByName(reads).keys());
}

function keepProperties(schema: JsonObject, reads: readonly Read[], below: Below): JsonObject {
  const byName = readsByName(reads);
  const kept: Record<string, JsonValue> = {};
  const properties = Object.entries(mapAt(schema, 'properties')).filter(([name]) => byName.has(name));
  const asked = [...byName].flatMap(([name, within]) => {
    const schemas = askedAbout(name, schema).map((found) => below(found, within));
    const [only] = schemas;
    return only === undefined ? [] : [[name, schemas.length === 1 ? only : { allOf: schemas }] as const];
  });
  if (properties.length > 0 || asked.length > 0) kept['properties'] = Object.fromEntries(asked);
  const required = ownValue(schema, 'required');
  if (isJsonArray(required)) kept['required'] = required.filter((name) => typeof name === 'string' && byName.has(name));
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
    const map = ownValue(schema, keyword);
    if (!isJsonObject(map)) continue;
    kept[keyword] = mapValues(map, (value) =>
      isJsonArray(value) ? value.filter((name) => typeof name === 'string' && byName.has(name)) : below(value, reads),
    );
  }
  return kept;
}

/** What the schema says of a property by that name. */
function askedAbout(name: string, schema: JsonObject): readonly JsonValue[] {
  const own = ownValue(mapAt(schema, 'properties'), name);
  const matching = Object.entries(mapAt(schema, 'patternProperties'))
    .filter(([source]) => isPattern(source) && matchesPattern(source, name) !== false)
    .map(([, value]) => value);
  const found = own === undefined ? matching : [own, ...matching];
  if (found.length > 0) return found;
  const others = ownValue(schema, 'additionalProperties');
  return others === undefined ? [] : [others];
}

function keepItems(schema: JsonObject, reads: readonly Read[], below: Below): JsonObject {
  const within = reads.filter(({ items }) => items > 0).map(({ items, names }) => ({ items: items - 1, names }));
  if (within.length === 0) return {};
  const kept: Record<string, JsonValue> = {};
  for (const keyword of ['prefixItems', 'items', 'additionalItems']) {
    const value = ownValue(schema, keyword);
    if (isJsonArray(value)) kept[keyword] = value.map((item) => below(item, within));
    else if (value !== undefined) kept[keyword] = below(value, within);
  }
  return kept;
}

function mapAt(schema: JsonObject, keyword: string): JsonObject {
  const map = ownValue(schema, keyword);
  return isJsonObject(map) ? map : {};
}

/** Whether any property by one of the names is spoken of. */
function mentionsAny(schema: JsonValue, names: ReadonlySet<string>): boolean {
  if (typeof schema === 'string') return names.has(schema);
  if (isJsonArray(schema)) return schema.some((item) => mentionsAny(item, names));
  if (!isJsonObject(schema)) return false;
  return Object.entries(schema).some(([key, value]) => names.has(key) || mentionsAny(value, names));
}
