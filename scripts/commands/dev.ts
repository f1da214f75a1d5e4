import { watch } from 'chokidar';
import { relative, resolve, sep } from 'node:path';
import { isIgnoredFolder } from '../catalog/file-tree.ts';
import type { Console } from '../report/console.ts';
import { printable, styled } from '../report/console.ts';
import { runEventCatalog } from '../site/eventcatalog.ts';
import { whenAnswering } from '../site/when-answering.ts';
import { generate } from './generate.ts';
import type { ExitCode } from './generate.ts';

export interface DevOptions {
  readonly catalog: string;
  /** Show everything that EventCatalog prints. */
  readonly verbose: boolean;
}

/** Serves the site while it is written: a saved file makes the contracts that depend on it anew, and the page follows. */
export async function dev(options: DevOptions, console: Console, stop: AbortSignal): Promise<ExitCode> {
  const catalog = resolve(options.catalog);
  const step = (title: string) => console.err(`${styled(console, 'bold', title)}\n`);
  step('Generating contracts');
  await regenerate(catalog, console);
  step('Starting the site (this takes about ten seconds)');
  let isAnnounced = false;
  const run = runEventCatalog('dev', catalog, (line) => {
    if (options.verbose || isTrouble(line)) console.err(`    ${line}\n`);
    const address = /https?:\/\/localhost:\d+\S*/.exec(line)?.[0];
    if (address === undefined || isAnnounced) return;
    isAnnounced = true;
    void whenAnswering(address, stop).then((isAnswering) => {
      if (isAnswering) console.out(`The site answers at ${address} (Ctrl-C stops it).\n`);
    });
  });
  const closeWatch = watchCatalog(catalog, console);
  stop.addEventListener('abort', run.stop, { once: true });
  const code = await run.ended;
  await closeWatch();
  if (stop.aborted) return 0;
  console.err(
    `${run
      .lastLines()
      .map((line) => `    ${line}\n`)
      .join('')}EventCatalog ended (exit code ${code ?? 'none'}); its last lines are above.\n`,
  );
  return 2;
}

async function regenerate(catalog: string, console: Console): Promise<void> {
  // One faulty schema must not hold up the rest while somebody is at work on it.
  await generate({ catalog, out: undefined, check: false, keepGoing: true, verbose: false, noCache: false }, console);
}

/** Saving often comes in bursts: of an editor, of a switch of branches. */
const SETTLE_MILLISECONDS = 100;

function watchCatalog(catalog: string, console: Console): () => Promise<void> {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const flush = () => {
    const paths = [...changed].toSorted();
    changed.clear();
    console.err(
      `Saved ${printable(paths.slice(0, 3).join(', '))}${paths.length > 3 ? ` and ${paths.length - 3} more` : ''}\n`,
    );
    working = working
      .then(async () => regenerate(catalog, console))
      .catch((error: unknown) => console.err(`${error instanceof Error ? error.message : String(error)}\n`));
  };
  const watcher = watch(catalog, { ignoreInitial: true, ignored: (path) => isUnwatched(relative(catalog, path)) });
  watcher.on('all', (_event, path) => {
    const inside = relative(catalog, path).split(sep).join('/');
    if (!/\.(?:json|ya?ml|mdx?)$/i.test(inside)) return;
    changed.add(inside);
    clearTimeout(timer);
    timer = setTimeout(flush, SETTLE_MILLISECONDS);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await working;
  };
}

function isUnwatched(path: string): boolean {
  const segments = path.split(sep);
  return (
    segments.some((segment) => segment !== '' && isIgnoredFolder(segment)) ||
    segments[0] === 'public' ||
    segments[0] === 'tests'
  );
}

/** Astro 7 warns once a message of references from schemas to messages that it then resolves well. */
const FALSE_ALARM = /Invalid content reference: entry "schema:/;

function isTrouble(line: string): boolean {
  return /\berror\b/i.test(line) && !FALSE_ALARM.test(line);
}
