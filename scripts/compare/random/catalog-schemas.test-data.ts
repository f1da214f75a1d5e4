import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectDialect } from '../../schema/dialect.ts';
import type { SchemaDocument } from '../normalise/reading.ts';

/** The published ones: what they share with others is drawn in. */
const contracts = join(import.meta.dirname, '../../../public/contracts');

/** The catalog's own schemas, all versions, sorted by file. */
export function readCatalogSchemas(): readonly SchemaDocument[] {
  return globSync('**/schema.json', { cwd: contracts })
    .toSorted()
    .map((file) => {
      const schema: SchemaDocument['schema'] = JSON.parse(readFileSync(join(contracts, file), 'utf8'));
      return { schema, dialect: detectDialect(schema).dialect };
    });
}
