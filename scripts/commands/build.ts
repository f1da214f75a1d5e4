import { resolve } from 'node:path';
import type { Console } from '../report/console.ts';
import { styled } from '../report/console.ts';
import { runEventCatalog } from '../site/eventcatalog.ts';
import { mendSite } from '../site/mend-site.ts';
import { generate } from './generate.ts';
import type { ExitCode, GenerateOptions } from './generate.ts';

export interface BuildOptions {
  readonly catalog: string;
  /** Show everything that EventCatalog prints. */
  readonly verbose: boolean;
}

/** Generates, proves that what was generated is what the schemas say, and builds the site. */
export async function build(options: BuildOptions, console: Console, stop: AbortSignal): Promise<ExitCode> {
  const generating: GenerateOptions = {
    catalog: options.catalog,
    out: undefined,
    check: false,
    keepGoing: false,
    verbose: false,
    noCache: false,
  };
  const step = (title: string) => console.err(`${styled(console, 'bold', title)}\n`);
  step('1/3 Generating contracts');
  const generated = await generate(generating, console, stop);
  if (generated !== 0) return generated;
  step('2/3 Checking that they are fresh');
  const checked = await generate({ ...generating, check: true }, console, stop);
  if (checked !== 0) return checked;
  step('3/3 Building the site');
  return buildSite(resolve(options.catalog), options.verbose, console, stop);
}

async function buildSite(catalog: string, isVerbose: boolean, console: Console, stop: AbortSignal): Promise<ExitCode> {
  let folder: string | undefined;
  const run = runEventCatalog('build', catalog, (line) => {
    folder = /\[build\] directory: (.+)$/.exec(line)?.[1] ?? folder;
    if (isVerbose || isMilestone(line)) console.err(`    ${line}\n`);
  });
  stop.addEventListener('abort', run.stop, { once: true });
  const code = await run.ended;
  if (code === 0) {
    if (folder !== undefined) mendSite(folder);
    console.out('The site is built.\n');
    return 0;
  }
  if (!isVerbose)
    console.err(
      run
        .lastLines()
        .map((line) => `    ${line}\n`)
        .join(''),
    );
  console.err(`EventCatalog could not build the site (exit code ${code ?? 'none'}); its last lines are above.\n`);
  return 2;
}

function isMilestone(line: string): boolean {
  return /page\(s\) built|\[build\] (?:Collecting|Building|Rearranging|Complete)|Synced content|prerendering static routes/.test(
    line,
  );
}
