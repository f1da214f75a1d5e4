import { isJsonObject } from '../model/json.ts';
import type { GeneratedFile } from '../model/generated-file.ts';
import type { Validator } from '../schema/validate.ts';
import type { SnippetClient } from '../snippets/client.ts';
import type { Program } from '../snippets/program.ts';
import type { Broker } from './broker.ts';
import { lineFault, receivedStart, recordFault } from './judge-record.ts';
import { runProgram, startProgram, type Ended, type Environment, type RunningProgram } from './processes.ts';
import { openTopic, type SeenRecord, type TopicWitness } from './topic-witness.ts';
import { runFolder, type Workspace } from './workspace.ts';

/** A message version whose programs are run. */
export interface ProvenMessage {
  readonly program: Program;
  /** The files of its contract as they stand, with their names in its folder. */
  readonly files: readonly GeneratedFile[];
  readonly faults: Validator['faults'];
}

/** A client whose library is installed. */
export interface InstalledClient {
  readonly client: SnippetClient;
  readonly workspace: Workspace;
}

/** One producer against one consumer. */
export interface Cell {
  readonly key: string;
  readonly producer: SnippetClient;
  readonly consumer: SnippetClient;
  /** What went wrong, with the program's own output; undefined when it passed. */
  readonly fault: string | undefined;
}

const PRODUCER_TIME = 90_000;
const CONSUMER_TIME = 60_000;
const STOP_TIME = 20_000;

/** What a later version of a message may bring. */
const FUTURE_FIELD = 'catalog-prove-future-field';

/**
 * Starts the consumer of one client, runs producers one after the other, and looks at each record twice: in the topic,
 * and in what the consumer makes of it. Before them comes a record of another message, after them one with a field that
 * nobody knows; then Ctrl-C.
 */
export async function proveConsumer(
  message: ProvenMessage,
  consumer: InstalledClient,
  producers: readonly InstalledClient[],
  broker: Broker,
  stop: AbortSignal,
): Promise<readonly Cell[]> {
  const { program } = message;
  const environment = { KAFKA_BOOTSTRAP_SERVERS: broker.servers };
  const place = await runFolder(consumer.workspace, message.files);
  const witness = await openTopic(broker, program.topic, program.group).catch(async (error: unknown) => {
    await place.remove();
    throw error;
  });
  const running = startProgram(
    inPlaceOfShell(consumer.client.run.consumer),
    place.folder,
    { ...consumer.workspace.environment, ...environment },
    stop,
  );
  const cells: Cell[] = [];
  try {
    await witness.send({ key: null, value: '{"other":true}', headers: [['message-type', 'catalog-prove-other']] });
    for (const [index, producer] of producers.entries()) {
      const fault = await cellFault(message, { producer, running, witness, environment, index }, stop);
      cells.push({ key: program.key, producer: producer.client, consumer: consumer.client, fault });
    }
    const last = await futureFault(message, running, witness, producers.length);
    const ended = await running.interrupt(STOP_TIME);
    const fault = last ?? endFault(ended, program, cells.length);
    if (fault === undefined) return cells;
    const whole = withOutput(`${consumer.client.label}, consumer: ${fault}`, ended);
    return cells.map((cell) => ({ ...cell, fault: cell.fault ?? whole }));
  } finally {
    await running.interrupt(STOP_TIME);
    await witness.close();
    await place.remove();
  }
}

interface CellRun {
  readonly producer: InstalledClient;
  readonly running: RunningProgram;
  readonly witness: TopicWitness;
  readonly environment: Environment;
  /** How many producers have run before. */
  readonly index: number;
}

async function cellFault(message: ProvenMessage, run: CellRun, stop: AbortSignal): Promise<string | undefined> {
  const { producer, running, witness, environment, index } = run;
  const place = await runFolder(producer.workspace, message.files);
  try {
    const sent = await runProgram(
      inPlaceOfShell(producer.client.run.producer),
      place.folder,
      { ...producer.workspace.environment, ...environment },
      stop,
      PRODUCER_TIME,
    );
    const fail = (fault: string) => withOutput(`${producer.client.label}, producer: ${fault}`, sent);
    if (sent.code !== 0) return fail(`it ended with exit code ${sent.code}`);
    const record = await witness.recordAt(index + 1, 10_000);
    if (record === undefined) return fail('no record came to the topic');
    const fault = recordFault(record, message.program, message.faults, Date.now());
    return fault === undefined ? await receivedFault(message.program, running, record, index) : fail(fault);
  } finally {
    await place.remove();
  }
}

async function receivedFault(
  program: Program,
  running: RunningProgram,
  record: SeenRecord,
  index: number,
  unknown: readonly string[] = [],
): Promise<string | undefined> {
  const start = receivedStart(program);
  const hasCome = await running.waitForLines(start, index + 1, CONSUMER_TIME);
  const line = running.lines().filter((candidate) => candidate.startsWith(start))[index];
  if (!hasCome || line === undefined) {
    const ended = await running.interrupt(STOP_TIME);
    return withOutput('consumer: it did not receive the record', ended);
  }
  return lineFault(line, record, program, unknown);
}

/** A field that the consumer does not know must not break it. */
async function futureFault(
  { program }: ProvenMessage,
  running: RunningProgram,
  witness: TopicWitness,
  index: number,
): Promise<string | undefined> {
  const { example, headers } = program;
  const value = JSON.stringify(isJsonObject(example) ? { ...example, [FUTURE_FIELD]: [1] } : example);
  await witness.send({ key: null, value, headers });
  const record = await witness.recordAt(index + 1, 10_000);
  if (record === undefined) return 'the record with an unknown field did not come to the topic';
  const fault = await receivedFault(program, running, record, index, [FUTURE_FIELD]);
  return fault === undefined ? undefined : `with an unknown field in the record, ${fault}`;
}

function endFault({ code, out }: Ended, program: Program, count: number): string | undefined {
  const received = out.split('\n').filter((line) => line.startsWith(receivedStart(program))).length;
  if (received !== count + 1) return `it received ${received} records instead of ${count + 1}`;
  return code === 0 ? undefined : `on Ctrl-C it ended with exit code ${code ?? 'none: it had to be killed'}`;
}

function withOutput(fault: string, { out, err }: Ended): string {
  const said = [err, out].map((text) => text.trim()).filter((text) => text !== '');
  return said.length === 0 ? `${fault}. It said nothing.` : `${fault}. It said:\n${said.join('\n').slice(-4000)}`;
}

/** As in a terminal, where Ctrl-C goes to the program: the last command of the line takes the place of the shell. */
function inPlaceOfShell(command: string): string {
  const commands = command.split(' && ');
  return commands.with(-1, `exec ${commands.at(-1)}`).join(' && ');
}
