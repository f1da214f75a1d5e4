import type { CurrentProgram, ProvenRun } from '../contract/proof.ts';
import type { SnippetClient } from '../snippets/client.ts';
import type { MessageToProve } from './messages-to-prove.ts';

/** What to run. */
export interface RowChoice {
  /** Run also what the record has already. */
  readonly all: boolean;
  /** Ids, or ids with a version as in `OutOfStock@0.0.4`; all messages where none is named. */
  readonly messages: readonly string[];
  /** Ids of clients; all where none is named. */
  readonly clients: readonly string[];
  /** Ids of messages of whose latest version every producer runs against every consumer. */
  readonly pairs: readonly string[];
}

/** One start of a consumer, and the producers that run against it. */
export interface ProofRow {
  readonly message: MessageToProve;
  readonly consumer: SnippetClient;
  readonly producers: readonly SnippetClient[];
}

/** The runs that are asked for, without those that the record has, unless all are. */
export function rowsToRun(
  messages: readonly MessageToProve[],
  clients: readonly SnippetClient[],
  known: readonly ProvenRun[],
  programs: readonly CurrentProgram[],
  choice: RowChoice,
): readonly ProofRow[] {
  const proven = new Set(known.map((run) => pairKey(run.message, run.producer.client, run.consumer.client)));
  const complete = new Map(
    messages.map(({ key }) => [
      key,
      clients.filter((client) =>
        (['producer', 'consumer'] as const).every((role) =>
          programs.some((program) => program.message === key && program.client === client.id && program.role === role),
        ),
      ),
    ]),
  );
  return messages
    .filter(({ id, key }) => choice.messages.length === 0 || [id, key].some((name) => choice.messages.includes(name)))
    .flatMap((message) => {
      const able = (complete.get(message.key) ?? []).filter(
        ({ id }) => choice.clients.length === 0 || choice.clients.includes(id),
      );
      const isCrossed = message.isLatest && choice.pairs.includes(message.id);
      return able.map((consumer) => ({
        message,
        consumer,
        producers: able
          .filter((producer) => isCrossed || producer === consumer)
          .filter((producer) => choice.all || !proven.has(pairKey(message.key, producer.id, consumer.id))),
      }));
    })
    .filter(({ producers }) => producers.length > 0);
}

function pairKey(message: string, producer: string, consumer: string): string {
  return JSON.stringify([message, producer, consumer]);
}
