import { ownValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer } from '../model/pointer.ts';
import { itemPlacesOf, placeAt, placesOf } from './places-below.ts';
import { compilePattern } from './regular-expression.ts';
import { objectOf } from './schema-facts.ts';
import { isSchema, type ObjectPlace, type SchemaPlace } from './walk.ts';

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
  return [
    ...(isSchema(declared) ? [{ pointer: appendPointer(place.pointer, 'properties', name), schema: declared }] : []),
    ...placesOf(place, 'patternProperties').filter((pattern) => fits(pattern.name, name)),
  ];
}

/** The schemas that hold for an item of a list; `unevaluatedItems` only where no object says anything of the item. */
export function itemPlaces(places: readonly ObjectPlace[], index: number, dialect: Dialect): readonly SchemaPlace[] {
  const evaluated = places.flatMap((place) => {
    const { first, rest } = itemPlacesOf(place, dialect);
    const own = first[index];
    return own === undefined ? rest : [own];
  });
  return evaluated.length > 0 ? evaluated : places.flatMap((place) => placeAt(place, 'unevaluatedItems'));
}

/** How many items have a schema of their own. */
export function tupleLength(places: readonly ObjectPlace[], dialect: Dialect): number {
  return Math.max(0, ...places.map((place) => itemPlacesOf(place, dialect).first.length));
}

/** Whether anything says what an item looks like. */
export function describesItems(places: readonly ObjectPlace[], dialect: Dialect): boolean {
  return (
    itemPlaces(places, Infinity, dialect).some(({ schema }) => typeof schema !== 'boolean') ||
    tupleLength(places, dialect) > 0
  );
}

function fits(pattern: string, name: string): boolean {
  try {
    return compilePattern(pattern).test(name);
  } catch {
    return false;
  }
}
