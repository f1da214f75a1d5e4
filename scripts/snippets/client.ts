import type { GeneratedFile } from '../model/generated-file.ts';
import type { Program } from './program.ts';
import type { Uncarriable } from './uncarriable.ts';

/** Which of the two programs: the one that sends a message, or the one that receives it. */
export type ProgramRole = 'producer' | 'consumer';

/** A file that an install line needs. */
export interface ProjectFile extends GeneratedFile {
  /** What stands around a comment on the first line: `// ` and nothing, `<!-- ` and ` -->`. Undefined: it has no comments. */
  readonly comment?: readonly [opening: string, closing: string];
}

/**
 * A Kafka client library that programs are written for. To add one, write `clients/<id>.ts` and add it to the list in
 * `clients/index.ts`; names, topic, key, headers and example come worked out in the `Program`.
 */
export interface SnippetClient {
  /** `kafka-python`: part of the file names, and the choice on the command line. */
  readonly id: string;
  /** `Python · kafka-python`: the name of its tab. */
  readonly label: string;
  /** The language's name for syntax highlighting: `python`, `ts`. */
  readonly language: string;
  /** Without the dot: `py`. */
  readonly extension: string;
  /** The version of the library that the programs were tried with, and that `install` pins. */
  readonly version: string;
  /** One line of shell that installs the library. */
  readonly install: string;
  /** One line of shell for each program, to be run in the directory that holds it. */
  readonly run: Readonly<Record<ProgramRole, string>>;
  /** Files that `install` needs in that directory, such as a `pom.xml`; the same for every message. */
  readonly projectFiles?: readonly ProjectFile[];
  /** What the programs of this client alone cannot carry unchanged: where there is anything, there are no such programs. */
  readonly uncarriable?: (program: Program) => readonly Uncarriable[];
  /** The text of the program that sends one record, waits for the acknowledgement, and ends. */
  readonly producer: (program: Program) => string;
  /** The text of the program that reads records until it is told to stop. */
  readonly consumer: (program: Program) => string;
}

/** `producer.kafka-python.py` */
export function programFile(role: ProgramRole, client: Pick<SnippetClient, 'id' | 'extension'>): string {
  return `${role}.${client.id}.${client.extension}`;
}
