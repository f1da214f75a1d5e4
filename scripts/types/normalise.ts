import { isJsonObject, type JsonObject } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { keywordsOf } from '../schema/keywords.ts';
import { placesIn } from '../schema/places-below.ts';
import type { SchemaPlace } from '../schema/walk.ts';
import { intersectionOf, unionOf } from './combine-types.ts';
import type { NormaliseContext } from './normalise-context.ts';
import { listType } from './normalise-list.ts';
import { conditionalFields, objectType } from './normalise-object.ts';
import { scalarType, typeNamesOf, valuesType } from './normalise-scalar.ts';
import { noteUnexpressed } from './note-unexpressed.ts';
import { keyword, type TypeNode } from './type-node.ts';

/** The type of a schema where it is used: by its name when it is declared, else in full. */
export function typeAt(place: SchemaPlace, context: NormaliseContext): TypeNode {
  const name = context.nameAt(place.pointer);
  if (name === undefined) return typeOf(place, context);
  context.refer(place);
  return { kind: 'reference', name };
}

/** The type of a schema in full. Never narrower than the schema, but for properties that no schema declares. */
export function typeOf(place: SchemaPlace, context: NormaliseContext): TypeNode {
  const { schema, pointer } = place;
  if (!isJsonObject(schema)) return keyword(schema ? 'unknown' : 'never');
  const keywords = keywordsOf(schema, context.dialect);
  noteUnexpressed(keywords, pointer, context);
  const [allOf = [], anyOf = [], oneOf = []] = ['allOf', 'anyOf', 'oneOf'].map((name) =>
    placesIn({ schema: keywords, pointer }, name),
  );
  return intersectionOf([
    ownType(keywords, pointer, context),
    conditionalFields(keywords, pointer, context),
    ...allOf.map((branch) => context.typeAt(branch)),
    ...[anyOf, oneOf].flatMap((branches) =>
      branches.length === 0 ? [] : [unionOf(branches.map((branch) => context.typeAt(branch)))],
    ),
    ...referredTypes(keywords, context),
  ]);
}

function referredTypes(keywords: JsonObject, context: NormaliseContext): readonly TypeNode[] {
  const ref = keywords['$ref'];
  return typeof ref === 'string' ? [context.typeAt(context.resolve(ref))] : [];
}

/** What the keywords of the schema itself say: its values, or one type for each of its type names. */
function ownType(keywords: JsonObject, pointer: JsonPointer, context: NormaliseContext): TypeNode {
  const values = valuesType(keywords);
  if (values !== undefined) return values;
  const names = typeNamesOf(keywords);
  if (names === undefined) return keyword('unknown');
  return unionOf(
    names.map((name) => {
      if (name === 'object') return objectType(keywords, pointer, context);
      if (name === 'array') return listType(keywords, pointer, context);
      return scalarType(name);
    }),
  );
}
