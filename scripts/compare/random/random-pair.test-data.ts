import type { JsonSchema } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import type { SchemaDocument } from '../normalise/reading.ts';
import { happens, pick, type Choices } from './choices.test-data.ts';
import { mutateSchema } from './mutate-schema.test-data.ts';
import { randomDocument } from './random-schema.test-data.ts';

export interface SchemaPair {
  readonly before: SchemaDocument;
  readonly after: SchemaDocument;
}

export const dialects: readonly [Dialect, ...Dialect[]] = ['2020-12', '2019-09', 'draft-07', 'draft-06', 'draft-04'];

/** Two schemas of one draft or of two; mostly the second is the first with a small change. */
export function randomPair(choices: Choices, models: readonly SchemaDocument[]): SchemaPair {
  const dialect = pick(choices, dialects);
  const model = happens(choices, 4) ? models[choices.below(Math.max(1, models.length))] : undefined;
  const before = model ?? { schema: randomDocument(choices, dialect), dialect };
  if (model === undefined && happens(choices, 30)) {
    const other = happens(choices, 20) ? pick(choices, dialects) : dialect;
    return { before, after: { schema: randomDocument(choices, other), dialect: other } };
  }
  const schema: JsonSchema = mutateSchema(before.schema, choices, before.dialect);
  return { before, after: { schema, dialect: before.dialect } };
}
