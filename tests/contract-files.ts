import { programFile, type SnippetClient } from '../scripts/snippets/client.ts';
import { clients } from '../scripts/snippets/clients/index.ts';

/** The names of the files in one contract, sorted: they follow the list of clients. */
export const contractFiles: readonly string[] = [
  'example.json',
  'fields.json',
  'schema.json',
  'types.d.ts',
  'payload_types.py',
  ...clients.flatMap((client: SnippetClient) => [
    programFile('producer', client),
    programFile('consumer', client),
    ...(client.projectFiles ?? []).map(({ path }) => path),
  ]),
].toSorted();
