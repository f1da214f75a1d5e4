import type { JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { compareSchemas, defaultLimits, type SchemaComparison } from './compare-schemas.ts';
import type { CompareOptions } from './decide.ts';

type Change = Partial<CompareOptions> & { readonly dialect?: Dialect; readonly afterDialect?: Dialect };

export async function compare(before: JsonSchema, after: JsonSchema, change: Change = {}): Promise<SchemaComparison> {
  const { dialect = '2020-12', afterDialect = dialect, ...options } = change;
  return compareSchemas(
    { schema: before, dialect },
    { schema: after, dialect: afterDialect },
    { policy: 'strict', formats: 'assertion', limits: defaultLimits, ...options },
  );
}

/** `=`: both ways; `>`: all of before fits after, not the other way; `<`: the opposite; `x`: neither. */
export type Relation = '=' | '>' | '<' | 'x';

export function relationOf({ backward, forward }: SchemaComparison): Relation | 'unknown' {
  if (backward.verdict === 'unknown' || forward.verdict === 'unknown') return 'unknown';
  if (backward.verdict === 'compatible') return forward.verdict === 'compatible' ? '=' : '>';
  return forward.verdict === 'compatible' ? '<' : 'x';
}
