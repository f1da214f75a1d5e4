import type { JsonObject, JsonValue } from '../../model/json.ts';

/** The members that have a value: what is not known is left out, and never null. */
export function known(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
