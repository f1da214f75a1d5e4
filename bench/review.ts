// Reviews the same change of ten messages in a small catalog and in a large one, and prints how much longer the large one takes.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildRepository, messagePage, schemaText, servicePage } from '../tests/cli/review-repository.ts';
import { machineFacts } from './machine.ts';
import { measure, type Measurement } from './measure.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

const USAGE = `node bench/review.ts [--small N] [--large N] [--rounds N]
  --small N   message versions of the small catalog (default: 100)
  --large N   message versions of the large catalog (default: 10000)
  --rounds N  reviews each so often, by turns (default: 5)
`;

/** Messages that the change touches. */
const CHANGED = 10;

const HAPPENINGS = ['Created', 'Changed', 'Confirmed', 'Cancelled', 'Archived'] as const;

function nameOf(at: number): string {
  return `Thing${at}${HAPPENINGS[at % HAPPENINGS.length]}`;
}

function schemaOf(at: number, more: object = {}): string {
  return schemaText({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['id', 'occurredAt'],
    properties: {
      id: { type: 'string', description: `Of the thing ${at}.` },
      occurredAt: { type: 'string', format: 'date-time' },
      [`amount${at}`]: { type: 'integer', minimum: 0 },
      lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
      ...more,
    },
  });
}

/** A repository with so many messages on `main`, one version each, and ten of them in a new version on `change`. */
function writeRepository(messages: number) {
  const files: Record<string, string> = {};
  for (let at = 0; at < messages; at += 1) {
    files[`events/${nameOf(at)}/index.mdx`] = messagePage({ id: nameOf(at), version: '1.0.0' });
    files[`events/${nameOf(at)}/schema.json`] = schemaOf(at);
  }
  for (let at = 0; at < messages / 20; at += 1) {
    const received = Array.from({ length: 10 }, (_none, index) => nameOf((at * 10 + index) % messages));
    const lines = ['receives:', ...received.map((id) => `  - id: ${id}`), 'sends:', `  - id: ${nameOf(at)}`];
    files[`services/Service${at}/index.mdx`] = servicePage(`Service${at}`, lines);
  }
  const change: Record<string, string | undefined> = {};
  for (let at = 0; at < CHANGED; at += 1) {
    const folder = `events/${nameOf(at * 7)}`;
    change[`${folder}/versioned/1.0.0/index.mdx`] = files[`${folder}/index.mdx`];
    change[`${folder}/versioned/1.0.0/schema.json`] = files[`${folder}/schema.json`];
    change[`${folder}/index.mdx`] = messagePage({ id: nameOf(at * 7), version: '1.1.0' });
    change[`${folder}/schema.json`] = schemaOf(at * 7, { note: { type: 'string' } });
  }
  const repository = buildRepository(files);
  repository.propose('change', change);
  return repository;
}

async function run(small: number, large: number, rounds: number): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  const sizes = [small, large] as const;
  const repositories = sizes.map(writeRepository);
  const measured = sizes.map((): Measurement[] => []);
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, { folder }] of repositories.entries()) {
        const program = join(import.meta.dirname, '..', 'scripts', 'cli.ts');
        const args = [program, 'review', '--catalog', folder, '--base', 'main', '--head', 'change', '--format', 'json'];
        const found = await measure({ program: process.execPath, args, folder, env: process.env }, stop.signal);
        measured[at]?.push(found);
        process.stderr.write('.');
      }
    }
  } finally {
    for (const { remove } of repositories) remove();
  }
  process.stderr.write('\n');
  const secondsOf = (at: number): number => median((measured[at] ?? []).map(({ seconds }) => seconds));
  const memoryOf = (at: number): number => median((measured[at] ?? []).map(({ peakBytes }) => peakBytes));
  const rows = sizes.map((size, at) => [
    `${size} message versions`,
    `${secondsOf(at).toFixed(2)} s`,
    (secondsOf(at) / secondsOf(0)).toFixed(2),
    `${Math.round(memoryOf(at) / 2 ** 20)} MiB`,
  ]);
  console.log(`${machineFacts()}Medians of ${rounds} rounds, by turns. ${CHANGED} messages have a new version.\n`);
  console.log(table([['', 'time', 'ratio', 'peak memory'], ...rows]));
}

try {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({ options: { small: text('100'), large: text('10000'), rounds: text('5') } });
  const [small, large, rounds] = [values.small, values.large, values.rounds].map(Number);
  if (![small, large, rounds].every((number) => Number.isInteger(number) && Number(number) > 0))
    throw new Error('Every option needs a whole number above zero.');
  await run(small ?? 0, large ?? 0, rounds ?? 0);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
