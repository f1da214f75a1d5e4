import type { ErrorObject } from 'ajv/dist/core.js';
import type { JsonValue } from '../model/json.ts';
import { noMaximum } from './ajv-workarounds.ts';
import { cutText, listing, preview } from './preview.ts';

/** What a validator knows of one refusal. */
export interface Refusal {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The keyword's value in the schema. */
  readonly limit: JsonValue | undefined;
  readonly value: JsonValue;
  /** The sentence to fall back on. */
  readonly message: string;
}

/** What Ajv says of a refusal; `keyword` is the one to name, where that is not Ajv's. */
export function refusalOf(error: ErrorObject, keyword = error.keyword): Refusal {
  return {
    keyword,
    params: error.params,
    limit: isJson(error.schema) ? error.schema : undefined,
    value: isJson(error.data) ? error.data : null,
    message: error.message ?? `must pass "${keyword}"`,
  };
}

/** Ajv types data and schemas as unknown; both came in as JSON. */
function isJson(data: unknown): data is JsonValue {
  return data !== undefined && typeof data !== 'function';
}

/** `must match format "date-time", found "yesterday"`: the sentence without its subject. */
export function refusalSentence(refusal: Refusal): string {
  const named = sentenceWithName(refusal);
  if (named !== undefined) return named;
  return `${expectation(refusal)}, found ${foundIn(refusal)}`;
}

function expectation({ keyword, limit, params, message }: Refusal): string {
  switch (keyword) {
    case 'type':
      return `must be ${listing(textsOf(limit).map(withArticle))}`;
    case 'format':
    case 'pattern':
      return `must match ${keyword} ${cutText(JSON.stringify(limit))}`;
    case 'enum':
      return `must be one of ${listing(itemsOf(limit).map(preview))}`;
    case 'const':
      return `must be ${limit === undefined ? 'another value' : preview(limit)}`;
    case 'multipleOf':
      return `must be a multiple of ${JSON.stringify(limit)}`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `must be ${String(params['comparison'])} ${String(params['limit'])}`;
    case 'not':
      return 'must not match the schema in "not"';
    case 'anyOf':
      return 'must match at least one schema in "anyOf"';
    case 'oneOf':
      return `must match exactly one schema in "oneOf" and matches ${Array.isArray(params['passingSchemas']) ? 'several' : 'none'}`;
    case 'if':
      return `must match the schema in "${String(params['failingKeyword'])}"`;
    case 'uniqueItems':
      return 'must not hold the same item twice';
    case 'contains':
      return `must hold ${amountOf(params)} matching "contains"`;
    default:
      return sizeExpectation(keyword, limit) ?? message;
  }
}

function sizeExpectation(keyword: string, limit: JsonValue | undefined): string | undefined {
  const [, bound, unit] = /^(min|max)(Length|Items|Properties)$/.exec(keyword) ?? [];
  if (unit === undefined) return undefined;
  const noun = { Length: 'character', Items: 'item', Properties: 'property' }[unit] ?? unit;
  const plural = noun === 'property' ? 'properties' : `${noun}s`;
  return `must have at ${bound === 'min' ? 'least' : 'most'} ${JSON.stringify(limit)} ${limit === 1 ? noun : plural}`;
}

function foundIn({ keyword, value }: Refusal): string {
  if (/^(min|max)Length$/.test(keyword) && typeof value === 'string') return `${[...value].length}: ${preview(value)}`;
  if (/^(min|max)Properties$/.test(keyword) && typeof value === 'object' && value !== null) {
    return String(Object.keys(value).length);
  }
  return preview(value);
}

/** Refusals that are about a name: what is found says nothing beside it. */
function sentenceWithName({ keyword, params }: Refusal): string | undefined {
  const name = (key: string): string => cutText(JSON.stringify(params[key]));
  switch (keyword) {
    case 'required':
      return `must have the property ${name('missingProperty')}`;
    case 'dependentRequired':
    case 'dependencies':
      return `must have the property ${name('missingProperty')} when ${name('property')} is there`;
    case 'additionalProperties':
      return `must not have the property ${name('additionalProperty')}, which the schema does not name`;
    case 'unevaluatedProperties':
      return `must not have the property ${name('unevaluatedProperty')}, which the schema does not name`;
    case 'additionalItems':
    case 'items':
    case 'unevaluatedItems':
      return `must not have more than ${String(params['limit'] ?? params['len'])} items`;
    case 'propertyNames':
      return `must not have the property ${name('propertyName')}, whose name does not match "propertyNames"`;
    case 'false schema':
      return 'must not be there: the schema here is false';
    default:
      return undefined;
  }
}

function amountOf(params: Refusal['params']): string {
  const [least, most] = [params['minContains'], params['maxContains']];
  if (typeof most !== 'number' || most >= noMaximum)
    return `at least ${String(least)} ${least === 1 ? 'item' : 'items'}`;
  return least === most
    ? `exactly ${String(least)} ${least === 1 ? 'item' : 'items'}`
    : `${String(least)} to ${String(most)} items`;
}

function withArticle(type: string): string {
  if (type === 'null') return type;
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}
