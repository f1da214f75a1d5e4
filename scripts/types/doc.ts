import { isJsonArray, isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { docTags, usageTags } from './doc-tags.ts';
import { keywordsOf, refStandsAlone } from './keywords.ts';
import { placesIn, type Place } from './place.ts';
import { commentLine, commentLines } from './visible-text.ts';

/** The lines of a schema's JSDoc, escaped: its description, then one tag for each bound that its type cannot show. */
export function docOf(place: Place, dialect: Dialect): readonly string[] {
  const parts = partsOf(place, dialect);
  const description = parts
    .map((part) => part['description'])
    .find((text) => typeof text === 'string' && text.trim() !== '');
  const [own] = parts;
  if (own === undefined) return [];
  return [
    ...(typeof description === 'string' ? commentLines(description) : []),
    ...innerLines(parts, place, dialect),
    ...new Set(parts.flatMap((part) => boundTags(part, dialect))),
    ...usageTags(own),
  ];
}

/** The schema, and what counts as part of it: the members of `allOf`, and the only branch of a union that is not null. */
function partsOf(place: Place, dialect: Dialect): readonly JsonObject[] {
  const { schema, pointer } = place;
  if (!isJsonObject(schema)) return [];
  if (refStandsAlone(schema, dialect)) return [schema];
  const unions = ['anyOf', 'oneOf'].map((name) =>
    placesIn(schema[name], pointer, name).filter(({ schema: branch }) => !isNull(branch)),
  );
  const inner = [
    ...placesIn(schema['allOf'], pointer, 'allOf'),
    ...unions.flatMap((branches) => (branches.length === 1 ? branches : [])),
  ];
  return [schema, ...inner.flatMap((part) => partsOf(part, dialect))];
}

function isNull(schema: JsonSchema): boolean {
  return isJsonObject(schema) && (schema['type'] === 'null' || schema['const'] === null);
}

function boundTags(schema: JsonObject, dialect: Dialect): readonly string[] {
  return refStandsAlone(schema, dialect) ? [] : docTags(keywordsOf(schema, dialect), dialect);
}

/** What is known of the elements of a list and the values of a map: they have no field to carry a comment. */
function innerLines(parts: readonly JsonObject[], place: Place, dialect: Dialect): readonly string[] {
  return parts.flatMap((part) => [
    ...innerLine('Each item', part['items'], place, dialect),
    ...innerLine('Each value', part['additionalProperties'], place, dialect),
  ]);
}

function innerLine(
  label: string,
  schema: JsonValue | undefined,
  { pointer }: Place,
  dialect: Dialect,
): readonly string[] {
  if (!isJsonObject(schema) || isJsonArray(schema)) return [];
  const parts = partsOf({ schema, pointer }, dialect);
  const description = parts.map((part) => part['description']).find((text) => typeof text === 'string');
  const words = [
    ...(typeof description === 'string' && description.trim() !== ''
      ? [commentLine(description.trim().replaceAll(/\s+/g, ' '))]
      : []),
    ...new Set(parts.flatMap((part) => boundTags(part, dialect)).map((tag) => tag.slice(1))),
  ];
  return words.length === 0 ? [] : [`${label}: ${words.join('; ')}`];
}
