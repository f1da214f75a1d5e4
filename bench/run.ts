// Measures this project against what it is made from. It prints figures; it never passes or fails on a time.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareGeneration } from './generation.ts';
import { machineFacts } from './machine.ts';
import { MEMORY_METHOD } from './process-tree.ts';
import { ROOMS } from './room.ts';
import { compareSiteBuilds } from './site-builds.ts';

const USAGE = `node bench/run.ts [--quick] [--full] [--rounds N]
  --quick     no site builds, and 100 message versions instead of 1,000
  --full      calls json2ts for every schema instead of every tenth
  --rounds N  measures everything N times (default: 3)
`;

const project = join(import.meta.dirname, '..');
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => stopping.abort(new Error(`Stopped by ${signal}`)));
const onProgress = (text: string) => void process.stderr.write(text);
const heading = (text: string) => console.log(`\n## ${text}\n`);

interface Options {
  readonly isQuick: boolean;
  readonly isFull: boolean;
  readonly rounds: number;
}

/** Undefined, and said why, when an option is wrong. */
function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: { quick: { type: 'boolean' }, full: { type: 'boolean' }, rounds: { type: 'string', default: '3' } },
    });
    if (!/^[1-9]\d*$/.test(values.rounds)) throw new Error('--rounds needs a whole number above zero.');
    return { isQuick: values.quick === true, isFull: values.full === true, rounds: Number(values.rounds) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return undefined;
  }
}

async function run({ isQuick, isFull, rounds }: Options): Promise<void> {
  console.log(`${machineFacts()}Medians of ${rounds} rounds, by turns. Memory is ${MEMORY_METHOD}.`);
  if (!isQuick) {
    heading('Building this catalog, from no cache');
    console.log(await compareSiteBuilds({ project, rounds, onProgress, stop: stopping.signal }));
    console.log(`The installed packages stay in ${ROOMS} for the next run.`);
  }
  const versions = isQuick ? 100 : 1000;
  heading(`Generating the contracts of ${versions} message versions`);
  const workshop = await mkdtemp(join(tmpdir(), 'catalog-bench-'));
  try {
    const calls = isFull ? versions : Math.max(30, versions / 10);
    console.log(
      await compareGeneration({ project, workshop, versions, rounds, calls, onProgress, stop: stopping.signal }),
    );
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

const options = readOptions();
try {
  if (options !== undefined) await run(options);
} catch (error) {
  console.error(`\n${stopping.signal.aborted || !(error instanceof Error) ? String(error) : error.message}`);
  process.exitCode = 2;
}
