import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Type } from 'ajv/dist/compile/util.js';
import {
  _,
  type CodeKeywordDefinition,
  type default as AjvCore,
  type ErrorObject,
  type KeywordCxt,
  type Options,
} from 'ajv/dist/core.js';
import draft04 from 'ajv-draft-04';
import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import {
  createPartJudge,
  dependenciesRule,
  unevaluatedIndices,
  unevaluatedNames,
  type PartJudge,
  type Reading,
} from './ajv-workarounds.ts';
import { canonicalText } from './canonical-text.ts';
import { isMultipleOf } from './exact-number.ts';
import { formatCheckers } from './formats.ts';
import { compilePattern } from './regular-expression.ts';

/** The options without which Ajv is neither quiet, complete nor safe against names such as `toString`. */
export const ajvOptions: Options = {
  strict: false,
  allErrors: true,
  verbose: true,
  logger: false,
  ownProperties: true,
  inlineRefs: false,
  meta: false,
  validateSchema: false,
  code: { optimize: false, regExp: Object.assign(compilePattern, { code: 'new RegExp' }) },
};

/** Less code to compile: our sentences are made of the parameters, and the required names are gone through in a loop. */
const brief = { messages: false, loopRequired: 2 } as const;

/**
 * Compiles a prepared schema; what comes back tells every fault of a value. Throws what Ajv throws.
 *
 * Each Ajv is a fresh one (0.05 ms), so that no schema can leave anything behind for the next one. Draft-06 and 07 are
 * read by the class for 2019-09, which alone counts what `contains` finds; the schema was stripped to its draft's
 * keywords before. Of what is evaluated this file keeps account, and not Ajv: see `unevaluatedNames`.
 */
export function compileWithAjv(
  schema: JsonObject,
  dialect: Dialect,
  assertFormats: boolean,
): (value: JsonValue) => readonly ErrorObject[] {
  const options = { ...ajvOptions, ...brief, formats: formatCheckers, validateFormats: assertFormats };
  const ajv = new (classOf(dialect))(options);
  Object.assign(ajv.opts, { unevaluated: false });
  const parts = createPartJudge(ajv);
  for (const { keyword, rule } of [...exactKeywords, ...unevaluatedKeywords(schema, dialect, parts)])
    ajv.removeKeyword(keyword).addKeyword(rule);
  const accepts = ajv.compile(schema);
  return (value) => {
    parts.forget();
    return accepts(value) ? [] : (accepts.errors ?? []);
  };
}

type AjvClass = new (options: Options) => AjvCore.default;

function classOf(dialect: Dialect): AjvClass {
  if (dialect === 'draft-04') return draft04.default;
  return dialect === '2020-12' ? Ajv2020 : Ajv2019;
}

interface ExactKeyword {
  readonly keyword: string;
  readonly rule: CodeKeywordDefinition;
}

type Test = (value: JsonValue) => boolean;

/** A keyword whose code calls a test: a fifth of what Ajv writes for one that may report faults of its own. */
function testedBy<Limit>(
  keyword: string,
  types: Pick<CodeKeywordDefinition, 'type' | 'schemaType'>,
  testOf: (limit: Limit) => Test,
): ExactKeyword {
  const code = (cxt: KeywordCxt): void => {
    const test = cxt.gen.scopeValue('func', { ref: testOf(cxt.schema) });
    cxt.pass(_`${test}(${cxt.data})`);
  };
  return { keyword, rule: { keyword, ...types, code } };
}

/** Ajv's own versions divide binary fractions, and compare objects by methods that a property can shadow. */
const exactKeywords: readonly ExactKeyword[] = [
  testedBy<number>(
    'multipleOf',
    { type: 'number', schemaType: 'number' },
    (step) => (value) => typeof value !== 'number' || isMultipleOf(value, step),
  ),
  testedBy<readonly JsonValue[]>('enum', { schemaType: 'array' }, (members) => {
    const allowed = new Set(members.map(canonicalText));
    return (value) => allowed.has(canonicalText(value));
  }),
  testedBy<JsonValue>('const', {}, (member) => {
    const allowed = canonicalText(member);
    return (value) => canonicalText(value) === allowed;
  }),
  testedBy<boolean>(
    'uniqueItems',
    { type: 'array', schemaType: 'boolean' },
    (isAsked) => (value) => !isAsked || !isJsonArray(value) || new Set(value.map(canonicalText)).size === value.length,
  ),
  { keyword: 'dependencies', rule: dependenciesRule },
];

/** These never stop at the first fault: no prepared schema makes Ajv ask that, as `prepareForAjv` reads `not` apart. */
function unevaluatedKeywords(whole: JsonObject, dialect: Dialect, parts: PartJudge): readonly ExactKeyword[] {
  const definitions = ownValue(whole, 'definitions');
  const readingOf = ({ it: { schemaEnv } }: KeywordCxt): Reading => ({
    dialect,
    definitions: isJsonObject(definitions) ? definitions : {},
    accepts: (part, value) => parts.accepts(part, schemaEnv.root, value),
  });
  return [namesRule(readingOf), indicesRule(readingOf)].map((rule) => ({ keyword: rule.keyword, rule }));
}

type ReadingOf = (cxt: KeywordCxt) => Reading;

function namesRule(readingOf: ReadingOf): CodeKeywordDefinition & { readonly keyword: string } {
  const keyword = 'unevaluatedProperties';
  return {
    keyword,
    type: 'object',
    schemaType: ['boolean', 'object'],
    error: {
      message: 'must not have a property that no keyword evaluates',
      params: ({ params }) => _`{unevaluatedProperty: ${params['name']}}`,
    },
    code: (cxt) => {
      const { gen, data, parentSchema } = cxt;
      const reading = readingOf(cxt);
      const find = gen.scopeValue('func', {
        ref: (value: JsonObject) => unevaluatedNames(parentSchema, value, reading),
      });
      gen.forOf('name', _`${find}(${data})`, (name) => {
        if (cxt.schema === false) cxt.error(false, { name });
        else cxt.subschema({ keyword, dataProp: name, dataPropType: Type.Str }, gen.name('valid'));
      });
    },
  };
}

function indicesRule(readingOf: ReadingOf): CodeKeywordDefinition & { readonly keyword: string } {
  const keyword = 'unevaluatedItems';
  return {
    keyword,
    type: 'array',
    schemaType: ['boolean', 'object'],
    error: {
      message: 'must not have an item that no keyword evaluates',
      params: ({ params }) => _`{limit: ${params['limit']}}`,
    },
    code: (cxt) => {
      const { gen, data, parentSchema } = cxt;
      const reading = readingOf(cxt);
      const ref = (value: readonly JsonValue[]): readonly number[] => unevaluatedIndices(parentSchema, value, reading);
      const indices = gen.const('indices', _`${gen.scopeValue('func', { ref })}(${data})`);
      if (cxt.schema === false) {
        const refuse = (): void => cxt.error(false, { limit: _`${data}.length - ${indices}.length` });
        gen.if(_`${indices}.length > 0`, refuse);
        return;
      }
      gen.forOf('index', indices, (index) => {
        cxt.subschema({ keyword, dataProp: index, dataPropType: Type.Num }, gen.name('valid'));
      });
    },
  };
}
