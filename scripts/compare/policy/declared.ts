import { isJsonObject, type JsonObject, type JsonSchema } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import type { NodeStore } from '../node/node-store.ts';
import type { NamePattern, Node } from '../node/node.ts';
import { createFollow } from '../normalise/references.ts';
import type { Follow, SchemaDocument } from '../normalise/reading.ts';
import { appliedHere } from './applied-here.ts';
import { createGatherer, type Place } from './place.ts';

/**
 * What `declared` adds to a writer's schema: no property but those that something at its place declares, or that a
 * pattern or a map takes in. Where nothing is declared, an object stays a free map.
 */
export interface Declared {
  readonly node: Node;
  /** The same as a schema of draft-07, for validators. */
  readonly schema: () => JsonSchema;
}

/** Beyond so much work with one document, what is declared below is not known. */
const MOST_WORK = 1_000_000;

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
  /** Undefined: too many schemas meet in ever new combinations. */
  readonly placeOf: (schemas: readonly JsonObject[]) => Place | undefined;
}

function createPlaces(dialect: Dialect, follow: Follow): Places {
  const numbers = new Map<JsonObject, number>();
  const numberOf = (schema: JsonObject): number => {
    const known = numbers.get(schema);
    if (known === undefined) numbers.set(schema, numbers.size);
    return known ?? numbers.size - 1;
  };
  const keyOf = (schemas: readonly JsonObject[]): string =>
    [...new Set(schemas)]
      .map(numberOf)
      .toSorted((left, right) => left - right)
      .join(' ');
  // Each set is gathered once, for nodes and for validators alike, so that both stop at the same places.
  const gathered = new Map<string, Place | undefined>();
  const gatherer = createGatherer(MOST_WORK);
  return {
    keyOf,
    placeOf: (schemas) => {
      const key = keyOf(schemas);
      if (!gathered.has(key)) gathered.set(key, gatherer.gather(appliedHere(schemas, dialect, follow)));
      return gathered.get(key);
    },
  };
}

function nodeOf(root: readonly JsonObject[], places: Places, store: NodeStore): Node {
  const mark = store.documentMark();
  const known = new Map<string, Node | 'being made'>();
  const tooMany = store.opaque('too many properties and patterns meet for finding out what is declared', mark);
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
    if (place === undefined) {
      known.set(key, tooMany);
      return tooMany;
    }
    const named = new Map([...place.properties].map(([name, list]) => [name, make(list)]));
    const patterns: readonly NamePattern[] = [...place.patterns].map(([source, list]) => ({
      source,
      node: make(list),
    }));
    const rest = place.others === undefined ? store.none : make(place.others);
    const prefix = place.prefix.map(make);
    const node = store.all([store.properties(named, patterns, rest), store.items(prefix, make(place.rest))]);
    known.set(key, node);
    return node;
  };
  return make(root);
}

/** A set of schemas that is asked for at one place only is written there, all others are definitions. */
function schemaOf(root: readonly JsonObject[], places: Places): JsonSchema {
  const shared = findShared(root, places);
  const definitions: Record<string, JsonSchema> = {};
  const free = new Set<string>();
  const make = (schemas: readonly JsonObject[]): JsonSchema => {
    if (schemas.length === 0) return true;
    const key = places.keyOf(schemas);
    if (!shared.has(key)) return writeAt(schemas);
    const name = `place-${key.replaceAll(' ', '-')}`;
    if (!Object.hasOwn(definitions, name)) {
      definitions[name] = true;
      definitions[name] = writeAt(schemas);
      if (definitions[name] === true) free.add(name);
    }
    if (free.has(name)) return true;
    return { $ref: `#/definitions/${name}` };
  };
  const writeAt = (schemas: readonly JsonObject[]): JsonSchema => {
    const place = places.placeOf(schemas);
    // Nothing is found where that is not known; what is found elsewhere must not come here.
    return place === undefined ? false : write(place, make);
  };
  const whole = make(root);
  return typeof whole === 'boolean' ? whole : { allOf: [whole], definitions };
}

/** The sets of schemas that more than one place asks for, some of them within themselves. */
function findShared(root: readonly JsonObject[], places: Places): ReadonlySet<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  const open: (readonly JsonObject[])[] = [root];
  for (let schemas = open.pop(); schemas !== undefined; schemas = open.pop()) {
    const key = places.keyOf(schemas);
    if (seen.has(key)) {
      shared.add(key);
      continue;
    }
    seen.add(key);
    const place = places.placeOf(schemas);
    if (place === undefined) continue;
    const { properties, patterns, others = [], prefix, rest } = place;
    open.push(...properties.values(), ...patterns.values(), others, ...prefix, rest);
  }
  return shared;
}

/** True where anything may stand below. */
function write(place: Place, make: (schemas: readonly JsonObject[]) => JsonSchema): JsonSchema {
  const written = (map: Place['properties']): JsonObject =>
    Object.fromEntries([...map].map(([name, list]) => [name, make(list)]));
  const properties = written(place.properties);
  const patternProperties = written(place.patterns);
  const others = place.others === undefined ? false : make(place.others);
  const prefix = place.prefix.map(make);
  const rest = make(place.rest);
  const isFree = [...Object.values(properties), ...Object.values(patternProperties), others, ...prefix, rest].every(
    (below) => below === true,
  );
  if (isFree) return true;
  return {
    properties,
    patternProperties,
    additionalProperties: others,
    ...(prefix.length === 0 ? { items: rest } : { items: prefix, additionalItems: rest }),
  };
}
