import { isJsonObject, type JsonObject } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { placeAt, placesIn, placesOf, type Place } from './place.ts';

const DIALECTS: readonly Dialect[] = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'];

/** Where a keyword is not known in every dialect: from which on, and up to which. */
const SPANS: ReadonlyMap<string, readonly [from: Dialect, to: Dialect]> = new Map([
  ['const', ['draft-06', '2020-12']],
  ['contains', ['draft-06', '2020-12']],
  ['propertyNames', ['draft-06', '2020-12']],
  ['if', ['draft-07', '2020-12']],
  ['then', ['draft-07', '2020-12']],
  ['else', ['draft-07', '2020-12']],
  ['dependencies', ['draft-04', 'draft-07']],
  ['additionalItems', ['draft-04', '2019-09']],
  ['$anchor', ['2019-09', '2020-12']],
  ['$recursiveRef', ['2019-09', '2019-09']],
  ['dependentRequired', ['2019-09', '2020-12']],
  ['dependentSchemas', ['2019-09', '2020-12']],
  ['unevaluatedItems', ['2019-09', '2020-12']],
  ['unevaluatedProperties', ['2019-09', '2020-12']],
  ['$dynamicAnchor', ['2020-12', '2020-12']],
  ['$dynamicRef', ['2020-12', '2020-12']],
  ['prefixItems', ['2020-12', '2020-12']],
]);

const ONE_SCHEMA = [
  'additionalProperties',
  'additionalItems',
  'items',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
] as const;
const SCHEMA_LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'] as const;
const SCHEMA_MAP = ['properties', 'patternProperties', 'dependentSchemas', 'dependencies'] as const;

export function isAtLeast(dialect: Dialect, other: Dialect): boolean {
  return DIALECTS.indexOf(dialect) >= DIALECTS.indexOf(other);
}

/** True where the specification says that a `$ref` stands alone: what is written beside it does not validate. */
export function refStandsAlone(schema: JsonObject, dialect: Dialect): boolean {
  return typeof schema['$ref'] === 'string' && !isAtLeast(dialect, '2019-09');
}

/** The keywords of a schema that its dialect gives a meaning for validation; the others are as good as absent. */
export function keywordsOf(schema: JsonObject, dialect: Dialect): JsonObject {
  if (refStandsAlone(schema, dialect)) return { $ref: schema['$ref'] ?? '' };
  return Object.fromEntries(Object.entries(schema).filter(([name]) => isKnown(name, dialect)));
}

/** The schemas directly inside a schema, definitions left out: those count only where a `$ref` names them. */
export function innerPlaces({ schema, pointer }: Place, dialect: Dialect): readonly Place[] {
  if (!isJsonObject(schema)) return [];
  const keywords = keywordsOf(schema, dialect);
  return [
    ...ONE_SCHEMA.flatMap((name) => placeAt(keywords[name], pointer, name) ?? []),
    ...SCHEMA_LIST.flatMap((name) => placesIn(keywords[name], pointer, name)),
    ...SCHEMA_MAP.flatMap((name) => placesOf(keywords[name], pointer, name)),
  ];
}

function isKnown(name: string, dialect: Dialect): boolean {
  const span = SPANS.get(name);
  return span === undefined || (isAtLeast(dialect, span[0]) && isAtLeast(span[1], dialect));
}
