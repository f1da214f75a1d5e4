import type { GeneratedFile } from '../model/generated-file.ts';
import { programFile } from './client.ts';
import { clients } from './clients/index.ts';
import type { Program } from './program.ts';

/** The programs of one message version in every client library; the paths are file names only. */
export function renderSnippets(program: Program): readonly GeneratedFile[] {
  return clients.flatMap((client) => [
    { path: programFile('producer', client), content: client.producer(program) },
    { path: programFile('consumer', client), content: client.consumer(program) },
  ]);
}
