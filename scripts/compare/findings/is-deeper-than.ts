import type { JsonValue } from '../../model/json.ts';

/** Whether lists and objects are nested deeper than a limit. Takes no stack, and stops at the first that is. */
export function isDeeperThan(value: JsonValue, limit: number): boolean {
  const open: { readonly value: JsonValue; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (place.depth > limit) return true;
    if (typeof place.value !== 'object' || place.value === null) continue;
    for (const child of Object.values(place.value)) open.push({ value: child, depth: place.depth + 1 });
  }
  return false;
}
