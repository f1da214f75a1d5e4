import type { JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { readSides, searchWitness, type Policy } from './decide.ts';
import type { Outcome } from './solve/outcome.ts';

interface Options {
  readonly dialect?: Dialect;
  readonly policy?: Policy;
  readonly formats?: 'assertion' | 'annotation';
  readonly steps?: number;
}

/** A value that one schema accepts and another refuses, as the engine finds it. */
export function witnessOf(writer: JsonSchema, reader: JsonSchema, options: Options = {}): Outcome {
  const { dialect = '2020-12', policy = 'strict', formats = 'assertion', steps = 20_000 } = options;
  const limits = { steps };
  const sides = readSides({ schema: writer, dialect }, { schema: reader, dialect }, { policy, formats, limits });
  return searchWitness(sides.before.writer, sides.after.reader, sides.store, limits);
}

/** A value that a schema accepts. */
export function valueOf(schema: JsonSchema, options: Options = {}): Outcome {
  return witnessOf(schema, false, options);
}
