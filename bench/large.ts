// Generates and builds catalogs of growing size, and prints what each costs and whether a message version costs more in a
// large one. It prints figures; it never passes or fails on one.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureLargeCatalog } from './large-catalog.ts';
import type { LargeFigures } from './large-catalog.ts';
import { largeTable, partsTable } from './large-report.ts';
import { machineFacts } from './machine.ts';
import { VERSIONS_PER_MESSAGE } from './message-catalog.ts';
import { MEMORY_METHOD } from './process-tree.ts';
import { openOurRoom } from './site-builds.ts';

const USAGE = `node bench/large.ts [--sizes N,N,…] [--no-site]
  --sizes N,N,…  message versions of each catalog, whole messages of ${VERSIONS_PER_MESSAGE} versions (default: 100,1000,5000)
  --no-site      generates the contracts, and builds no site
`;

const project = join(import.meta.dirname, '..');

interface Options {
  readonly sizes: readonly number[];
  readonly withSite: boolean;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: { sizes: { type: 'string', default: '100,1000,5000' }, 'no-site': { type: 'boolean', default: false } },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0 && size % VERSIONS_PER_MESSAGE === 0))
    throw new Error(`--sizes needs multiples of ${VERSIONS_PER_MESSAGE}, with commas between them.`);
  return { sizes: sizes.toSorted((left, right) => left - right), withSite: !values['no-site'] };
}

async function run({ sizes, withSite }: Options, stop: AbortSignal): Promise<void> {
  const onProgress = (text: string) => void process.stderr.write(text);
  const room = await openOurRoom(project, onProgress, stop);
  console.log(`${machineFacts()}One run of each. Memory is ${MEMORY_METHOD}.\n`);
  const figures: LargeFigures[] = [];
  try {
    for (const versions of sizes)
      figures.push(await measureLargeCatalog({ project, room, versions, withSite, onProgress, stop }));
  } finally {
    await room.clear();
  }
  console.log(largeTable(figures));
  if (withSite) console.log(partsTable(figures));
  for (const { versions, failure } of figures)
    if (failure !== undefined) console.log(`The site of ${versions} versions could not be built: ${failure}\n`);
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => stopping.abort(new Error(`Stopped by ${signal}`)));
try {
  await run(readOptions(), stopping.signal);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(stopping.signal.aborted ? `\n${message}` : `\n${message}\n\n${USAGE}`);
  process.exitCode = 2;
}
