import { isJsonArray } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';

/** What a value is, for the end of "…, found": `a list`, `the number 3`. */
export function describeValue(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  if (isJsonArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return value.length > 40 ? 'a text' : `the text ${JSON.stringify(value)}`;
  return typeof value === 'number' ? `the number ${value}` : String(value);
}
