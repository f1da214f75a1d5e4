import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { keywordValues } from '../schema-parts.ts';
import { anyType, nullType, unionOf, type PayloadType } from './payload-type.ts';

/** `const` and `enum`; undefined when there is neither, or more than one of them. */
export function literalType(parts: readonly JsonObject[]): PayloadType | undefined {
  const lists: readonly (readonly JsonValue[])[] = [
    ...keywordValues(parts, 'const').map((value) => [value]),
    ...keywordValues(parts, 'enum').filter(isJsonArray),
  ];
  const [values, ...others] = lists;
  if (values === undefined || values.length === 0 || others.length > 0) return undefined;
  const literals = values.filter(isLiteral);
  if (literals.length < values.length) return anyType;
  const known = literals.filter((value) => value !== null);
  if (known.length === 0) return nullType;
  const literal: PayloadType = { kind: 'literal', values: known };
  return known.length < literals.length ? unionOf([literal, nullType]) : literal;
}

function isLiteral(value: JsonValue): value is null | boolean | number | string {
  return typeof value === 'number'
    ? Number.isSafeInteger(value) && !Object.is(value, -0)
    : !isJsonArray(value) && !isJsonObject(value);
}
