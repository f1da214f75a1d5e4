import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectDialect } from '../../schema/dialect.ts';
import type { SchemaDocument } from '../normalise/reading.ts';

const events = join(import.meta.dirname, '../../../events');

/** The catalog's own schemas, all versions, sorted by file. */
export function readCatalogSchemas(): readonly SchemaDocument[] {
  return globSync('**/schema.json', { cwd: events })
    .toSorted()
    .map((file) => {
      const schema: SchemaDocument['schema'] = JSON.parse(readFileSync(join(events, file), 'utf8'));
      return { schema, dialect: detectDialect(schema).dialect };
    });
}
