import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { default as AjvCore, FuncKeywordDefinition, Options } from 'ajv/dist/core.js';
import draft04 from 'ajv-draft-04';
import { isJsonArray, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
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

/**
 * A fresh Ajv (0.05 ms), so that no schema can leave anything behind for the next one. Draft-06 and 07 are read by the
 * class for 2019-09, which alone counts what `contains` finds; the schema was stripped to its draft's keywords before.
 */
export function createAjv(dialect: Dialect, assertFormats: boolean): AjvCore.default {
  const options = { ...ajvOptions, formats: formatCheckers, validateFormats: assertFormats };
  const ajv = new (classOf(dialect))(options);
  for (const definition of exactKeywords) ajv.removeKeyword(definition.keyword).addKeyword(definition.rule);
  return ajv;
}

type AjvClass = new (options: Options) => AjvCore.default;

function classOf(dialect: Dialect): AjvClass {
  if (dialect === 'draft-04') return draft04.default;
  return dialect === '2020-12' ? Ajv2020 : Ajv2019;
}

interface ExactKeyword {
  readonly keyword: string;
  readonly rule: FuncKeywordDefinition;
}

/** Ajv's own versions divide binary fractions, and compare objects by methods that a property can shadow. */
const exactKeywords: readonly ExactKeyword[] = [
  {
    keyword: 'multipleOf',
    rule: {
      keyword: 'multipleOf',
      type: 'number',
      schemaType: 'number',
      compile: (step: number) => (value: number) => isMultipleOf(value, step),
    },
  },
  {
    keyword: 'enum',
    rule: {
      keyword: 'enum',
      schemaType: 'array',
      compile: (members: readonly JsonValue[]) => {
        const allowed = new Set(members.map(canonicalText));
        return (value: JsonValue) => allowed.has(canonicalText(value));
      },
    },
  },
  {
    keyword: 'const',
    rule: {
      keyword: 'const',
      compile: (member: JsonValue) => {
        const allowed = canonicalText(member);
        return (value: JsonValue) => canonicalText(value) === allowed;
      },
    },
  },
  {
    keyword: 'uniqueItems',
    rule: {
      keyword: 'uniqueItems',
      type: 'array',
      schemaType: 'boolean',
      compile: (unique: boolean) => (value: JsonValue) =>
        !unique || !isJsonArray(value) || new Set(value.map(canonicalText)).size === value.length,
    },
  },
];
