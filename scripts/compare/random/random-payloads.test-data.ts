import { isJsonArray, isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../../model/json.ts';
import { happens, pick, type Choices } from './choices.test-data.ts';
import { smallTexts, smallValues } from './random-values.test-data.ts';

/** What a pair of schemas speaks of, and payloads are made of. */
export interface PayloadParts {
  readonly values: readonly [JsonValue, ...JsonValue[]];
  readonly numbers: readonly [number, ...number[]];
  readonly texts: readonly [string, ...string[]];
  readonly names: readonly [string, ...string[]];
}

/** Keywords whose keys are names of properties. */
const naming = new Set(['properties', 'dependencies', 'dependentRequired', 'dependentSchemas', 'patternProperties']);

/** Gathers the constants, the neighbours of bounds, the names and the texts of several schemas. */
export function partsOf(schemas: readonly JsonSchema[]): PayloadParts {
  const found = {
    values: new Set<JsonValue>(),
    numbers: new Set<number>(),
    texts: new Set<string>(),
    names: new Set<string>(),
  };
  const gather = (value: JsonValue, keyword: string): void => {
    if (typeof value === 'number') {
      for (const next of [value, value + 1, value - 1, value + 0.5, value * 2, value + 0.01]) found.numbers.add(next);
    } else if (typeof value === 'string') {
      if (keyword === 'required') found.names.add(value);
      found.texts.add(value.replaceAll(/[\^$]/g, ''));
    } else if (isJsonArray(value)) {
      if (keyword === 'enum') for (const item of value) found.values.add(item);
      for (const item of value) gather(item, keyword);
    } else if (isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (naming.has(keyword)) found.names.add(key.replaceAll(/[\^$]/g, ''));
        if (key === 'const') found.values.add(item);
        gather(item, naming.has(keyword) && keyword !== 'dependentRequired' ? '' : key);
      }
    }
  };
  for (const schema of schemas) gather(schema, '');
  return {
    values: [null, true, ...found.values],
    numbers: [0, 1, ...found.numbers],
    texts: ['a', 'b', '', ...[...found.texts].slice(0, 40), ...smallTexts],
    names: ['a', 'b', ...[...found.names].slice(0, 40), 'c', 'd', 'ab', 'bb', '__proto__'],
  };
}

/** A payload of such parts. */
export function randomPayload(parts: PayloadParts, choices: Choices, depth = 3): JsonValue {
  switch (choices.below(depth === 0 ? 5 : 10)) {
    case 0:
      return pick(choices, smallValues);
    case 1:
    case 2:
      return pick(choices, parts.values);
    case 3:
      return pick(choices, parts.numbers);
    case 4:
      return pick(choices, parts.texts);
    case 5:
    case 6:
      return Array.from({ length: choices.below(5) }, () => randomPayload(parts, choices, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: choices.below(5) }, () => [
          pick(choices, parts.names),
          randomPayload(parts, choices, depth - 1),
        ]),
      );
  }
}

/** The same payload with a small change at some place. */
function neighbour(value: JsonValue, parts: PayloadParts, choices: Choices): JsonValue {
  if (isJsonArray(value) && happens(choices, 85)) return neighbourArray(value, parts, choices);
  if (isJsonObject(value) && happens(choices, 85)) return neighbourObject(value, parts, choices);
  if (typeof value === 'number' && happens(choices, 70)) return value + pick(choices, [1, -1, 0.5, 0.01]);
  if (typeof value === 'string' && happens(choices, 50)) return value + pick(choices, ['a', 'b']);
  return randomPayload(parts, choices, 1);
}

function neighbourArray(value: readonly JsonValue[], parts: PayloadParts, choices: Choices): JsonValue {
  const at = choices.below(value.length + 1);
  const item = value[at];
  if (item === undefined)
    return [...value, value.length > 0 && happens(choices, 40) ? (value[0] ?? null) : randomPayload(parts, choices, 1)];
  return happens(choices, 30) ? value.toSpliced(at, 1) : value.with(at, neighbour(item, parts, choices));
}

function neighbourObject(value: JsonObject, parts: PayloadParts, choices: Choices): JsonValue {
  const entries = Object.entries(value);
  const at = choices.below(entries.length + 1);
  const entry = entries[at];
  if (entry === undefined)
    return Object.fromEntries([...entries, [pick(choices, parts.names), randomPayload(parts, choices, 1)]]);
  const [name, item] = entry;
  return Object.fromEntries(
    happens(choices, 30) ? entries.toSpliced(at, 1) : entries.with(at, [name, neighbour(item, parts, choices)]),
  );
}

/** Characters of the longest payload. */
const LONGEST = 2000;

/**
 * Payloads that a writer may write: parts, random ones, and neighbours of those that it may write, to begin with some
 * that are known to be.
 */
export function* payloadsFor(
  parts: PayloadParts,
  choices: Choices,
  count: number,
  isWritten: (value: JsonValue) => boolean,
  known: readonly JsonValue[],
): Generator<JsonValue> {
  const written: JsonValue[] = [...known];
  for (const value of parts.values) if (isWritten(value)) written.push(value);
  yield* written;
  for (let made = 0; made < count; made += 1) {
    const start = written.length > 0 && happens(choices, 60) ? written[choices.below(written.length)] : undefined;
    const value = start === undefined ? randomPayload(parts, choices) : neighbour(start, parts, choices);
    // Where everything may be written, neighbours of neighbours would grow without end.
    if (JSON.stringify(value).length > LONGEST || !isWritten(value)) continue;
    written.push(value);
    yield value;
  }
}
