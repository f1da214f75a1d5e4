import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { diskTree } from '../catalog/disk-tree.ts';
import { programsOf, proofFile, readProof, renderProof, runsThatHold } from '../contract/proof.ts';
import type { CurrentProgram, ProvenProgram, ProvenRun } from '../contract/proof.ts';
import { readContract } from '../contract/read-contract.ts';
import { UserError } from '../model/user-error.ts';
import { contractCache } from '../output/contract-cache.ts';
import { contractOwnership } from '../output/contract-ownership.ts';
import { outputFolder, type OutputFolder } from '../output/output-folder.ts';
import { planOutput } from '../output/plan-output.ts';
import { sharedBroker, startBroker, type Broker } from '../prove/broker.ts';
import type { Environment } from '../prove/processes.ts';
import { proveConsumer, type Cell, type InstalledClient } from '../prove/prove-consumer.ts';
import { installClient } from '../prove/workspace.ts';
import { printable, wrap, type Console } from '../report/console.ts';
import { clientNames, outcomeTable, type Outcome } from '../report/proof-text.ts';
import type { SnippetClient } from '../snippets/client.ts';
import { clients } from '../snippets/clients/index.ts';
import type { ExitCode } from './generate.ts';
import { messagesToProve } from './messages-to-prove.ts';
import { rowsToRun, type ProofRow, type RowChoice } from './proof-rows.ts';
import { renderCatalog } from './render-catalog.ts';

export interface ProveOptions extends RowChoice {
  /** The EventCatalog directory. */
  readonly catalog: string;
  /** Where the contracts are; `public/contracts` in the catalog where it is not said. */
  readonly out: string | undefined;
  /** Write nothing; fail if the record is not what these runs would write. */
  readonly check: boolean;
  /** The version of the broker that `KAFKA_BOOTSTRAP_SERVERS` names. */
  readonly brokerVersion: string | undefined;
}

/** Runs programs against a real Kafka, and writes down which ones passed. */
export async function prove(
  options: ProveOptions,
  console: Console,
  environment: Environment,
  stop: AbortSignal,
): Promise<ExitCode> {
  const catalog = resolve(options.catalog);
  const folder = outputFolder(resolve(options.out ?? join(catalog, 'public', 'contracts')));
  const existing = await folder.readAll();
  await refuseStale(catalog, existing);
  const programs = programsOf(existing.get('index.json'));
  const known = runsThatHold(readProof(existing.get(proofFile)), programs);
  const messages = await messagesToProve(diskTree(catalog), existing);
  refuseUnknown(options, messages);
  const rows = rowsToRun(messages, clients, known, programs, options);
  if (rows.length === 0) console.out('The programs that were asked for have all been run as they stand.\n');
  const { cells, version } = await runRows(rows, options, console, environment, stop);
  const failed = cells.filter(({ fault }) => fault !== undefined);
  for (const { key, producer, consumer, fault = '' } of failed)
    console.err(`\nFAILED  ${printable(`${key}: ${producer.id} to ${consumer.id}\n${fault}`)}\n`);
  if (rows.length > 0) console.out(summary(cells, version));
  if (failed.length > 0) {
    console.out('Nothing was written.\n');
    return 1;
  }
  if (version === undefined) {
    console.out(
      `${wrap('Nothing was written: the record says which Kafka it was. Name the version of yours with --broker-version.', console.columns, '')}\n`,
    );
    return 0;
  }
  const runs = cells.flatMap((cell) => provenRun(cell, programs, version) ?? []);
  return keepRecord(renderProof([...known, ...runs]), existing.get(proofFile), options.check, folder, console);
}

/** What runs is what stands in the folder: so that has to be what the catalog says. */
async function refuseStale(catalog: string, existing: ReadonlyMap<string, string>): Promise<void> {
  const cache = await contractCache(catalog, readContract);
  const { files } = await renderCatalog(diskTree(catalog), cache, () => undefined, existing.get('index.json'));
  const { changes, inTheWay } = planOutput(files, existing, contractOwnership(existing));
  const [first] = [...changes, ...inTheWay];
  if (first === undefined) return;
  throw new UserError(
    `${first.path} is not as the schemas have it. Run \`catalog generate\` first: programs are run as they stand.`,
  );
}

function refuseUnknown(
  options: ProveOptions,
  messages: readonly { readonly id: string; readonly key: string }[],
): void {
  const known = new Set(messages.flatMap(({ id, key }) => [id, key]));
  const message = [...options.messages, ...options.pairs].find((name) => !known.has(name));
  if (message !== undefined)
    throw new UserError(`There is no message ${message} with programs. Name one by its id, or as id@version.`);
  const client = options.clients.find((name) => clients.every(({ id }) => id !== name));
  if (client !== undefined)
    throw new UserError(`There is no client ${client}. The clients are ${clients.map(({ id }) => id).join(', ')}.`);
}

interface Proof {
  readonly cells: readonly Cell[];
  /** Of the broker; undefined when nobody knows. */
  readonly version: string | undefined;
}

async function runRows(
  rows: readonly ProofRow[],
  options: ProveOptions,
  console: Console,
  environment: Environment,
  stop: AbortSignal,
): Promise<Proof> {
  const servers = environment['KAFKA_BOOTSTRAP_SERVERS'];
  if (rows.length === 0) return { cells: [], version: 'any' };
  const cache = join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'catalog-prove');
  const installed = await installAll(rows, cache, environment, console, stop);
  console.err(servers ? `Using the broker at ${printable(servers)}\n` : 'Starting Apache Kafka\n');
  const broker = servers ? sharedBroker(servers, options.brokerVersion) : await startBroker(cache, environment, stop);
  try {
    return { cells: await cellsOf(rows, installed, broker, console, stop), version: broker.version };
  } finally {
    await broker.stop();
  }
}

async function installAll(
  rows: readonly ProofRow[],
  cache: string,
  environment: Environment,
  console: Console,
  stop: AbortSignal,
): Promise<ReadonlyMap<SnippetClient, InstalledClient>> {
  const installed = new Map<SnippetClient, InstalledClient>();
  for (const client of new Set(rows.flatMap(({ consumer, producers }) => [consumer, ...producers]))) {
    console.err(`Installing ${client.label}\n`);
    installed.set(client, { client, workspace: await installClient(client, cache, environment, stop) });
  }
  return installed;
}

async function cellsOf(
  rows: readonly ProofRow[],
  installed: ReadonlyMap<SnippetClient, InstalledClient>,
  broker: Broker,
  console: Console,
  stop: AbortSignal,
): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const { message, consumer, producers } of rows) {
    if (stop.aborted) throw new UserError('Stopped. Nothing was written.');
    const [reader, ...writers] = [consumer, ...producers].map((client) => installed.get(client));
    if (reader === undefined) continue;
    const able = writers.filter((writer) => writer !== undefined);
    for (const cell of await proveConsumer(message, reader, able, broker, stop)) {
      const outcome = cell.fault === undefined ? 'ok' : 'FAILED';
      console.err(`${outcome}  ${printable(cell.key)}  ${cell.producer.id} to ${cell.consumer.id}\n`);
      cells.push(cell);
    }
  }
  if (stop.aborted) throw new UserError('Stopped. Nothing was written.');
  return cells;
}

function summary(cells: readonly Cell[], version: string | undefined): string {
  const ids = clients.map(({ id }) => id);
  const keys = [...new Set(cells.map(({ key }) => key))];
  const outcome = (key: string, producer: string, consumer: string): Outcome => {
    const cell = cells.find((one) => one.key === key && one.producer.id === producer && one.consumer.id === consumer);
    return cell === undefined ? undefined : cell.fault === undefined ? 'ok' : 'FAIL';
  };
  const own = outcomeTable('The programs of each client, against each other', keys, ids, (row, column) =>
    outcome(keys[row] ?? '', ids[column] ?? '', ids[column] ?? ''),
  );
  const crossed = keys.filter((key) => cells.some((cell) => cell.key === key && cell.producer !== cell.consumer));
  const pairs = crossed.map((key) =>
    outcomeTable(
      `${printable(key)}: each producer (row) against each consumer (column)`,
      clientNames(ids),
      ids,
      (row, column) => outcome(key, ids[row] ?? '', ids[column] ?? ''),
    ),
  );
  const names = clientNames(ids).join('\n  ');
  const passed = cells.filter(({ fault }) => fault === undefined).length;
  const kafka = version === undefined ? 'the Kafka at KAFKA_BOOTSTRAP_SERVERS' : `Apache Kafka ${version}`;
  return `\n${own}\n  ${names}\n\n${pairs.map((table) => `${table}\n`).join('')}${passed} of ${cells.length} runs passed against ${kafka}.\n`;
}

function provenRun(
  { key, producer, consumer }: Cell,
  programs: readonly CurrentProgram[],
  broker: string,
): ProvenRun | undefined {
  const find = (role: 'producer' | 'consumer', client: string): ProvenProgram | undefined =>
    programs.find((program) => program.message === key && program.role === role && program.client === client);
  const [sent, received] = [find('producer', producer.id), find('consumer', consumer.id)];
  return sent === undefined || received === undefined
    ? undefined
    : { message: key, producer: sent, consumer: received, broker };
}

async function keepRecord(
  text: string,
  before: string | undefined,
  isCheck: boolean,
  folder: OutputFolder,
  console: Console,
): Promise<ExitCode> {
  if (text === before) {
    console.out(`${proofFile} says so already.\n`);
    return 0;
  }
  if (isCheck) {
    console.out(`${proofFile} is not what these runs show. Run \`catalog prove\` and commit what it writes.\n`);
    return 1;
  }
  const kind = before === undefined ? 'create' : 'update';
  await folder.apply([{ kind, path: proofFile, before: before ?? '', after: text }]);
  console.out(`Written to ${proofFile}.\n`);
  return 0;
}
