import { isJsonArray, isJsonObject, type JsonValue } from '../../model/json.ts';

/** Attempts before it is left at what was reached; large values get fewer. */
const MOST_ATTEMPTS = 1500;
const MOST_CHARACTERS = 3_000_000;

/** The smallest value that still is wanted and that leaving out, or simpler values, lead to. Deterministic. */
export function shrink(value: JsonValue, isWanted: (value: JsonValue) => boolean): JsonValue {
  const most = Math.min(MOST_ATTEMPTS, Math.ceil(MOST_CHARACTERS / JSON.stringify(value).length));
  let [best, attempts] = [value, 0];
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const candidate of smaller(best)) {
      attempts += 1;
      if (attempts > most) return best;
      if (!isWanted(candidate)) continue;
      [best, isSmaller] = [candidate, true];
      break;
    }
  }
  return best;
}

/** Values that are one step smaller, those that are much smaller first. */
function* smaller(value: JsonValue): Generator<JsonValue> {
  yield* simpler(value);
  yield* held(value);
  if (isJsonArray(value)) {
    if (value.length > 8) yield* [value.slice(0, value.length >> 1), value.slice(value.length >> 1)];
    for (const at of value.keys()) yield value.toSpliced(at, 1);
    for (const [at, item] of value.entries()) for (const less of smaller(item)) yield value.with(at, less);
  } else if (isJsonObject(value)) {
    const entries = Object.entries(value);
    for (const [name] of entries) yield Object.fromEntries(entries.filter(([other]) => other !== name));
    for (const [name, item] of entries) for (const less of smaller(item)) yield { ...value, [name]: less };
  }
}

/** Of what recurs within itself, the inner one. */
function held(value: JsonValue): readonly JsonValue[] {
  const parts = isJsonArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  return parts.filter((part) => typeof part === 'object' && part !== null);
}

/** A simplest value of each type, as far as it is shorter. */
function* simpler(value: JsonValue): Generator<JsonValue> {
  if (isJsonArray(value)) {
    if (value.length > 0) yield [];
  } else if (isJsonObject(value)) {
    if (Object.keys(value).length > 0) yield {};
  } else if (typeof value === 'string') {
    if (value !== '') yield '';
    if (value.length > 1) yield 'a';
  } else if (typeof value === 'number' && value !== 0) {
    yield 0;
    if (String(value).length > 1) yield Math.trunc(value);
  }
}
