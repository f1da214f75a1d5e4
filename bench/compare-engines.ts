// Our comparison beside two others from npm, pair by pair in one process: median and 95th percentile of each.
//
//   node bench/compare-engines.ts --pairs FILE [--only REGEXP]
//
// FILE has one {"id", "before", "after"} a line. Without it, every two versions of the catalog's messages are compared.
// Times are of both directions, under the policy "strict" with formats as annotations: what the others ask, too.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check_compat, initSync } from 'jsoncompat';
import { diskTree } from '../scripts/catalog/disk-tree.ts';
import { loadCatalog } from '../scripts/catalog/load-catalog.ts';
import { compareSchemas, defaultLimits, judgeSchemas } from '../scripts/compare/compare-schemas.ts';
import type { SchemaDocument } from '../scripts/compare/normalise/reading.ts';
import { detectDialect } from '../scripts/schema/dialect.ts';

interface Pair {
  readonly id: string;
  readonly before: SchemaDocument;
  readonly after: SchemaDocument;
}

interface Row {
  readonly kind: 'proof' | 'witness' | 'unknown';
  readonly ours: number;
  readonly withFindings: number;
  readonly jsoncompat: number | undefined;
  readonly jsonSchemaDiff: number | undefined;
}

const project = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { pairs: { type: 'string' }, only: { type: 'string', default: '' } } });
const require = createRequire(import.meta.url);
const { diffSchemas } = require('json-schema-diff');
initSync({ module: readFileSync(require.resolve('jsoncompat/jsoncompat_wasm_bg.wasm')) });
const options = { policy: 'strict', formats: 'annotation', limits: defaultLimits } as const;

const pairs = (values.pairs === undefined ? await catalogPairs() : filePairs(values.pairs)).filter(({ id }) =>
  new RegExp(values.only).test(id),
);
// Code that runs for the first time is slow in all three: the first pairs are run once before.
for (const pair of pairs.slice(0, 60)) await measure(pair);
const rows: Row[] = [];
for (const pair of pairs) rows.push(await measure(pair));
print(rows);

async function catalogPairs(): Promise<readonly Pair[]> {
  const { catalog } = await loadCatalog(diskTree(project));
  const versions = catalog.messages.flatMap(({ id, version, schema }) =>
    schema === undefined ? [] : [{ id, version, document: { schema: schema.bundled, dialect: schema.dialect } }],
  );
  return versions.flatMap((one) =>
    versions
      .filter((other) => other.id === one.id && other.version !== one.version)
      .map((other) => ({
        id: `${one.id} ${one.version} ${other.version}`,
        before: one.document,
        after: other.document,
      })),
  );
}

function filePairs(file: string): readonly Pair[] {
  const documentOf = (schema: SchemaDocument['schema']) => ({ schema, dialect: detectDialect(schema).dialect });
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ id, before, after }) => ({ id: String(id), before: documentOf(before), after: documentOf(after) }));
}

async function measure({ before, after }: Pair): Promise<Row> {
  const texts = [JSON.stringify(before.schema), JSON.stringify(after.schema)] as const;
  const start = performance.now();
  const { backward, forward } = await judgeSchemas(before, after, options);
  const ours = performance.now() - start;
  const verdicts = [backward.verdict, forward.verdict];
  const kind = verdicts.includes('unknown') ? 'unknown' : verdicts.includes('breaking') ? 'witness' : 'proof';
  return {
    kind,
    ours,
    withFindings: await timed(() => compareSchemas(before, after, options)).then((time) => time ?? 0),
    jsoncompat: await timed(() => {
      check_compat(...texts, 'deserializer');
      check_compat(...texts, 'serializer');
    }),
    // It would download what a reference elsewhere names.
    jsonSchemaDiff: texts.some((text) => /"\$ref":"[^#]/.test(text))
      ? undefined
      : await timed(() => diffSchemas({ sourceSchema: JSON.parse(texts[0]), destinationSchema: JSON.parse(texts[1]) })),
  };
}

/** Milliseconds; undefined where it gives no answer. */
async function timed(run: () => unknown): Promise<number | undefined> {
  const start = performance.now();
  try {
    await run();
  } catch {
    return undefined;
  }
  return performance.now() - start;
}

function print(all: readonly Row[]): void {
  console.log(
    `${all.length} pairs, milliseconds for both directions of a pair; ratios are to jsoncompat on the same pairs\n`,
  );
  for (const kind of ['proof', 'witness', 'unknown'] as const) {
    const found = all.filter((row) => row.kind === kind);
    if (found.length === 0) continue;
    console.log(`${kind} (${found.length} pairs)`);
    const reference = quantiles(found.map(({ jsoncompat }) => jsoncompat));
    for (const engine of ['ours', 'withFindings', 'jsoncompat', 'jsonSchemaDiff'] as const) {
      const times = found.map((row) => row[engine]);
      const { median, high } = quantiles(times);
      const answers = times.filter((time) => time !== undefined).length;
      const ratio = (median / reference.median).toFixed(3);
      console.log(
        `  ${engine.padEnd(16)} median ${shown(median)}   95 % ${shown(high)}   ratio ${ratio}   answers ${answers}`,
      );
    }
  }
}

function quantiles(times: readonly (number | undefined)[]): { readonly median: number; readonly high: number } {
  const sorted = times.filter((time) => time !== undefined).toSorted((left, right) => left - right);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return { median: at(0.5), high: at(0.95) };
}

function shown(time: number): string {
  return time.toFixed(3).padStart(9);
}
