import { isJsonArray, isJsonObject, type JsonValue } from '../../model/json.ts';

/** So many characters count as much as one value. */
const CHARACTERS = 100;

/**
 * Tells how much a payload holds when it is written out: values, and its texts by their length. A search uses what it
 * found over and over, so that little memory may stand for a payload that no memory would hold; each part is counted once
 * and remembered.
 */
export function createSizes(): (value: JsonValue) => number {
  const known = new WeakMap<object, number>();
  const sizeOf = (value: JsonValue): number => {
    if (typeof value === 'string') return 1 + value.length / CHARACTERS;
    if (typeof value !== 'object' || value === null) return 1;
    const before = known.get(value);
    if (before !== undefined) return before;
    let size = 1;
    if (isJsonArray(value)) for (const item of value) size += sizeOf(item);
    else if (isJsonObject(value))
      for (const [name, item] of Object.entries(value)) size += name.length / CHARACTERS + sizeOf(item);
    known.set(value, size);
    return size;
  };
  return sizeOf;
}
