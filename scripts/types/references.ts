import { isJsonArray, isJsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer, pointerSegments, type JsonPointer } from '../model/pointer.ts';
import { innerPlaces, keywordsOf } from './keywords.ts';
import { isSchema, placesOf, type Place } from './place.ts';

/** Finds what a `$ref` names. Throws an Error that says which `$ref` leads nowhere. */
export type Resolve = (ref: string) => Place;

export function resolverFor(root: JsonSchema, dialect: Dialect): Resolve {
  let anchors: ReadonlyMap<string, Place> | undefined;
  return (ref) => {
    const place =
      ref === '#' || ref.startsWith('#/')
        ? followPointer(root, ref.slice(1))
        : (anchors ??= findAnchors(root, dialect)).get(ref);
    if (place === undefined) throw new Error(`Expected $ref ${JSON.stringify(ref)} to lead to a schema, found none.`);
    return place;
  };
}

/** Every place that a `$ref` names, out of all that can be reached from `start`, in the order of their finding. */
export function findTargets(start: Place, dialect: Dialect, resolve: Resolve): readonly Place[] {
  const targets = new Map<JsonPointer, Place>();
  const seen = new Set<JsonPointer>();
  const queue: Place[] = [start];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (seen.has(place.pointer)) continue;
    seen.add(place.pointer);
    const ref = refOf(place.schema, dialect);
    if (ref !== undefined) {
      const target = resolve(ref);
      targets.set(target.pointer, target);
      queue.push(target);
    }
    queue.push(...innerPlaces(place, dialect).toReversed());
  }
  return [...targets.values()];
}

export function refOf(schema: JsonSchema, dialect: Dialect): string | undefined {
  const ref = isJsonObject(schema) ? keywordsOf(schema, dialect)['$ref'] : undefined;
  return typeof ref === 'string' ? ref : undefined;
}

function followPointer(root: JsonSchema, fragment: string): Place | undefined {
  const segments = pointerSegments(decode(fragment));
  const found = segments.reduce<JsonValue | undefined>((value, segment) => childOf(value, segment), root);
  return isSchema(found) ? { schema: found, pointer: appendPointer('', ...segments) } : undefined;
}

function childOf(value: JsonValue | undefined, segment: string): JsonValue | undefined {
  if (isJsonArray(value)) return /^(0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Names of all kinds: `#stock` for `$anchor` and for the older `$id: "#stock"`, and the whole `$id` of a part. */
function findAnchors(root: JsonSchema, dialect: Dialect): ReadonlyMap<string, Place> {
  const anchors = new Map<string, Place>();
  const seen = new Set<JsonPointer>();
  const queue: Place[] = [{ schema: root, pointer: '' }];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (seen.has(place.pointer)) continue;
    seen.add(place.pointer);
    const { schema, pointer } = place;
    if (!isJsonObject(schema)) continue;
    for (const name of anchorsOf(schema)) if (!anchors.has(name)) anchors.set(name, place);
    queue.push(...[...innerPlaces(place, dialect), ...definitionsIn(schema, pointer)].toReversed());
  }
  return anchors;
}

function anchorsOf(schema: Readonly<Record<string, JsonValue>>): readonly string[] {
  const fragments = [schema['$anchor'], schema['$dynamicAnchor']].map((name) =>
    typeof name === 'string' ? `#${name}` : '',
  );
  return [...fragments, schema['$id'], schema['id']]
    .filter((name) => typeof name === 'string')
    .filter((name) => name !== '');
}

/** The definitions of a schema, under either name. */
export function definitionsIn(schema: JsonSchema, pointer: JsonPointer): ReturnType<typeof placesOf> {
  if (!isJsonObject(schema)) return [];
  return ['$defs', 'definitions'].flatMap((keyword) => placesOf(schema[keyword], pointer, keyword));
}
