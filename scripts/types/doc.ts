import { isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { keywordsOf } from '../schema/keywords.ts';
import { placesIn } from '../schema/places-below.ts';
import { proseLine, proseLines } from './comment-text.ts';
import { docTags, usageTags } from './doc-tags.ts';

/** The lines of a schema's JSDoc, escaped: its description, then one tag for each bound that its type cannot show. */
export function docOf(schema: JsonSchema, dialect: Dialect): readonly string[] {
  const parts = partsOf(schema, dialect);
  const [own] = parts;
  if (own === undefined) return [];
  return [
    ...proseLines(descriptionOf(parts)),
    ...parts.flatMap((part) => innerLines(keywordsOf(part, dialect), dialect)),
    ...boundTags(parts, dialect),
    ...usageTags(own),
  ];
}

/** The schema, and what counts as part of it: the members of `allOf`, and the only branch of a union that is not null. */
function partsOf(schema: JsonValue | undefined, dialect: Dialect): readonly JsonObject[] {
  if (!isJsonObject(schema)) return [];
  const place = { schema: keywordsOf(schema, dialect), pointer: '' };
  const unions = ['anyOf', 'oneOf'].map((name) => placesIn(place, name).filter((branch) => !isNull(branch.schema)));
  const inner = [...placesIn(place, 'allOf'), ...unions.flatMap((branches) => (branches.length === 1 ? branches : []))];
  return [schema, ...inner.flatMap((part) => partsOf(part.schema, dialect))];
}

function isNull(schema: JsonSchema): boolean {
  return isJsonObject(schema) && (schema['type'] === 'null' || schema['const'] === null);
}

/** The first description that is not blank; empty when there is none. */
function descriptionOf(parts: readonly JsonObject[]): string {
  return (
    parts
      .map((part) => part['description'])
      .filter((text) => typeof text === 'string')
      .find((text) => text.trim() !== '') ?? ''
  );
}

function boundTags(parts: readonly JsonObject[], dialect: Dialect): readonly string[] {
  return [...new Set(parts.flatMap((part) => docTags(keywordsOf(part, dialect), dialect)))];
}

/** What is known of the elements of a list and the values of a map: they have no field to carry a comment. */
function innerLines(keywords: JsonObject, dialect: Dialect): readonly string[] {
  return [
    ...innerLine('Each item', keywords['items'], dialect),
    ...innerLine('Each value', keywords['additionalProperties'], dialect),
  ];
}

function innerLine(label: string, schema: JsonValue | undefined, dialect: Dialect): readonly string[] {
  const parts = partsOf(schema, dialect);
  const description = proseLine(descriptionOf(parts));
  const words = [...(description === '' ? [] : [description]), ...boundTags(parts, dialect).map((tag) => tag.slice(1))];
  return words.length === 0 ? [] : [`${label}: ${words.join('; ')}`];
}
