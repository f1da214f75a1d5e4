import fc from 'fast-check';
import type { JsonObject } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import type { SchemaDocument } from './normalise/reading.ts';
import { choicesFromTape, pick } from './random/choices.test-data.ts';
import { mutateSchema } from './random/mutate-schema.test-data.ts';
import { dialects, randomPair, type SchemaPair } from './random/random-pair.test-data.ts';
import { randomDocument } from './random/random-schema.test-data.ts';

/** Choices as fast-check makes them: a shorter tape of smaller numbers makes a plainer schema. */
const tape = fc.noBias(fc.array(fc.nat(0xffffff), { maxLength: 600, size: 'max' }));

/** Two schemas, mostly one of them the other with a small change; some are changed schemas of the catalog. */
export function schemaPairs(models: readonly SchemaDocument[]): fc.Arbitrary<SchemaPair> {
  return tape.map((numbers) => randomPair(choicesFromTape(numbers), models));
}

/** A model with a small change, beside the model. */
export function changedModels(models: readonly [SchemaDocument, ...SchemaDocument[]]): fc.Arbitrary<SchemaPair> {
  return fc.tuple(fc.constantFrom(...models), tape).map(([before, numbers]) => {
    const { dialect } = before;
    return { before, after: { schema: mutateSchema(before.schema, choicesFromTape(numbers), dialect), dialect } };
  });
}

export interface RandomDocument {
  readonly schema: JsonObject;
  readonly dialect: Dialect;
}

export const documents: fc.Arbitrary<RandomDocument> = tape.map((numbers) => {
  const choices = choicesFromTape(numbers);
  const dialect = pick(choices, dialects);
  return { schema: randomDocument(choices, dialect), dialect };
});
