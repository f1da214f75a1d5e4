import { isJsonObject, ownValue, type JsonObject } from '../model/json.ts';
import type { FieldDeprecation } from './field.ts';

const KEYS = ['since', 'removeAfter', 'replacedBy'] as const;

/** What `deprecated` and `x-deprecated` say; undefined where neither does. */
export function deprecationOf(parts: readonly JsonObject[]): FieldDeprecation | undefined {
  const written = parts.map((part) => ownValue(part, 'x-deprecated')).find((value) => isJsonObject(value));
  if (!isJsonObject(written)) return parts.some((part) => ownValue(part, 'deprecated') === true) ? {} : undefined;
  const told = KEYS.flatMap((key) => {
    const value = ownValue(written, key);
    return typeof value === 'string' && value !== '' ? [[key, value] as const] : [];
  });
  return Object.fromEntries(told);
}
