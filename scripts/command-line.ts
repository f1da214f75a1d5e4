import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { policies } from './compare/decide.ts';
import { modes } from './compare/verdict.ts';
import { isCalendarDay } from './model/calendar-day.ts';
import { UserError } from './model/user-error.ts';
import type { Console } from './report/console.ts';
import { printable, wrap } from './report/console.ts';
import { build } from './commands/build.ts';
import type { BuildOptions } from './commands/build.ts';
import { compare, type CompareCommandOptions } from './commands/compare.ts';
import { compareBatch } from './commands/compare-batch.ts';
import { dev } from './commands/dev.ts';
import type { DevOptions } from './commands/dev.ts';
import { generate } from './commands/generate.ts';
import type { ExitCode } from './commands/generate.ts';
import { prove } from './commands/prove.ts';
import { review, type ReviewCommandOptions } from './commands/review.ts';
import { addStaleCommand } from './commands/stale-command.ts';
import type { Environment } from './prove/processes.ts';
import type { Reporter } from './report/reporter.ts';
import { reporters } from './report/reporters/index.ts';

/** Runs the program on its arguments (without `node` and the script) and says how it ended: 0 well, 1 faults, 2 could not run. */
export async function runCommandLine(
  argv: readonly string[],
  console: Console,
  stop: AbortSignal = new AbortController().signal,
  environment: Environment = {},
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = commandTree(console, stop, environment, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) console.err(`${wrap(printable(error.message), console.columns, '')}\n`);
    else
      console.err(
        `${error instanceof Error ? error.stack : String(error)}\nThis is a bug of ours: please report it with the lines above.\n`,
      );
    return 2;
  }
}

/** A flag that is not there is undefined. */
interface SiteFlags {
  readonly catalog: string;
  readonly verbose?: true;
}

interface GenerateFlags extends SiteFlags {
  readonly out?: string;
  readonly check?: true;
  readonly keepGoing?: true;
  readonly cache: boolean;
}

interface ProveFlags {
  readonly catalog: string;
  readonly out?: string;
  readonly all?: true;
  readonly message?: readonly string[];
  readonly client?: readonly string[];
  readonly pairs?: readonly string[];
  readonly check?: true;
  readonly brokerVersion?: string;
}

interface CompareFlags {
  readonly catalog: string;
  readonly mode: CompareCommandOptions['mode'];
  readonly policy: CompareCommandOptions['policy'];
  readonly format: CompareCommandOptions['output'];
  readonly formatAnnotation?: true;
  readonly verbose?: true;
  readonly batch?: string;
  readonly steps?: number;
  readonly deadline?: number;
}

function commandTree(
  console: Console,
  stop: AbortSignal,
  environment: Environment,
  onEnd: (code: ExitCode) => void,
): Command {
  const program = new Command('catalog')
    .description('Keeps an event catalog true: types, examples and programs, made from its schemas.')
    .configureOutput({
      writeOut: console.out,
      writeErr: console.err,
      getOutHelpWidth: () => console.columns,
      getErrHelpWidth: () => console.columns,
    })
    .showHelpAfterError('(catalog --help lists the commands and their options)')
    .exitOverride();
  program
    .command('generate')
    .description('write the contract of every message version: schema, types, example, programs')
    .option('--catalog <dir>', 'the EventCatalog directory', '.')
    .option('--out <dir>', 'where contracts go (default: public/contracts in the catalog)')
    .option('--check', 'write nothing; print what differs, and exit with 1 if anything does')
    .option('--keep-going', 'write the sound contracts although others have errors; those keep what they had')
    .option('--no-cache', 'render everything anew')
    .option('--verbose', 'list every info')
    .action(async ({ catalog, out, check, keepGoing, verbose, cache }: GenerateFlags) => {
      const flags = { check: check === true, keepGoing: keepGoing === true, verbose: verbose === true };
      onEnd(await generate({ catalog, out, ...flags, noCache: !cache }, console, stop));
    });
  program
    .command('prove')
    .description('run the programs against a real Kafka, and record which ones passed')
    .option('--catalog <dir>', 'the EventCatalog directory', '.')
    .option('--out <dir>', 'where the contracts are (default: public/contracts in the catalog)')
    .option('--all', 'run also what the record has already')
    .option('--message <id...>', 'only these messages, as id or id@version')
    .option('--client <id...>', 'only these client libraries')
    .option('--pairs <id...>', 'of these messages, run every producer against every consumer')
    .option('--check', 'write nothing; exit with 1 if the record is not what the runs show')
    .option('--broker-version <version>', 'of the Kafka that KAFKA_BOOTSTRAP_SERVERS names, for the record')
    .action(async ({ catalog, out, all, message, client, pairs, check, brokerVersion }: ProveFlags) => {
      const choice = { all: all === true, messages: message ?? [], clients: client ?? [], pairs: pairs ?? [] };
      const options = { catalog, out, ...choice, check: check === true, brokerVersion };
      onEnd(await prove(options, console, environment, stop));
    });
  addCompareCommand(program, console, onEnd);
  addReviewCommand(program, console, environment, onEnd);
  addStaleCommand(program, console, stop, environment, onEnd);
  addSiteCommand(program, 'dev', 'serve the site, and follow what is saved', async (options) =>
    onEnd(await dev(options, console, stop)),
  );
  addSiteCommand(program, 'build', 'generate, check that all is fresh, and build the static site', async (options) =>
    onEnd(await build(options, console, stop)),
  );
  return program;
}

function addSiteCommand(
  program: Command,
  name: string,
  description: string,
  run: (options: BuildOptions & DevOptions) => Promise<void>,
): void {
  program
    .command(name)
    .description(description)
    .option('--catalog <dir>', 'the EventCatalog directory', '.')
    .option('--verbose', 'show everything that EventCatalog prints')
    .action(async ({ catalog, verbose }: SiteFlags) => run({ catalog, verbose: verbose === true }));
}

function addCompareCommand(program: Command, console: Console, onEnd: (code: ExitCode) => void): void {
  program
    .command('compare')
    .description('say what a changed schema breaks: BEFORE AFTER (two files), or a message and two of its versions')
    .argument('[operands...]', 'BEFORE AFTER, or MESSAGE VERSION VERSION')
    .option('--catalog <dir>', 'the EventCatalog directory', '.')
    .addOption(new Option('--mode <mode>', 'which direction must hold').choices(modes).default('BACKWARD'))
    .addOption(
      new Option('--policy <policy>', 'what writers write and readers take').choices(policies).default('declared'),
    )
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .option('--format-annotation', 'let the keyword "format" refuse nothing')
    .option('--verbose', 'list every change, however many of one kind there are')
    .option('--batch <file>', 'compare pairs: one {"id", "before", "after"} a line in, one line of JSON out for each')
    .option('--steps <number>', 'how far to search before a verdict is left unknown', positive)
    .option('--deadline <ms>', 'stop a pair after so many milliseconds; verdicts then depend on the machine', positive)
    .action(async (operands: readonly string[], flags: CompareFlags) => {
      const { catalog, mode, policy, format, formatAnnotation, verbose, batch, steps, deadline } = flags;
      const formats: CompareCommandOptions['formats'] = formatAnnotation === true ? 'annotation' : 'assertion';
      const choice = { operands, catalog, mode, policy, formats, steps, deadline };
      const options = { ...choice, output: format, verbose: verbose === true };
      onEnd(await (batch === undefined ? compare(options, console) : compareBatch(batch, options, console)));
    });
}

function addReviewCommand(
  program: Command,
  console: Console,
  environment: Environment,
  onEnd: (code: ExitCode) => void,
): void {
  const format = new Option('--format <id>', 'how to print the review').choices(reporters.map(({ id }) => id));
  program
    .command('review')
    .description('say what a change of the catalog breaks, for whom, and with which payload; from git alone')
    .requiredOption('--base <ref>', 'what the change is to be merged into, such as origin/main')
    .option('--head <ref>', 'the change (default: the files as they lie on disk)')
    .option('--catalog <dir>', 'the EventCatalog directory', '.')
    .addOption(format.default('terminal'))
    .option('--write <id=file>', 'write it in another format to a file, too; may be repeated', collectFiles, [])
    .option('--today <day>', 'the day on which waivers and promises are looked at (default: today, UTC)', calendarDay)
    .option('--verbose', 'list every change, however many of one kind there are')
    .action(async ({ catalog, base, head, format: id, write, today, verbose }: ReviewFlags) => {
      const options = { catalog, base, head, reporter: reporterOf(id), files: write, verbose: verbose === true };
      const day = today ?? new Date().toISOString().slice(0, 10);
      onEnd(await review({ ...options, today: day }, console, environment));
    });
}

interface ReviewFlags {
  readonly catalog: string;
  readonly base: string;
  readonly head?: string;
  readonly format: string;
  readonly write: ReviewCommandOptions['files'];
  readonly today?: string;
  readonly verbose?: true;
}

function reporterOf(id: string): Reporter {
  const found = reporters.find((reporter) => reporter.id === id);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`There is no format ${id}. There are ${reporters.map((one) => one.id).join(', ')}.`);
}

function collectFiles(text: string, files: ReviewCommandOptions['files']): ReviewCommandOptions['files'] {
  const [id = '', ...file] = text.split('=');
  if (file.join('=') === '') throw new InvalidArgumentError('Expected a format and a file: markdown=review.md.');
  return [...files, { reporter: reporterOf(id), file: file.join('=') }];
}

function calendarDay(text: string): string {
  if (!isCalendarDay(text)) throw new InvalidArgumentError('Expected a day such as 2026-12-31.');
  return text;
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected a whole number above 0.');
  return value;
}
