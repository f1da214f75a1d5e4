import type { JsonObject } from '../model/json.ts';
import { ownValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';

/** How a keyword holds schemas: one, a list, a map of names, or (in older drafts) either of two. */
export type SchemaKeywordShape = 'schema' | 'list' | 'map' | 'schema-or-list' | 'map-or-names';

/** Keyword to the shape of the schemas below it. */
export type SchemaKeywords = Readonly<Record<string, SchemaKeywordShape>>;

interface KeywordRow {
  /** What it holds: schemas in some shape, a reference to one, the name of this one, or a demand on values. */
  readonly holds: SchemaKeywordShape | 'reference' | 'anchor' | 'demand';
  /** The first draft that has it; the oldest one where nothing is said. */
  readonly since?: Dialect;
  /** The last draft that has it; the newest one where nothing is said. */
  readonly until?: Dialect;
  readonly keywords: string;
}

/**
 * Which keyword exists in which draft. `definitions` stays in the later drafts, whose metaschemas still check it.
 * Annotations are not listed: no draft is the poorer for one that it does not have. Source: the five metaschemas.
 */
const table: readonly KeywordRow[] = [
  { holds: 'reference', keywords: '$ref' },
  { holds: 'reference', since: '2019-09', until: '2019-09', keywords: '$recursiveRef' },
  { holds: 'reference', since: '2020-12', keywords: '$dynamicRef' },
  { holds: 'anchor', since: '2019-09', keywords: '$anchor' },
  { holds: 'anchor', since: '2020-12', keywords: '$dynamicAnchor' },

  { holds: 'map', keywords: 'definitions properties patternProperties' },
  { holds: 'map', since: '2019-09', keywords: '$defs dependentSchemas' },
  { holds: 'map-or-names', until: 'draft-07', keywords: 'dependencies' },
  { holds: 'list', keywords: 'allOf anyOf oneOf' },
  { holds: 'list', since: '2020-12', keywords: 'prefixItems' },
  { holds: 'schema-or-list', until: '2019-09', keywords: 'items' },
  { holds: 'schema', since: '2020-12', keywords: 'items' },
  { holds: 'schema', until: '2019-09', keywords: 'additionalItems' },
  { holds: 'schema', keywords: 'additionalProperties not' },
  { holds: 'schema', since: 'draft-06', keywords: 'contains propertyNames' },
  { holds: 'schema', since: 'draft-07', keywords: 'if then else' },
  { holds: 'schema', since: '2019-09', keywords: 'unevaluatedItems unevaluatedProperties contentSchema' },

  { holds: 'demand', keywords: 'type enum format required pattern uniqueItems multipleOf' },
  { holds: 'demand', keywords: 'minimum exclusiveMinimum maximum exclusiveMaximum minLength maxLength' },
  { holds: 'demand', keywords: 'minItems maxItems minProperties maxProperties' },
  { holds: 'demand', since: 'draft-06', keywords: 'const' },
  { holds: 'demand', since: '2019-09', keywords: 'dependentRequired minContains maxContains' },
];

const drafts: readonly Dialect[] = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'];

type ByDialect<Value> = Readonly<Record<Dialect, Value>>;

function forEachDraft<Value>(make: (rows: readonly KeywordRow[]) => Value): ByDialect<Value> {
  const of = (dialect: Dialect): Value => {
    const age = drafts.indexOf(dialect);
    const isThere = ({ since = 'draft-04', until = '2020-12' }: KeywordRow): boolean =>
      drafts.indexOf(since) <= age && age <= drafts.indexOf(until);
    return make(table.filter(isThere));
  };
  return {
    'draft-04': of('draft-04'),
    'draft-06': of('draft-06'),
    'draft-07': of('draft-07'),
    '2019-09': of('2019-09'),
    '2020-12': of('2020-12'),
  };
}

function namesIn(rows: readonly KeywordRow[], holds?: KeywordRow['holds']): readonly string[] {
  return rows.filter((row) => holds === undefined || row.holds === holds).flatMap((row) => row.keywords.split(' '));
}

/** Which keywords hold schemas in which draft. */
export const schemaKeywords: ByDialect<SchemaKeywords> = forEachDraft((rows) =>
  Object.fromEntries(
    rows.flatMap(({ holds, keywords }) =>
      holds === 'reference' || holds === 'anchor' || holds === 'demand'
        ? []
        : keywords.split(' ').map((keyword) => [keyword, holds] as const),
    ),
  ),
);

/** Every schema keyword of any draft, for schemas whose draft is still to be found out. */
export const schemaKeywordsOfAnyDraft: SchemaKeywords = {
  ...schemaKeywords['2020-12'],
  ...schemaKeywords['2019-09'],
  ...schemaKeywords['draft-07'],
};

/** The keywords that refuse values without holding a schema, by draft. */
export const demandKeywords: ByDialect<ReadonlySet<string>> = forEachDraft((rows) => new Set(namesIn(rows, 'demand')));

/** The keywords that name another schema, `$ref` first, by draft. */
export const referenceKeywords: ByDialect<readonly string[]> = forEachDraft((rows) => namesIn(rows, 'reference'));

/** The keywords that give a schema a name, by draft; before them `$id: "#name"` did that. */
export const anchorKeywords: ByDialect<readonly string[]> = forEachDraft((rows) => namesIn(rows, 'anchor'));

const ofDraft: ByDialect<ReadonlySet<string>> = forEachDraft((rows) => new Set(namesIn(rows)));
const ofAnyDraft: ReadonlySet<string> = new Set(namesIn(table));

/** True for a keyword that means something in other drafts only: in this one it is as good as absent. */
export function isForeign(keyword: string, dialect: Dialect): boolean {
  return ofAnyDraft.has(keyword) && !ofDraft[dialect].has(keyword);
}

/** Whether the schemas below a keyword are asked about values. Definitions are when a reference leads there only. */
export function appliesSchemas(keyword: string): boolean {
  return keyword !== 'definitions' && keyword !== '$defs' && keyword !== 'contentSchema';
}

/** Up to draft-07 a `$ref` stands alone: whatever is written beside it has no effect. */
export function refHidesSiblings(dialect: Dialect): boolean {
  return dialect === 'draft-04' || dialect === 'draft-06' || dialect === 'draft-07';
}

/** The keywords of a schema that its draft gives a meaning, and the annotations. */
export function keywordsOf(schema: JsonObject, dialect: Dialect): JsonObject {
  const ref = ownValue(schema, '$ref');
  if (typeof ref === 'string' && refHidesSiblings(dialect)) return { $ref: ref };
  if (!Object.keys(schema).some((keyword) => isForeign(keyword, dialect))) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isForeign(keyword, dialect)));
}

const annotations: ReadonlySet<string> = new Set(
  (
    '$schema $vocabulary $id id $anchor $dynamicAnchor $comment $defs definitions title description default examples ' +
    'example deprecated readOnly writeOnly'
  ).split(' '),
);

/** True for keywords that say something about a place and refuse no value there. */
export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith('x-');
}
