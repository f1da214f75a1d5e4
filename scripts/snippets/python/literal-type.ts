import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { keywordValues } from '../schema-parts.ts';
import { anyType, namedType, unionType, type PythonType } from './python-type.ts';

/** `const` and `enum`, when `Literal` can hold all of their values; otherwise what kinds of values they are. */
export function literalType(parts: readonly JsonObject[]): PythonType | undefined {
  const lists: readonly (readonly JsonValue[])[] = [
    ...keywordValues(parts, 'const').map((value) => [value]),
    ...keywordValues(parts, 'enum').filter(isJsonArray),
  ];
  const [values, ...others] = lists;
  if (values === undefined || values.length === 0 || others.length > 0) return undefined;
  const literals = values.filter(isLiteral);
  if (literals.length < values.length) return anyType;
  if (literals.every((value) => value === null)) return namedType('None');
  const isNullable = literals.includes(null);
  const literal: PythonType = { kind: 'literal', values: literals.filter((value) => value !== null) };
  return isNullable ? unionType([literal, namedType('None')]) : literal;
}

function isLiteral(value: JsonValue): value is null | boolean | number | string {
  return typeof value === 'number'
    ? Number.isSafeInteger(value) && !Object.is(value, -0)
    : !isJsonArray(value) && !isJsonObject(value);
}
