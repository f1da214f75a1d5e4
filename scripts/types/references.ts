import { isJsonObject, ownValue, type JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';
import { appliesSchemas, keywordsOf, schemaKeywords } from '../schema/keywords.ts';
import { resolveLocalRef } from '../schema/resolve-local-ref.ts';
import { schemasBelow, type SchemaPlace } from '../schema/walk.ts';

/** Finds what a `$ref` names. Throws an Error that says which `$ref` leads nowhere. */
export type Resolve = (ref: string) => SchemaPlace;

export function resolverFor(root: JsonSchema, dialect: Dialect): Resolve {
  return (ref) => {
    const place = resolveLocalRef(root, ref, dialect);
    if (place === undefined) throw new Error(`Expected $ref ${JSON.stringify(ref)} to lead to a schema, found none.`);
    return place;
  };
}

/** Every place that a `$ref` names, out of all that can be reached from `start`, in the order of their finding. */
export function findTargets(start: SchemaPlace, dialect: Dialect, resolve: Resolve): readonly SchemaPlace[] {
  const targets = new Map<JsonPointer, SchemaPlace>();
  const seen = new Set<JsonPointer>();
  const queue: SchemaPlace[] = [start];
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

/** The schemas directly inside a schema, definitions left out: those count only where a `$ref` names them. */
function innerPlaces({ schema, pointer }: SchemaPlace, dialect: Dialect): readonly SchemaPlace[] {
  if (!isJsonObject(schema)) return [];
  return Object.entries(keywordsOf(schema, dialect)).flatMap(([keyword, value]) => {
    const shape = ownValue(schemaKeywords[dialect], keyword);
    if (shape === undefined || !appliesSchemas(keyword)) return [];
    return [...schemasBelow(value, shape, appendPointer(pointer, keyword))];
  });
}
