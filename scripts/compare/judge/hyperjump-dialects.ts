import { removeUriSchemePlugin, step, value as valueOf, type Browser } from '@hyperjump/browser';
import { setShouldValidateFormat } from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/draft-2019-09';
import '@hyperjump/json-schema/draft-07';
import '@hyperjump/json-schema/draft-06';
import '@hyperjump/json-schema/draft-04';
import '@hyperjump/json-schema/formats';
import {
  addKeyword,
  defineVocabulary,
  getKeyword,
  getKeywordId,
  loadDialect,
  Validation,
  type SchemaDocument,
  type ValidationContext,
} from '@hyperjump/json-schema/experimental';
import { typeOf, value as instanceValue } from '@hyperjump/json-schema/instance/experimental';
import { isJsonObject, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { isMultipleOf } from '../../schema/exact-number.ts';
import { demandKeywords, schemaKeywords } from '../../schema/keywords.ts';
import { compilePattern } from '../../schema/regular-expression.ts';

// A schema from elsewhere must be "could not say", and never a request or a file that is read.
for (const scheme of ['http', 'https', 'file']) removeUriSchemePlugin(scheme);

// Formats that are annotations are taken out of the schema instead, so that no global switch is turned back and forth.
setShouldValidateFormat(true);

const standardAddress: Readonly<Record<Dialect, string>> = {
  'draft-04': 'http://json-schema.org/draft-04/schema',
  'draft-06': 'http://json-schema.org/draft-06/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

const standard = 'https://json-schema.org/keyword';
const ours = 'urn:judge:keyword';

/** The address under which Hyperjump knows our reading of a draft. */
export function dialectAddress(dialect: Dialect): string {
  return `urn:judge:dialect:${dialect}`;
}

type SchemaBrowser = Browser<SchemaDocument>;

/** Definitions are compiled when a reference leads there: a fault in one that nobody uses is no fault. */
addKeyword({ id: `${ours}:definitions`, compile: () => Promise.resolve(undefined), interpret: () => true });

/** Hyperjump's own takes 0.005 for a multiple of 0.01, and any number below a ten-millionth for a multiple of all. */
addKeyword({
  id: `${ours}:multipleOf`,
  compile: (schema) => Promise.resolve(valueOf<number>(schema)),
  interpret: (divisor, instance) => typeOf(instance) !== 'number' || isMultipleOf(instanceValue(instance), divisor),
});

/** Hyperjump's own refuses the many patterns that are valid only without the `u` flag. */
addKeyword({
  id: `${ours}:pattern`,
  compile: (schema) => Promise.resolve(compilePattern(valueOf(schema))),
  interpret: getKeyword<RegExp>(`${standard}/pattern`).interpret,
});

addKeyword({
  id: `${ours}:patternProperties`,
  compile: async (schema, ast) => {
    const compiled: [RegExp, string][] = [];
    for (const pattern of namesIn(schema)) {
      compiled.push([compilePattern(pattern), await Validation.compile(await subschema(pattern, schema), ast, schema)]);
    }
    return compiled;
  },
  interpret: getKeyword<[RegExp, string][]>(`${standard}/patternProperties`).interpret,
  simpleApplicator: true,
});

interface NameTest {
  readonly test: (name: string) => boolean;
}

/** Hyperjump's own joins all names and patterns to one regular expression, in which groups and `u` get in the way. */
addKeyword({
  id: `${ours}:additionalProperties`,
  compile: async (schema, ast, parentSchema): Promise<[NameTest, string]> => {
    const names = new Set(namesIn(await step('properties', parentSchema)));
    const patterns = namesIn(await step('patternProperties', parentSchema)).map(compilePattern);
    const isDeclared = (name: string): boolean => names.has(name) || patterns.some((pattern) => pattern.test(name));
    return [{ test: isDeclared }, await Validation.compile(schema, ast, parentSchema)];
  },
  interpret: getKeyword<[NameTest, string]>(`${standard}/additionalProperties`).interpret,
  simpleApplicator: true,
});

const contains = getKeyword<unknown>(`${standard}/contains`);

/** In 2019-09 an item that `contains` found is not evaluated by that; Hyperjump reads it as 2020-12 does. */
addKeyword({
  id: `${ours}:contains-2019-09`,
  compile: contains.compile,
  interpret: (compiled, instance, context) => {
    const apart: ValidationContext & { readonly evaluatedItems: undefined } = { ...context, evaluatedItems: undefined };
    return contains.interpret(compiled, instance, apart);
  },
});

/** Hyperjump's types forget that what is found in a schema's document is in a schema's document. */
async function subschema(name: string, schema: SchemaBrowser): Promise<SchemaBrowser> {
  const found = await step(name, schema);
  if (!isSchemaBrowser(found)) throw new TypeError(`what is called ${name} is not in a schema`);
  return found;
}

function isSchemaBrowser(browser: Browser): browser is SchemaBrowser {
  return 'dialectId' in browser.document;
}

function namesIn(schema: Browser): readonly string[] {
  const held = valueOf<JsonValue | undefined>(schema);
  return isJsonObject(held) ? Object.keys(held) : [];
}

/** `$id`, `$anchor` and `$ref` as the newest drafts have them: older schemas are rewritten to use these. */
const coreKeywords: Readonly<Record<string, string>> = {
  $id: `${standard}/id`,
  $ref: `${standard}/ref`,
  $anchor: `${standard}/anchor`,
};

const replacedKeywords: Readonly<Record<string, string>> = {
  $defs: `${ours}:definitions`,
  definitions: `${ours}:definitions`,
  multipleOf: `${ours}:multipleOf`,
  pattern: `${ours}:pattern`,
  patternProperties: `${ours}:patternProperties`,
  additionalProperties: `${ours}:additionalProperties`,
  // One reading of formats for all drafts, as on the side of Ajv.
  format: `${standard}/draft-2020-12/format`,
};

const dynamicKeywords: Readonly<Partial<Record<Dialect, readonly string[]>>> = {
  '2019-09': ['$recursiveRef', '$recursiveAnchor'],
  '2020-12': ['$dynamicRef', '$dynamicAnchor'],
};

function keywordsOf(dialect: Dialect): Record<string, string> {
  const names = [
    ...Object.keys(schemaKeywords[dialect]),
    ...demandKeywords[dialect],
    ...(dynamicKeywords[dialect] ?? []),
  ];
  const native = names.map((name) => [name, getKeywordId(name, standardAddress[dialect])] as const);
  const mended = dialect === '2019-09' ? { contains: `${ours}:contains-2019-09` } : {};
  return { ...Object.fromEntries(native), ...coreKeywords, ...replacedKeywords, ...mended };
}

const dialects: readonly Dialect[] = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'];

for (const dialect of dialects) {
  const vocabulary = `urn:judge:vocabulary:${dialect}`;
  defineVocabulary(vocabulary, keywordsOf(dialect));
  loadDialect(dialectAddress(dialect), { [vocabulary]: true }, true);
}
