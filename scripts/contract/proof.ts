import { isJsonArray, isJsonObject, ownValue, type JsonValue } from '../model/json.ts';

/** The file of the record, in the folder of all contracts. `catalog generate` leaves it alone. */
export const proofFile = 'proof.json';

/** A program as it was when it ran. */
export interface ProvenProgram {
  readonly client: string;
  /** Of the client library. */
  readonly version: string;
  readonly sha256: string;
}

/** A run that passed: this producer sent a message to a broker, and this consumer received it. */
export interface ProvenRun {
  /** `OutOfStock@0.0.4` */
  readonly message: string;
  readonly producer: ProvenProgram;
  readonly consumer: ProvenProgram;
  /** The version of Apache Kafka. */
  readonly broker: string;
}

/** The programs that a catalog has now: message, role and client to what they are. */
export interface CurrentProgram extends ProvenProgram {
  readonly message: string;
  readonly role: 'producer' | 'consumer';
  /** Relative to the folder of all contracts. */
  readonly path: string;
}

/** Reads a record. What is not as it should be counts as not there: it then has to be proven again. */
export function readProof(text: string | undefined): readonly ProvenRun[] {
  const runs = ownMember(parsed(text ?? ''), 'runs');
  return isJsonArray(runs) ? runs.map(readRun).filter((run) => run !== undefined) : [];
}

/** The text of a record: the same runs give the same bytes. */
export function renderProof(runs: readonly ProvenRun[]): string {
  const sorted = [...new Map(runs.map((run) => [runKey(run), run]))].toSorted(([left], [right]) =>
    left < right ? -1 : 1,
  );
  const lines = sorted.map(([, { message, producer, consumer, broker }]) =>
    JSON.stringify({ message, broker, producer: ordered(producer), consumer: ordered(consumer) }),
  );
  const comment = JSON.stringify('Written by "catalog prove", and only by a run that passed; do not edit.');
  return `{\n  "$comment": ${comment},\n  "runs": [${lines.map((line) => `\n    ${line}`).join(',')}\n  ]\n}\n`;
}

/** The runs whose two programs are still as they were. */
export function runsThatHold(runs: readonly ProvenRun[], programs: readonly CurrentProgram[]): readonly ProvenRun[] {
  const current = new Set(programs.map((program) => programKey(program.message, program.role, program)));
  return runs.filter(
    ({ message, producer, consumer }) =>
      current.has(programKey(message, 'producer', producer)) && current.has(programKey(message, 'consumer', consumer)),
  );
}

/** The programs of which the record has no run. */
export function notYetRun(runs: readonly ProvenRun[], programs: readonly CurrentProgram[]): readonly CurrentProgram[] {
  const proven = new Set(
    runsThatHold(runs, programs).flatMap(({ message, producer, consumer }) => [
      programKey(message, 'producer', producer),
      programKey(message, 'consumer', consumer),
    ]),
  );
  return programs.filter((program) => !proven.has(programKey(program.message, program.role, program)));
}

/** The programs that an index lists. */
export function programsOf(index: string | undefined): readonly CurrentProgram[] {
  const whole = parsed(index ?? '');
  const versions = new Map(
    listAt(whole, 'clients').map((client) => [textAt(client, 'id'), textAt(client, 'version')] as const),
  );
  return listAt(whole, 'messages').flatMap((message) =>
    listAt(message, 'versions').flatMap((version) =>
      listAt(version, 'files').flatMap((file): CurrentProgram[] => {
        const role = textAt(file, 'role');
        if (role !== 'producer' && role !== 'consumer') return [];
        const client = textAt(file, 'client');
        const own = { client, version: versions.get(client) ?? '', sha256: textAt(file, 'sha256') };
        return [{ message: textAt(version, 'key'), role, path: textAt(file, 'path'), ...own }];
      }),
    ),
  );
}

function ordered({ client, version, sha256 }: ProvenProgram): ProvenProgram {
  return { client, version, sha256 };
}

function runKey({ message, producer, consumer }: ProvenRun): string {
  return JSON.stringify([message, producer.client, consumer.client]);
}

function programKey(message: string, role: string, { client, version, sha256 }: ProvenProgram): string {
  return JSON.stringify([message, role, client, version, sha256]);
}

function readRun(value: JsonValue): ProvenRun | undefined {
  const [producer, consumer] = [readProgram(value, 'producer'), readProgram(value, 'consumer')];
  const [message, broker] = [textAt(value, 'message'), textAt(value, 'broker')];
  if (producer === undefined || consumer === undefined || message === '' || broker === '') return undefined;
  return { message, producer, consumer, broker };
}

function readProgram(run: JsonValue, role: string): ProvenProgram | undefined {
  const value = ownMember(run, role);
  const [client, version, sha256] = [textAt(value, 'client'), textAt(value, 'version'), textAt(value, 'sha256')];
  return [client, version, sha256].includes('') ? undefined : { client, version, sha256 };
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function ownMember(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(value) ? ownValue(value, name) : undefined;
}

function listAt(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const list = ownMember(value, name);
  return isJsonArray(list) ? list : [];
}

function textAt(value: JsonValue | undefined, name: string): string {
  const text = ownMember(value, name);
  return typeof text === 'string' ? text : '';
}
