import type { Dialect } from '../model/message.ts';

/** How a keyword holds schemas: one, a list, a map of names, or (in older drafts) either of two. */
export type SchemaKeywordShape = 'schema' | 'list' | 'map' | 'schema-or-list' | 'map-or-names';

/** Keyword to the shape of the schemas below it. */
export type SchemaKeywords = Readonly<Record<string, SchemaKeywordShape>>;

const draft04 = {
  definitions: 'map',
  properties: 'map',
  patternProperties: 'map',
  additionalProperties: 'schema',
  dependencies: 'map-or-names',
  items: 'schema-or-list',
  additionalItems: 'schema',
  allOf: 'list',
  anyOf: 'list',
  oneOf: 'list',
  not: 'schema',
} as const satisfies SchemaKeywords;

const draft06 = { ...draft04, contains: 'schema', propertyNames: 'schema' } as const satisfies SchemaKeywords;

const draft07 = { ...draft06, if: 'schema', then: 'schema', else: 'schema' } as const satisfies SchemaKeywords;

const { dependencies: _splitIn2019, ...kept2019 } = draft07;

const draft2019 = {
  $defs: 'map',
  ...kept2019,
  dependentSchemas: 'map',
  unevaluatedItems: 'schema',
  unevaluatedProperties: 'schema',
  contentSchema: 'schema',
} as const satisfies SchemaKeywords;

const { additionalItems: _namedItemsIn2020, ...kept2020 } = draft2019;

const draft2020 = { ...kept2020, prefixItems: 'list', items: 'schema' } as const satisfies SchemaKeywords;

/**
 * Which keywords hold schemas in which draft. `definitions` stays in the later drafts, whose metaschemas still check
 * it. Sources: the metaschemas of the five drafts.
 */
export const schemaKeywords: Readonly<Record<Dialect, SchemaKeywords>> = {
  'draft-04': draft04,
  'draft-06': draft06,
  'draft-07': draft07,
  '2019-09': draft2019,
  '2020-12': draft2020,
};

/** Every schema keyword of any draft, for schemas whose draft is still to be found out. */
export const schemaKeywordsOfAnyDraft: SchemaKeywords = { ...draft07, ...draft2020, items: 'schema-or-list' };

const assertions04 = [
  'type',
  'enum',
  'format',
  'required',
  'pattern',
  'uniqueItems',
  'multipleOf',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;
const assertions06 = [...assertions04, 'const'] as const;
const assertions2019 = [...assertions06, 'dependentRequired', 'minContains', 'maxContains'] as const;

/** The keywords that refuse values without holding a schema, by draft. */
export const assertionKeywords: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  'draft-04': new Set(assertions04),
  'draft-06': new Set(assertions06),
  'draft-07': new Set(assertions06),
  '2019-09': new Set(assertions2019),
  '2020-12': new Set(assertions2019),
};

/** Up to draft-07 a `$ref` stands alone: whatever is written beside it has no effect. */
export function refHidesSiblings(dialect: Dialect): boolean {
  return dialect === 'draft-04' || dialect === 'draft-06' || dialect === 'draft-07';
}
