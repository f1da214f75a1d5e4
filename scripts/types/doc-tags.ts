import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { commentLine } from './comment-text.ts';

const TEXT_TAGS = ['format'] as const;
const NUMBER_TAGS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
] as const;
const COUNT_TAGS = ['minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;

/** Longer values are cut: a comment is read, not parsed. */
const LONGEST_VALUE = 300;

/** The tags for the bounds of a schema, escaped. `@asType integer` marks what `number` cannot show. */
export function docTags(keywords: JsonObject, dialect: Dialect): readonly string[] {
  const bounds = dialect === 'draft-04' ? withNumericBounds(keywords) : keywords;
  const tag = (name: string, isFit: (value: JsonValue | undefined) => boolean): readonly string[] => {
    const value = bounds[name];
    return value !== undefined && isFit(value) ? [`@${name} ${plainText(value)}`] : [];
  };
  return [
    ...(isInteger(bounds['type']) ? ['@asType integer'] : []),
    ...TEXT_TAGS.flatMap((name) => tag(name, (value) => typeof value === 'string')),
    ...NUMBER_TAGS.flatMap((name) => tag(name, (value) => typeof value === 'number')),
    ...tag('pattern', (value) => typeof value === 'string'),
    ...COUNT_TAGS.flatMap((name) => tag(name, (value) => typeof value === 'number')),
    ...(bounds['uniqueItems'] === true ? ['@uniqueItems'] : []),
  ];
}

/** The tags that say how a value is used: its default, an example, whether it is still to be used, and by whom. */
export function usageTags(schema: JsonObject): readonly string[] {
  const { default: initial, examples, example, deprecated, readOnly, writeOnly } = schema;
  const [shown] = isJsonArray(examples) ? examples : [example];
  return [
    ...(initial === undefined ? [] : [`@default ${jsonText(initial)}`]),
    ...(shown === undefined ? [] : [`@example ${jsonText(shown)}`]),
    ...deprecation(deprecated === true, schema['x-deprecated']),
    ...(readOnly === true ? ['@readOnly'] : []),
    ...(writeOnly === true ? ['@writeOnly'] : []),
  ];
}

function deprecation(isDeprecated: boolean, details: JsonValue | undefined): readonly string[] {
  if (!isJsonObject(details)) return isDeprecated ? ['@deprecated'] : [];
  const sentences = [
    sentence('Since', details['since']),
    sentence('Will be removed after', details['removeAfter'] ?? details['remove after']),
    sentence('Replaced by', details['replacedBy']),
  ];
  return [['@deprecated', ...sentences.filter((text) => text !== '')].join(' ')];
}

function sentence(start: string, value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? `${start} ${plainText(value)}.` : '';
}

/** In draft-04 `exclusiveMinimum: true` makes `minimum` exclusive. */
function withNumericBounds(keywords: JsonObject): JsonObject {
  const { exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...others } = keywords;
  return {
    ...others,
    ...(minimum === undefined ? {} : { [exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: minimum }),
    ...(maximum === undefined ? {} : { [exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum']: maximum }),
  };
}

function isInteger(type: JsonValue | undefined): boolean {
  return type === 'integer' || (isJsonArray(type) && type.includes('integer') && !type.includes('number'));
}

function plainText(value: JsonValue): string {
  return typeof value === 'string' ? cut(commentLine(value)) : jsonText(value);
}

function jsonText(value: JsonValue): string {
  return cut(commentLine(JSON.stringify(value)));
}

function cut(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE).replace(/[\uD800-\uDBFF\\]+$/, '')} …`;
}
