import type { GeneratedFile } from '../model/generated-file.ts';
import { programFile, type ProjectFile, type SnippetClient } from './client.ts';
import type { Program } from './program.ts';
import type { Uncarriable } from './uncarriable.ts';

/** Why a client has no programs for a message version. */
export interface RefusedClient extends Uncarriable {
  readonly client: SnippetClient;
}

export interface RenderedSnippets {
  /** The paths are file names only. */
  readonly files: readonly GeneratedFile[];
  readonly refused: readonly RefusedClient[];
}

/** The programs of one message version in every client library. */
export function renderSnippets(program: Program, clients: readonly SnippetClient[]): RenderedSnippets {
  const refused = clients.flatMap((client) =>
    (client.uncarriable?.(program) ?? []).map((uncarriable) => ({ client, ...uncarriable })),
  );
  const able = clients.filter((client) => refused.every((refusal) => refusal.client !== client));
  return {
    files: able.flatMap((client) => [
      { path: programFile('producer', client), content: client.producer(program) },
      { path: programFile('consumer', client), content: client.consumer(program) },
      ...(client.projectFiles ?? []).map((file) => withProvenance(file, program)),
    ]),
    refused,
  };
}

function withProvenance({ path, content, comment }: ProjectFile, { provenance }: Program): GeneratedFile {
  return { path, content: comment === undefined ? content : `${comment.join(provenance)}\n${content}` };
}
