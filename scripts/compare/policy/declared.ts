import { isJsonObject, type JsonObject, type JsonSchema } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import type { NodeStore } from '../node/node-store.ts';
import type { NamePattern, Node } from '../node/node.ts';
import { createFollow } from '../normalise/references.ts';
import type { Follow, SchemaDocument } from '../normalise/reading.ts';
import { appliedHere } from './applied-here.ts';
import { gatherPlace, type Place } from './place.ts';

/**
 * What `declared` adds to a writer's schema: no property but those that something at its place declares, or that a
 * pattern or a map takes in. Where nothing is declared, an object stays a free map.
 */
export interface Declared {
  readonly node: Node;
  /** The same as a schema of draft-07, for validators. */
  readonly schema: () => JsonSchema;
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
    placeOf: (schemas) => gatherPlace(appliedHere(schemas, dialect, follow)),
  };
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
    const prefix = place.prefix.map(make);
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
  const prefix = place.prefix.map(refTo);
  return {
    properties: written(place.properties),
    patternProperties: written(place.patterns),
    additionalProperties: place.others === undefined ? false : refTo(place.others),
    ...(prefix.length === 0 ? { items: rest } : { items: prefix, additionalItems: rest }),
  };
}
