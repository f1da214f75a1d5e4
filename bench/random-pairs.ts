// Decides many random pairs of schemas, and searches for payloads that contradict what is found compatible.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { policies } from '../scripts/compare/decide.ts';
import { readCatalogSchemas } from '../scripts/compare/random/catalog-schemas.test-data.ts';
import { sumTallies, type RangeOptions, type Tally } from './check-range.ts';

const USAGE = `node bench/random-pairs.ts [--pairs N] [--seed N] [--workers N] [--payloads N] [--judge-every N]
                          [--policy strict|declared|tolerant] [--format-annotation]
  --pairs N            how many pairs (default: 20000)
  --seed N             another seed, other pairs (default: 20261124)
  --workers N          threads (default: 2)
  --payloads N         payloads that are made for each direction found compatible (default: 150)
  --judge-every N      asks Ajv and Hyperjump as well for each Nth pair (default: 500)
Prints what contradicts as lines of JSON, then the counts. Exit code 1 when anything does.
`;

type Options = Omit<RangeOptions, 'first' | 'stride' | 'models'> & { readonly workers: number };

function readOptions(): Options {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({
    options: {
      pairs: text('20000'),
      seed: text('20261124'),
      workers: text('2'),
      payloads: text('150'),
      'judge-every': text('500'),
      policy: text('strict'),
      'format-annotation': { type: 'boolean', default: false },
    },
  });
  const policy = policies.find((name) => name === values.policy);
  if (policy === undefined) throw new Error(`--policy is one of ${policies.join(', ')}.`);
  const count = (name: 'pairs' | 'seed' | 'workers' | 'payloads' | 'judge-every'): number => {
    if (!/^[1-9]\d*$/.test(values[name])) throw new Error(`--${name} needs a whole number above zero.`);
    return Number(values[name]);
  };
  return {
    pairs: count('pairs'),
    seed: count('seed'),
    workers: count('workers'),
    payloads: count('payloads'),
    judgeEvery: count('judge-every'),
    policy,
    formats: values['format-annotation'] ? 'annotation' : 'assertion',
  };
}

/** One worker, from its start to its end. */
function runWorker(range: RangeOptions, onTally: (tally: Tally) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('random-pairs-worker.ts', import.meta.url), { workerData: range });
    worker.on('message', ({ tally, line }: { readonly tally?: Tally; readonly line?: string }) => {
      if (line !== undefined) console.log(line);
      if (tally !== undefined) onTally(tally);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A worker ended with ${code}.`))));
  });
}

function describe({ counts, reasons, slowest }: Tally, options: Options, seconds: number): string {
  const { seed, policy, formats, workers, pairs } = options;
  const line = (name: string, count: number): string => `${String(count).padStart(12)} ${name}`;
  const top = [...reasons].toSorted(([, left], [, right]) => right - left).slice(0, 10);
  return [
    `seed ${seed}, policy ${policy}, format as ${formats}`,
    `${seconds.toFixed(0)} s with ${workers} workers, ${((seconds * 1000) / pairs).toFixed(2)} ms a pair, the slowest took ${slowest.toFixed(0)} ms`,
    ...[...counts].map(([name, count]) => line(name, count)),
    ...top.map(([reason, count]) => line(`unknown: ${reason}`, count)),
  ].join('\n');
}

async function run(options: Options): Promise<boolean> {
  const start = performance.now();
  const models = readCatalogSchemas();
  const tallies = new Map<number, Tally>();
  const { workers } = options;
  const showProgress = (): void => {
    const done = sumTallies(tallies.values()).counts.get('pairs') ?? 0;
    const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
    process.stderr.write(`\r${done} of ${options.pairs} pairs, ${megabytes} MB `);
  };
  const runs = Array.from({ length: workers }, (_, first) => {
    const pairs = Math.ceil((options.pairs - first) / workers);
    return runWorker({ ...options, first, stride: workers, pairs, models }, (tally) => {
      tallies.set(first, tally);
      showProgress();
    });
  });
  await Promise.all(runs);
  process.stderr.write('\n');
  const total = sumTallies(tallies.values());
  console.log(describe(total, options, (performance.now() - start) / 1000));
  const faults = ['contradicted', 'unconfirmed', 'crashed', 'misread'] as const;
  return faults.every((fault) => total.counts.get(fault) === 0);
}

try {
  process.exitCode = (await run(readOptions())) ? 0 : 1;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
