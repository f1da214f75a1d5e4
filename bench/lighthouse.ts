// Measures the page of an event on our site and on that of stock EventCatalog, by turns, as Lighthouse does for a phone.
// It prints figures; it never passes or fails on one.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHROMIUM_ARGUMENTS, installedChromium } from '../tests/site/browser.ts';
import { serveFolder } from '../tests/site/static-server.ts';
import { failedAudits, largestElement, layoutShifts, medianOf, METRICS } from './lighthouse-result.ts';
import type { LighthouseResult } from './lighthouse-result.ts';
import { buildSitePair } from './lighthouse-sites.ts';
import { machineFacts } from './machine.ts';
import { findOwners } from './markup-owner.ts';
import { measure } from './measure.ts';
import { table } from './table.ts';

const USAGE = `node bench/lighthouse.ts [--rounds N] [--page PATH] [--sites FOLDER]
  --rounds N      measures each page N times (default: 3)
  --page PATH     the page, below the home (default: docs/events/OutOfStock/0.0.4/)
  --sites FOLDER  keeps the built sites there; those that are there already are not built again
`;

interface Options {
  readonly rounds: number;
  readonly page: string;
  readonly sites: string | undefined;
}

interface Site {
  readonly label: string;
  readonly address: string;
  readonly results: LighthouseResult[];
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      page: { type: 'string', default: 'docs/events/OutOfStock/0.0.4/' },
      sites: { type: 'string' },
    },
  });
  if (!/^[1-9]\d*$/.test(values.rounds)) throw new Error('--rounds needs a whole number above zero.');
  return { rounds: Number(values.rounds), page: values.page, sites: values.sites };
}

async function run({ rounds, page, sites }: Options, workshop: string, stop: AbortSignal): Promise<void> {
  const onProgress = (text: string) => void process.stderr.write(text);
  const folder = sites === undefined ? join(workshop, 'sites') : resolve(sites);
  const built = await buildSitePair({ project: join(import.meta.dirname, '..'), folder, onProgress, stop });
  const servers = [await serveFolder(built.stock, '/', COMPRESSED), await serveFolder(built.ours, '/', COMPRESSED)];
  const [stock = '', ours = ''] = servers.map(({ address }) => `${address}${page}`);
  const measured: readonly Site[] = [
    { label: 'stock EventCatalog', address: stock, results: [] },
    { label: 'this site', address: ours, results: [] },
  ];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const { label, address, results } of measured) {
        onProgress(`round ${round + 1} of ${rounds}: ${label}\n`);
        results.push(await askLighthouse(address, workshop, stop));
      }
    }
    console.log(
      `${machineFacts()}Medians of ${rounds} rounds, by turns: /${page} on a phone, compressed on its way.\n`,
    );
    console.log(metricsTable(measured));
    for (const site of measured) await printElements(site);
  } finally {
    for (const { close } of servers) await close();
  }
}

const COMPRESSED = { compresses: true };
const CATEGORIES = 'performance,accessibility,best-practices';

async function askLighthouse(address: string, workshop: string, stop: AbortSignal): Promise<LighthouseResult> {
  const program = fileURLToPath(import.meta.resolve('lighthouse/cli/index.js'));
  const report = join(workshop, 'report.json');
  const args = [
    program,
    address,
    '--quiet',
    '--output=json',
    `--output-path=${report}`,
    `--only-categories=${CATEGORIES}`,
  ];
  const chrome = `--chrome-flags=${['--headless=new', ...CHROMIUM_ARGUMENTS].join(' ')}`;
  const env = { ...process.env, CHROME_PATH: installedChromium() };
  const folder = workshop;
  await measure(
    { program: process.execPath, args: [...args, chrome, '--no-enable-error-reporting'], folder, env },
    stop,
  );
  const result: LighthouseResult = JSON.parse(await readFile(report, 'utf8'));
  return result;
}

function metricsTable(sites: readonly Site[]): string {
  const rows = METRICS.map((metric) => {
    const [stock = NaN, ours = NaN] = sites.map(({ results }) => medianOf(metric, results));
    const text = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(metric.digits));
    return [metric.label, text(stock), text(ours), text(ours - stock)];
  });
  return table([['', ...sites.map(({ label }) => label), 'difference'], ...rows]);
}

/**
 * The elements of the largest contentful paint, those that move while the page loads, and every accessibility audit that
 * fails; and in whose markup.
 */
async function printElements({ label, address, results }: Site): Promise<void> {
  const failures = results.slice(0, 1).flatMap(failedAudits);
  const largest = results.flatMap((result) => largestElement(result) ?? []);
  const shifts = results.flatMap(layoutShifts);
  const nodes = [...largest, ...shifts.map(({ node }) => node), ...failures.flatMap((failure) => failure.nodes)];
  const owners = await findOwners(address, nodes);
  const lineOf = new Map(nodes.map((node, at) => [node, `${owners[at] ?? 'unknown'}: ${node.selector}`]));
  const shown = new Set(largest.map((node) => lineOf.get(node)));
  console.log(
    `${label}\n  Largest contentful paint, in all rounds:\n${[...shown].map((line) => `    ${line}\n`).join('')}`,
  );
  console.log(`  Layout shifts, in all rounds: ${shifts.length}`);
  for (const { node, score, causes } of shifts)
    console.log(`    ${score.toFixed(3)} ${lineOf.get(node)}${causes.length === 0 ? '' : ` (${causes.join(', ')})`}`);
  console.log(`  Accessibility audits that fail: ${failures.length}`);
  for (const failure of failures) {
    console.log(`  ${failure.id}: ${failure.title}`);
    for (const node of failure.nodes) console.log(`    ${lineOf.get(node)}`);
  }
  console.log('');
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => stopping.abort(new Error(`Stopped by ${signal}`)));
const workshop = await mkdtemp(join(tmpdir(), 'catalog-lighthouse-'));
try {
  await run(readOptions(), workshop, stopping.signal);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
} finally {
  await rm(workshop, { recursive: true, force: true });
}
