// How much the index of fields weighs, and how long the first answer takes: `node bench/find.ts`.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readQuery } from '../scripts/find/read-query.ts';
import { searchableIndex } from '../scripts/find/search-index.ts';
import { manyFields } from '../scripts/find/find.test-data.ts';
import type { FieldIndex } from '../scripts/find/field-index.ts';

const QUERIES = ['customer id', 'e', 'order total warehouse', 'reads:Service7 type:uuid', 'nothing of that name'];
const MOST = { messages: 20, fields: 50 };

for (const count of [10_000, 100_000]) {
  const text = JSON.stringify(manyFields(count));
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.log(
    `${count} fields: ${kilobytes(Buffer.byteLength(text))}, gzip ${kilobytes(gzipSync(text, { level: 9 }).length)}, brotli ${kilobytes(brotliCompressSync(text).length)}`,
  );
  const start = performance.now();
  const index: FieldIndex = JSON.parse(text);
  const searchable = searchableIndex(index);
  const ready = performance.now();
  searchable.search(readQuery(QUERIES[0] ?? ''), MOST);
  const answered = performance.now();
  console.log(
    `  first answer after ${(answered - start).toFixed(1)} ms (parse and prepare ${(ready - start).toFixed(1)} ms)`,
  );
  for (const query of QUERIES) {
    const from = performance.now();
    const { fieldCount } = searchable.search(readQuery(query), MOST);
    console.log(`  ${JSON.stringify(query)}: ${fieldCount} in ${(performance.now() - from).toFixed(1)} ms`);
  }
}
