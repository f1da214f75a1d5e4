import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { compareSchemas, type SchemaComparison } from '../compare/compare-schemas.ts';
import type { SchemaDocument } from '../compare/normalise/reading.ts';
import { isJsonObject, type JsonValue } from '../model/json.ts';
import { UserError } from '../model/user-error.ts';
import { comparisonJson } from '../report/comparison-json.ts';
import type { Console } from '../report/console.ts';
import { detectDialect } from '../schema/dialect.ts';
import { engineOptions, isSafeUnder, unversionedBump, type CompareCommandOptions } from './compare.ts';
import type { ExitCode } from './generate.ts';

/** Compares the pairs of a file, one `{"id", "before", "after"}` a line, and prints one line for each, in the same order. */
export async function compareBatch(file: string, options: CompareCommandOptions, console: Console): Promise<ExitCode> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || found.isDirectory())
    throw new UserError(`There is no file ${file}. Name a file with one {"id", "before", "after"} a line.`);
  let [line, isSafe, isReadable] = [0, true, true];
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    const pair = readPair(text);
    if (typeof pair === 'string') {
      console.err(`${file}:${line}: ${pair}\n`);
      console.out(`${JSON.stringify(unreadable(pair))}\n`);
      isReadable = false;
      continue;
    }
    const comparison = await compareSchemas(pair.before, pair.after, engineOptions(options));
    isSafe &&= isSafeUnder(options.mode, comparison);
    console.out(`${JSON.stringify(lineFor(pair.id, comparison, options))}\n`);
  }
  if (!isReadable) return 2;
  return isSafe ? 0 : 1;
}

interface Pair {
  readonly id: JsonValue;
  readonly before: SchemaDocument;
  readonly after: SchemaDocument;
}

/** The pair of a line; or what is wrong with the line. */
function readPair(text: string): Pair | string {
  const value = parse(text);
  if (!isJsonObject(value)) return 'expected an object with "id", "before" and "after", found no such JSON';
  const { id = null, before, after } = value;
  if (!isSchema(before) || !isSchema(after)) return 'expected "before" and "after" to be JSON Schemas';
  return { id, before: documentOf(before), after: documentOf(after) };
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSchema(value: JsonValue | undefined): value is SchemaDocument['schema'] {
  return typeof value === 'boolean' || isJsonObject(value);
}

function documentOf(schema: SchemaDocument['schema']): SchemaDocument {
  return { schema, dialect: detectDialect(schema).dialect };
}

function lineFor(id: JsonValue, comparison: SchemaComparison, { mode }: CompareCommandOptions): JsonValue {
  const nowhere = () => ({});
  return { id, ...comparisonJson(comparison, unversionedBump(comparison, mode), { before: nowhere, after: nowhere }) };
}

function unreadable(reason: string): JsonValue {
  const verdict = { verdict: 'unknown', reason };
  return { id: null, backward: verdict, forward: verdict, findings: [], bump: 'major' };
}
