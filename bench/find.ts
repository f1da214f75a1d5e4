// How much the index of fields weighs, how much time of the processor the first answer takes, and how long a reader waits
// for it in a browser: `npm run bench:find`. Time on the clock is that of the machine's other work, too.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readQuery } from '../scripts/find/read-query.ts';
import { searchableIndex } from '../scripts/find/search-index.ts';
import { manyFields } from '../scripts/find/find.test-data.ts';
import type { FieldIndex } from '../scripts/find/field-index.ts';
import { measureInBrowser } from './find-in-browser.ts';
import { median } from './statistics.ts';

const QUERIES = ['customer id', 'e', 'order total warehouse', 'reads:Service7 type:uuid', 'nothing of that name'];
const ROUNDS = 5;
const MOST = { messages: 20, fields: 50 };

function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

for (const count of [10_000, 100_000]) {
  const text = JSON.stringify(manyFields(count));
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.log(
    `${count} fields: ${kilobytes(Buffer.byteLength(text))}, gzip ${kilobytes(gzipSync(text, { level: 9 }).length)}, brotli ${kilobytes(brotliCompressSync(text).length)}`,
  );
  const start = processorMilliseconds();
  const index: FieldIndex = JSON.parse(text);
  const searchable = searchableIndex(index);
  const ready = processorMilliseconds();
  searchable.search(readQuery(QUERIES[0] ?? ''), MOST);
  const answered = processorMilliseconds();
  console.log(
    `  first answer after ${(answered - start).toFixed(1)} ms (parse and prepare ${(ready - start).toFixed(1)} ms)`,
  );
  for (const query of QUERIES) {
    const from = processorMilliseconds();
    const { fieldCount } = searchable.search(readQuery(query), MOST);
    console.log(`  ${JSON.stringify(query)}: ${fieldCount} in ${(processorMilliseconds() - from).toFixed(1)} ms`);
  }
  const { cold, ready: warm } = await measureInBrowser(text, QUERIES[0] ?? '', ROUNDS);
  const shown = (times: readonly number[]) =>
    `${median(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(', ')})`;
  console.log(`  in Chromium, first results after: ${shown(cold)}; with the index read before: ${shown(warm)}`);
}
