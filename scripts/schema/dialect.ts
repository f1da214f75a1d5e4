import { ownValue, type JsonObject, type JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appliesSchemas, demandKeywords, isForeign, schemaKeywords, schemaKeywordsOfAnyDraft } from './keywords.ts';
import { walkPositions } from './walk.ts';

/** Which draft a schema is read as. */
export interface DetectedDialect {
  readonly dialect: Dialect;
  /** The `$schema` that names no draft we know; the dialect is then a guess. */
  readonly unknown: string | undefined;
}

const dialectOfAddress: Readonly<Record<string, Dialect>> = {
  'json-schema.org/draft-04/schema': 'draft-04',
  'json-schema.org/draft-06/schema': 'draft-06',
  'json-schema.org/draft-07/schema': 'draft-07',
  'json-schema.org/draft/2019-09/schema': '2019-09',
  'json-schema.org/draft/2020-12/schema': '2020-12',
  'json-schema.org/schema': '2020-12',
};

/** Finds the draft from `$schema`, or, where that is missing or unknown, from the keywords in use. */
export function detectDialect(schema: JsonSchema): DetectedDialect {
  const named = typeof schema === 'boolean' ? undefined : ownValue(schema, '$schema');
  if (typeof named !== 'string') return { dialect: guessDialect(schema), unknown: undefined };
  const address = named
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[#/]+$/, '');
  const dialect = ownValue(dialectOfAddress, address);
  return dialect === undefined ? { dialect: guessDialect(schema), unknown: named } : { dialect, unknown: undefined };
}

function guessDialect(schema: JsonSchema): Dialect {
  let guess: Dialect = 'draft-07';
  for (const place of walkPositions(schema, schemaKeywordsOfAnyDraft, false)) {
    const found = place.schema;
    if (typeof found === 'boolean') continue;
    if (Object.keys(found).some(isNewerThanDraft07)) return '2020-12';
    if (guess === 'draft-07' && hasRefWithDemands(found)) guess = '2019-09';
    const bounds = [ownValue(found, 'exclusiveMinimum'), ownValue(found, 'exclusiveMaximum')];
    if (bounds.some((bound) => typeof bound === 'boolean')) guess = 'draft-04';
  }
  return guess;
}

/** Whoever writes a demand beside a `$ref` means both: up to draft-07 the demand would have no effect. */
function hasRefWithDemands(schema: JsonObject): boolean {
  if (typeof ownValue(schema, '$ref') !== 'string') return false;
  return Object.keys(schema).some(
    (keyword) =>
      demandKeywords['draft-07'].has(keyword) ||
      (ownValue(schemaKeywords['draft-07'], keyword) !== undefined && appliesSchemas(keyword)),
  );
}

function isNewerThanDraft07(keyword: string): boolean {
  return isForeign(keyword, 'draft-07') && !isForeign(keyword, '2020-12');
}
