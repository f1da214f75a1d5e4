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

/** A writer's or a reader's schemas: a payload must pass each of them. */
export interface Party {
  readonly judges: readonly Judge[];
  /** Every pattern in its schemas. */
  readonly patterns: ReadonlySet<string>;
  /** What each of its schemas asks of validators. */
  readonly efforts: readonly Effort[];
  /** The references in the schema that has most of them. */
  readonly references: number;
}

/** Ajv's time for compiling grows with the square of the references. */
const MOST_REFERENCES = 2500;

/** Validators take a few seconds at most for so many questions. */
const MOST_EFFORT = 1_000_000;

export function createParty(documents: readonly SchemaDocument[], formats: 'assertion' | 'annotation'): Party {
  return {
    judges: documents.map(({ schema, dialect }) => createJudge(schema, dialect, { formats })),
    patterns: new Set(documents.flatMap(({ schema }) => [...patternsIn(schema)])),
    efforts: documents.map(createEffort),
    references: Math.max(...documents.map(({ schema }) => countReferences(schema))),
  };
}

/** Asks two validators on each side; a witness is only what all four agree on. */
export async function confirm(value: JsonValue, writer: Party, reader: Party): Promise<Confirmation> {
  const slow = slowPattern(value, [...writer.patterns, ...reader.patterns]);
  if (slow !== undefined)
    return { kind: 'disputed', reason: `the pattern ${slow} may take validators very long on it` };
  const references = Math.max(writer.references, reader.references);
  if (references > MOST_REFERENCES)
    return { kind: 'disputed', reason: `validators take too long with ${references} references in one schema` };
  if ([...writer.efforts, ...reader.efforts].some((effortFor) => effortFor(value) > MOST_EFFORT))
    return {
      kind: 'disputed',
      reason: 'a schema that refers to itself would keep validators busy for very long on it',
    };
  for (const judge of writer.judges) {
    if (!(await judge.accepts(value)))
      return { kind: 'disputed', reason: `the two validators do not both accept it on the writer's side` };
  }
  for (const judge of reader.judges) {
    if (!(await judge.refuses(value))) continue;
    const refusal = judge.refusal(value);
    if (refusal !== undefined) return { kind: 'confirmed', refusal };
  }
  return { kind: 'disputed', reason: `the two validators do not both refuse it on the reader's side` };
}

/** Validators match as JavaScript does, and nothing could stop them. */
function slowPattern(value: JsonValue, patterns: readonly string[]): string | undefined {
  let longest = 0;
  for (const { length } of textsIn(value)) longest = Math.max(longest, length);
  return patterns.find((pattern) => maySlowDown(pattern, longest));
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
