import { isJsonArray, isJsonObject, type JsonSchema, type JsonValue } from '../../model/json.ts';
import { createJudge, type Judge, type Refusal } from '../judge/judge.ts';
import type { SchemaDocument } from '../normalise/reading.ts';

/** What both sides say of a payload that is to be a witness. */
export type Confirmation =
  | { readonly kind: 'confirmed'; readonly refusal: Refusal }
  /** Why not, as the end of a sentence. */
  | { readonly kind: 'disputed'; readonly reason: string };

/** A writer's or a reader's schemas: a payload must pass each of them. */
export interface Party {
  readonly judges: readonly Judge[];
}

export function createParty(documents: readonly SchemaDocument[], formats: 'assertion' | 'annotation'): Party {
  return { judges: documents.map(({ schema, dialect }) => createJudge(schema, dialect, { formats })) };
}

/** Asks two validators on each side; a witness is only what all four agree on. */
export async function confirm(value: JsonValue, writer: Party, reader: Party): Promise<Confirmation> {
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
