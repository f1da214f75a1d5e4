import { isJsonArray } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer } from '../model/pointer.ts';
import { compilePattern } from './regular-expression.ts';
import type { ObjectPlace } from './sampling.ts';
import { listOf, objectOf } from './schema-facts.ts';
import { isSchema, ownValue, type SchemaPlace } from './walk.ts';

/** The schemas that hold for a property: declared, by pattern, or for the rest, of each object at its own. */
export function propertyPlaces(places: readonly ObjectPlace[], name: string): readonly SchemaPlace[] {
  const named = places.map((place) => namedPlaces(place, name));
  return places.flatMap((place, index) => {
    const own = named[index] ?? [];
    if (own.length > 0) return own;
    const additional = placeAt(place, 'additionalProperties');
    if (additional.length > 0 || named.some((others) => others.length > 0)) return additional;
    return placeAt(place, 'unevaluatedProperties');
  });
}

function namedPlaces(place: ObjectPlace, name: string): readonly SchemaPlace[] {
  const declared = ownValue(objectOf(place.schema, 'properties'), name);
  const byPattern = Object.entries(objectOf(place.schema, 'patternProperties')).filter(([pattern]) =>
    fits(pattern, name),
  );
  return [
    ...(isSchema(declared) ? [{ pointer: appendPointer(place.pointer, 'properties', name), schema: declared }] : []),
    ...byPattern.flatMap(([pattern, schema]) =>
      isSchema(schema) ? [{ pointer: appendPointer(place.pointer, 'patternProperties', pattern), schema }] : [],
    ),
  ];
}

/** The schemas that hold for an item of a list; `unevaluatedItems` only where no object says anything of the item. */
export function itemPlaces(places: readonly ObjectPlace[], index: number, dialect: Dialect): readonly SchemaPlace[] {
  const evaluated = places.flatMap((place) => {
    const [keyword, schemas] = tupleOf(place, dialect);
    const schema = schemas[index];
    if (isSchema(schema)) return [{ pointer: appendPointer(place.pointer, keyword, index), schema }];
    return placeAt(place, restKeyword(place, dialect));
  });
  return evaluated.length > 0 ? evaluated : places.flatMap((place) => placeAt(place, 'unevaluatedItems'));
}

/** How many items have a schema of their own. */
export function tupleLength(places: readonly ObjectPlace[], dialect: Dialect): number {
  return Math.max(0, ...places.map((place) => tupleOf(place, dialect)[1].length));
}

/** Whether anything says what an item looks like. */
export function describesItems(places: readonly ObjectPlace[], dialect: Dialect): boolean {
  return (
    itemPlaces(places, Infinity, dialect).some(({ schema }) => typeof schema !== 'boolean') ||
    tupleLength(places, dialect) > 0
  );
}

function tupleOf(place: ObjectPlace, dialect: Dialect): readonly [string, ReturnType<typeof listOf>] {
  const keyword = dialect === '2020-12' ? 'prefixItems' : 'items';
  return [keyword, listOf(place.schema, keyword)];
}

function restKeyword({ schema }: ObjectPlace, dialect: Dialect): string {
  return dialect !== '2020-12' && isJsonArray(ownValue(schema, 'items')) ? 'additionalItems' : 'items';
}

/** The schema below a keyword that holds one, as a list of one or none. */
export function placeAt(place: ObjectPlace, keyword: string): readonly SchemaPlace[] {
  const schema = ownValue(place.schema, keyword);
  return isSchema(schema) ? [{ pointer: appendPointer(place.pointer, keyword), schema }] : [];
}

function fits(pattern: string, name: string): boolean {
  try {
    return compilePattern(pattern).test(name);
  } catch {
    return false;
  }
}
