import type { JsonValue } from '../../model/json.ts';
import { isJsonArray } from '../../model/json.ts';
import { isAnnotation } from '../../schema/keywords.ts';
import type { JsonType } from '../../schema/schema-facts.ts';

/** The types that are told apart when a schema is read: `number` stands for `integer`, too. */
export type TypeFamily = 'object' | 'array' | 'string' | 'number';

const families: Readonly<Record<TypeFamily, string>> = {
  object:
    'properties required additionalProperties patternProperties propertyNames minProperties maxProperties ' +
    'dependentRequired dependentSchemas dependencies unevaluatedProperties',
  array:
    'items prefixItems contains minContains maxContains additionalItems minItems maxItems uniqueItems unevaluatedItems',
  string: 'pattern format minLength maxLength contentMediaType contentEncoding contentSchema',
  number: 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
};

const familyOfKeyword: ReadonlyMap<string, TypeFamily> = new Map(
  (['object', 'array', 'string', 'number'] as const).flatMap((family) =>
    families[family].split(' ').map((keyword) => [keyword, family] as const),
  ),
);

/** Whether a keyword says nothing of values of other types than these. */
export function concernsOnly(keyword: string, types: readonly JsonType[]): boolean {
  if (keyword === 'type' || isAnnotation(keyword)) return true;
  const family = familyOfKeyword.get(keyword);
  return family !== undefined && allowsFamily(types, family);
}

/** The keywords of one family, as a schema may hold them. */
export function keywordsOfFamily(family: TypeFamily): readonly string[] {
  return families[family].split(' ');
}

export function allowsFamily(types: readonly JsonType[] | undefined, family: TypeFamily): boolean {
  if (types === undefined) return true;
  return types.includes(family) || (family === 'number' && types.includes('integer'));
}

export function typeOfValue(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (isJsonArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'string') return 'string';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}

/** Whether a value of this type is accepted. */
export function includesType(types: readonly JsonType[] | undefined, type: JsonType): boolean {
  return types === undefined || types.includes(type) || (type === 'integer' && types.includes('number'));
}

/** The types that both allow. */
export function commonTypes(left: readonly JsonType[], right: readonly JsonType[]): readonly JsonType[] {
  return [
    ...left.filter((type) => includesType(right, type)),
    ...right.filter((type) => includesType(left, type) && !left.includes(type)),
  ];
}
