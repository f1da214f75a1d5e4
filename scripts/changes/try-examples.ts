import type { JsonValue } from '../model/json.ts';
import type { Example, MessageSchema } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { compileValidator } from '../schema/validate.ts';

/** One version of a message, with the payloads that show it. */
export interface ExampleVersion {
  readonly version: string;
  readonly schema: MessageSchema;
  readonly examples: readonly Example[];
  /** The example that is published: made from the schema where nobody wrote one. */
  readonly published: JsonValue;
}

/** Every example of every version, and the versions whose schema accepts it. */
export interface ExampleMatrix {
  /** Those with a JSON Schema, oldest first. */
  readonly versions: readonly string[];
  readonly examples: readonly TriedExample[];
}

export interface TriedExample {
  /** The version that it is an example of. */
  readonly version: string;
  /** The file in `examples/`; null where it was made from the schema. */
  readonly name: string | null;
  readonly accepted: readonly string[];
  readonly refused: readonly ExampleRefusal[];
}

/** Why a version's schema refuses an example: the first of its reasons. */
export interface ExampleRefusal {
  readonly version: string;
  /** The place in the example. */
  readonly pointer: JsonPointer;
  readonly keyword: string;
  readonly reason: string;
}

/** Older versions are left out: what is tried grows with the square. */
const MOST_VERSIONS = 40;

/** Asks every version about every example. `all` come oldest first. */
export function tryExamples(all: readonly ExampleVersion[]): ExampleMatrix {
  const versions = all.slice(-MOST_VERSIONS);
  const validators = versions.map(({ version, schema }) => ({
    version,
    validator: compileValidator(schema.bundled, schema.dialect),
  }));
  const tried = versions.flatMap((version) =>
    examplesOf(version).map(({ name, value }) => {
      const results = validators.map((one) => ({ version: one.version, fault: one.validator.faults(value)[0] }));
      return {
        version: version.version,
        name,
        accepted: results.filter(({ fault }) => fault === undefined).map((result) => result.version),
        refused: results.flatMap((result): readonly ExampleRefusal[] => {
          if (result.fault === undefined) return [];
          const { instancePointer: pointer, keyword, reason } = result.fault;
          return [{ version: result.version, pointer, keyword, reason }];
        }),
      };
    }),
  );
  return { versions: versions.map(({ version }) => version), examples: tried };
}

function examplesOf({ examples, published }: ExampleVersion) {
  if (examples.length === 0) return [{ name: null, value: published }];
  return examples.map(({ file, value }) => ({ name: file.slice(file.lastIndexOf('/') + 1), value }));
}
