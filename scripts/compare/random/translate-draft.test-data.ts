import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { refHidesSiblings } from '../../schema/keywords.ts';
import { mapSchemas } from './map-schemas.test-data.ts';

/** Spells a schema of any draft as one of 2020-12. Undefined where that changes what it says. */
export function toLatestDraft(schema: JsonObject, dialect: Dialect): JsonObject | undefined {
  // Since 2020-12 `contains` evaluates items.
  if (dialect === '2019-09' && JSON.stringify(schema).includes('"unevaluatedItems"')) return undefined;
  return mapSchemas(schema, dialect, (one) => Object.fromEntries(translate(one, dialect)));
}

function* translate(schema: JsonObject, dialect: Dialect): Generator<[string, JsonValue]> {
  const refStandsAlone = '$ref' in schema && refHidesSiblings(dialect);
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'definitions') yield ['$defs', value];
    else if (keyword === '$ref' && typeof value === 'string')
      yield [keyword, value.replace('#/definitions/', '#/$defs/')];
    else if (refStandsAlone) continue;
    else if (keyword === 'items' && isJsonArray(value)) {
      yield ['prefixItems', value];
      yield* entryOf('items', ownValue(schema, 'additionalItems'));
    } else if (keyword === 'additionalItems') continue;
    else if (keyword === 'dependencies' && isJsonObject(value)) {
      const entries = Object.entries(value);
      yield ['dependentRequired', Object.fromEntries(entries.filter(([, item]) => isJsonArray(item)))];
      yield ['dependentSchemas', Object.fromEntries(entries.filter(([, item]) => !isJsonArray(item)))];
    } else if (dialect === 'draft-04' && /inimum|aximum/.test(keyword)) yield* translateBound(keyword, value, schema);
    else yield [keyword, value];
  }
}

/** In draft-04 a bound excludes itself where a flag says so. */
function* translateBound(keyword: string, value: JsonValue, schema: JsonObject): Generator<[string, JsonValue]> {
  if (typeof value === 'boolean') return;
  const exclusive = `exclusive${keyword[0]?.toUpperCase()}${keyword.slice(1)}`;
  yield [ownValue(schema, exclusive) === true ? exclusive : keyword, value];
}

function entryOf(keyword: string, value: JsonValue | undefined): [string, JsonValue][] {
  return value === undefined ? [] : [[keyword, value]];
}
