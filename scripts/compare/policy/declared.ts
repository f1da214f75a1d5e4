import { isJsonObject, ownValue, type JsonObject, type JsonSchema, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { keywordsOf, referenceKeywords } from '../../schema/keywords.ts';
import type { NodeStore } from '../node/node-store.ts';
import type { NamePattern, Node } from '../node/node.ts';
import { createFollow } from '../normalise/references.ts';
import type { Follow, SchemaDocument } from '../normalise/reading.ts';

/**
 * What `declared` adds to a writer's schema: no property but those that something at its place declares, or that a
 * pattern or a map takes in. Where nothing is declared, an object stays a free map.
 */
export interface Declared {
  readonly node: Node;
  /** The same as a schema of draft-07, for validators. */
  readonly schema: () => JsonSchema;
}

/** What may stand at one place: every schema that is asked about it, by whatever way. */
interface Place {
  readonly properties: ReadonlyMap<string, readonly JsonObject[]>;
  readonly patterns: ReadonlyMap<string, readonly JsonObject[]>;
  /** Schemas of maps; undefined: what is not declared may not be there. */
  readonly others: readonly JsonObject[] | undefined;
  readonly prefix: readonly (readonly JsonObject[])[];
  readonly rest: readonly JsonObject[];
}

export function declaredBy(document: SchemaDocument, store: NodeStore): Declared {
  const follow = createFollow(document);
  const places = createPlaces(document.dialect, follow);
  const root = isJsonObject(document.schema) ? [document.schema] : [];
  return {
    node: nodeOf(root, places, store),
    schema: () => schemaOf(root, places),
  };
}

interface Places {
  readonly keyOf: (schemas: readonly JsonObject[]) => string;
  readonly placeOf: (schemas: readonly JsonObject[]) => Place;
}

function createPlaces(dialect: Dialect, follow: Follow): Places {
  const numbers = new Map<JsonObject, number>();
  const numberOf = (schema: JsonObject): number => {
    const known = numbers.get(schema);
    if (known === undefined) numbers.set(schema, numbers.size);
    return known ?? numbers.size - 1;
  };
  return {
    keyOf: (schemas) =>
      [...new Set(schemas)]
        .map(numberOf)
        .toSorted((left, right) => left - right)
        .join(' '),
    placeOf: (schemas) => gather(appliedHere(schemas, dialect, follow), dialect),
  };
}

/** The schemas themselves, and those that allOf, anyOf, oneOf, references, conditions and dependencies add at the same place. */
function appliedHere(schemas: readonly JsonObject[], dialect: Dialect, follow: Follow): ReadonlySet<JsonObject> {
  const found = new Set<JsonObject>();
  const open: JsonValue[] = schemas.toReversed();
  for (let written = open.pop(); written !== undefined; written = open.pop()) {
    if (!isJsonObject(written) || found.has(written)) continue;
    found.add(written);
    const schema = keywordsOf(written, dialect);
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const list = ownValue(schema, keyword);
      if (Array.isArray(list)) open.push(...list.toReversed());
    }
    for (const keyword of ['if', 'then', 'else']) open.push(ownValue(schema, keyword) ?? true);
    for (const keyword of ['dependencies', 'dependentSchemas']) {
      const map = ownValue(schema, keyword);
      if (isJsonObject(map)) open.push(...Object.values(map).filter(isJsonObject));
    }
    for (const keyword of referenceKeywords[dialect]) {
      const ref = ownValue(schema, keyword);
      const target = typeof ref === 'string' ? follow(ref, written) : undefined;
      if (target !== undefined) open.push(target);
    }
  }
  return found;
}

function gather(applied: ReadonlySet<JsonObject>, dialect: Dialect): Place {
  const properties = new Map<string, JsonObject[]>();
  const patterns = new Map<string, JsonObject[]>();
  const others: JsonObject[] = [];
  const prefix: JsonObject[][] = [];
  const rest: JsonObject[] = [];
  let hasMap = false;
  for (const written of applied) {
    const schema = keywordsOf(written, dialect);
    collect(ownValue(schema, 'properties'), properties);
    collect(ownValue(schema, 'patternProperties'), patterns);
    for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
      const map = ownValue(schema, keyword);
      if (!isJsonObject(map)) continue;
      hasMap = true;
      others.push(map);
    }
    const items = ownValue(schema, 'items');
    const tuple = ownValue(schema, 'prefixItems') ?? items;
    if (Array.isArray(tuple)) {
      for (const [at, item] of tuple.entries()) if (isJsonObject(item)) (prefix[at] ??= []).push(item);
    }
    for (const more of [
      items,
      ownValue(schema, 'additionalItems'),
      ownValue(schema, 'unevaluatedItems'),
      ownValue(schema, 'contains'),
    ])
      if (isJsonObject(more)) rest.push(more);
  }
  return { properties, patterns, others: hasMap || properties.size === 0 ? others : undefined, prefix, rest };
}

function collect(map: JsonValue | undefined, into: Map<string, JsonObject[]>): void {
  if (!isJsonObject(map)) return;
  for (const [name, schema] of Object.entries(map)) {
    const list = into.get(name) ?? [];
    if (isJsonObject(schema)) list.push(schema);
    into.set(name, list);
  }
}

function nodeOf(root: readonly JsonObject[], places: Places, store: NodeStore): Node {
  const mark = store.documentMark();
  const known = new Map<string, Node | 'being made'>();
  const make = (schemas: readonly JsonObject[]): Node => {
    if (schemas.length === 0) return store.any;
    const key = places.keyOf(schemas);
    const found = known.get(key);
    if (found === 'being made') {
      return store.ref(`declared ${mark} ${key}`, () => {
        const node = known.get(key);
        return node === undefined || node === 'being made' ? store.any : node;
      });
    }
    if (found !== undefined) return found;
    known.set(key, 'being made');
    const place = places.placeOf(schemas);
    const named = new Map([...place.properties].map(([name, list]) => [name, make(list)]));
    const patterns: readonly NamePattern[] = [...place.patterns].map(([source, list]) => ({
      source,
      node: make(list),
    }));
    const rest = place.others === undefined ? store.none : make(place.others);
    const prefix = [...place.prefix.keys()].map((at) => make([...(place.prefix[at] ?? []), ...place.rest]));
    const node = store.all([store.properties(named, patterns, rest), store.items(prefix, make(place.rest))]);
    known.set(key, node);
    return node;
  };
  return make(root);
}

function schemaOf(root: readonly JsonObject[], places: Places): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const refTo = (schemas: readonly JsonObject[]): JsonSchema => {
    if (schemas.length === 0) return true;
    const name = `place ${places.keyOf(schemas)}`.replaceAll(' ', '-');
    if (!Object.hasOwn(definitions, name)) {
      definitions[name] = true;
      definitions[name] = write(places.placeOf(schemas), refTo);
    }
    return { $ref: `#/definitions/${name}` };
  };
  const whole = refTo(root);
  return typeof whole === 'boolean' ? whole : { allOf: [whole], definitions };
}

function write(place: Place, refTo: (schemas: readonly JsonObject[]) => JsonSchema): JsonObject {
  const written = (map: Place['properties']): JsonObject =>
    Object.fromEntries([...map].map(([name, list]) => [name, refTo(list)]));
  const rest = refTo(place.rest);
  const prefix = [...place.prefix.keys()].map((at) => refTo([...(place.prefix[at] ?? []), ...place.rest]));
  return {
    properties: written(place.properties),
    patternProperties: written(place.patterns),
    additionalProperties: place.others === undefined ? false : refTo(place.others),
    ...(prefix.length === 0 ? { items: rest } : { items: prefix, additionalItems: rest }),
  };
}
