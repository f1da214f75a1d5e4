import { isJsonArray, isJsonObject, type JsonSchema, type JsonValue } from '../../model/json.ts';
import { createEffort, type Effort } from '../judge/effort.ts';
import { createJudge, type Judge, type Refusal } from '../judge/judge.ts';
import { maySlowDown } from '../language/slow-pattern.ts';
import type { SchemaDocument } from '../normalise/reading.ts';

/** What both sides say of a payload that is to be a witness. */
export type Confirmation =
  | { readonly kind: 'confirmed'; readonly refusal: Refusal }
  /** Why not, as the end of a sentence. */
  | { readonly kind: 'disputed'; readonly reason: string };

/** A schema that payloads are put to. */
export interface Court {
  readonly judge: Judge;
  /** Every pattern in the schema. */
  readonly patterns: ReadonlySet<string>;
  /** What it asks of validators. */
  readonly effort: Effort;
  readonly references: number;
}

/** A writer's or a reader's schemas: a payload must pass each of them. */
export type Party = readonly Court[];

/** Ajv's time for compiling grows with the square of the references. */
const MOST_REFERENCES = 2500;

/** Validators take a few seconds at most for so many questions. */
const MOST_EFFORT = 1_000_000;

export function createCourt({ schema, dialect }: SchemaDocument, formats: 'assertion' | 'annotation'): Court {
  return {
    judge: createJudge(schema, dialect, { formats }),
    patterns: new Set(patternsIn(schema)),
    effort: createEffort({ schema, dialect }),
    references: countReferences(schema),
  };
}

/** Asks two validators on each side; a witness is only what all four agree on. */
export async function confirm(value: JsonValue, writer: Party, reader: Party): Promise<Confirmation> {
  const courts = [...writer, ...reader];
  const slow = slowPattern(value, new Set(courts.flatMap(({ patterns }) => [...patterns])));
  if (slow !== undefined)
    return { kind: 'disputed', reason: `the pattern ${slow} may take validators very long on it` };
  const most = Math.max(...courts.map(({ references }) => references));
  if (most > MOST_REFERENCES)
    return { kind: 'disputed', reason: `validators take too long with ${most} references in one schema` };
  if (courts.some(({ effort }) => effort(value) > MOST_EFFORT))
    return {
      kind: 'disputed',
      reason: 'a schema that refers to itself would keep validators busy for very long on it',
    };
  for (const { judge } of writer) {
    if (!(await judge.accepts(value)))
      return { kind: 'disputed', reason: `the two validators do not both accept it on the writer's side` };
  }
  for (const { judge } of reader) {
    if (!(await judge.refuses(value))) continue;
    const refusal = judge.refusal(value);
    if (refusal !== undefined) return { kind: 'confirmed', refusal };
  }
  return { kind: 'disputed', reason: `the two validators do not both refuse it on the reader's side` };
}

/** Validators match as JavaScript does, and nothing could stop them. */
function slowPattern(value: JsonValue, patterns: ReadonlySet<string>): string | undefined {
  let longest = 0;
  for (const { length } of textsIn(value)) longest = Math.max(longest, length);
  return [...patterns].find((pattern) => maySlowDown(pattern, longest));
}

function* textsIn(value: JsonValue): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (isJsonArray(value)) for (const item of value) yield* textsIn(item);
  else if (isJsonObject(value)) for (const [name, item] of Object.entries(value)) yield* [name, ...textsIn(item)];
}

function* patternsIn(schema: JsonValue): Generator<string> {
  if (isJsonArray(schema)) for (const item of schema) yield* patternsIn(item);
  else if (isJsonObject(schema)) {
    for (const [key, item] of Object.entries(schema)) {
      if (key === 'pattern' && typeof item === 'string') yield item;
      if (key === 'patternProperties' && isJsonObject(item)) yield* Object.keys(item);
      yield* patternsIn(item);
    }
  }
}

function countReferences(schema: JsonValue): number {
  if (isJsonArray(schema)) return schema.reduce<number>((sum, item) => sum + countReferences(item), 0);
  if (!isJsonObject(schema)) return 0;
  return Object.entries(schema).reduce(
    (sum, [key, item]) => sum + (key === '$ref' && typeof item === 'string' ? 1 : countReferences(item)),
    0,
  );
}

/** A schema without `additionalProperties: false` and `unevaluatedProperties: false`, at every place. */
export function opened({ schema, dialect }: SchemaDocument): SchemaDocument {
  return { schema: openedSchema(schema), dialect };
}

const closing = ['additionalProperties', 'unevaluatedProperties'];

function openedSchema(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword, value]) => !(value === false && closing.includes(keyword)))
      .map(([keyword, value]) => [keyword, openedBelow(keyword, value)]),
  );
}

/** What holds values and not schemas stays as it is. */
const data: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'required']);
const maps: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
  'dependencies',
  'dependentSchemas',
]);

function openedBelow(keyword: string, value: JsonValue): JsonValue {
  if (data.has(keyword)) return value;
  if (isJsonArray(value)) return value.map((item) => openedBelow('', item));
  if (!isJsonObject(value)) return value;
  if (!maps.has(keyword)) return openedSchema(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, openedBelow('', item)]));
}
