import { isJsonArray, isJsonObject, ownValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer } from '../model/pointer.ts';
import { isSchema, type ObjectPlace, type SchemaPlace } from './walk.ts';

/** A schema that a keyword such as `properties` holds, with the name under which it does. */
export interface NamedPlace extends SchemaPlace {
  readonly name: string;
}

/** The schema that a keyword such as `not` holds, as a list of one or none. */
export function placeAt({ pointer, schema }: ObjectPlace, keyword: string): readonly SchemaPlace[] {
  const held = ownValue(schema, keyword);
  return isSchema(held) ? [{ pointer: appendPointer(pointer, keyword), schema: held }] : [];
}

/** The schemas that a keyword such as `allOf` lists. */
export function placesIn({ pointer, schema }: ObjectPlace, keyword: string): readonly SchemaPlace[] {
  const held = ownValue(schema, keyword);
  if (!isJsonArray(held)) return [];
  return held.flatMap((item, index) =>
    isSchema(item) ? [{ pointer: appendPointer(pointer, keyword, index), schema: item }] : [],
  );
}

/** The schemas that a keyword such as `properties` holds by name. */
export function placesOf({ pointer, schema }: ObjectPlace, keyword: string): readonly NamedPlace[] {
  const held = ownValue(schema, keyword);
  if (!isJsonObject(held)) return [];
  return Object.entries(held).flatMap(([name, item]) =>
    isSchema(item) ? [{ name, pointer: appendPointer(pointer, keyword, name), schema: item }] : [],
  );
}

/** The schemas of a list's items: those of the first ones, each its own, and the one of the rest, if there is one. */
export interface ItemPlaces {
  readonly first: readonly SchemaPlace[];
  readonly rest: readonly SchemaPlace[];
}

/** `prefixItems` and `items`, or up to 2019-09 an array of `items` and `additionalItems`. */
export function itemPlacesOf(place: ObjectPlace, dialect: Dialect): ItemPlaces {
  if (dialect === '2020-12') return { first: placesIn(place, 'prefixItems'), rest: placeAt(place, 'items') };
  const isTuple = isJsonArray(ownValue(place.schema, 'items'));
  return { first: placesIn(place, 'items'), rest: placeAt(place, isTuple ? 'additionalItems' : 'items') };
}
