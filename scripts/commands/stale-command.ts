import { Option, type Command } from 'commander';
import type { GitEnvironment } from '../catalog/git-repository.ts';
import type { Console } from '../report/console.ts';
import { failures } from '../stale/stale-report.ts';
import type { ExitCode } from './generate.ts';
import { stale, staleFormats, type StaleCommandOptions } from './stale.ts';

/** `catalog stale` and its flags. */
export function addStaleCommand(
  program: Command,
  console: Console,
  stop: AbortSignal,
  environment: GitEnvironment,
  onEnd: (code: ExitCode) => void,
): void {
  program
    .command('stale')
    .description('find what was copied out of contracts, and say which copies are out of date and what moving breaks')
    .argument('<paths...>', 'files and folders, such as the repository of a service')
    .option('--catalog <dir>', 'the EventCatalog directory', '.')
    .addOption(
      new Option('--fail-on <what>', 'exit with 1 for what is behind, or what moving breaks')
        .choices(failures)
        .default('breaking'),
    )
    .addOption(new Option('--format <format>', 'how to print the report').choices(staleFormats).default('text'))
    .action(async (paths: readonly string[], { catalog, failOn, format }: StaleFlags) => {
      onEnd(await stale({ paths, catalog, failOn, format }, console, environment, stop));
    });
}

type StaleFlags = Pick<StaleCommandOptions, 'catalog' | 'failOn' | 'format'>;
