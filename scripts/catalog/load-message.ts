import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { isJsonObject } from '../model/json.ts';
import type { MessageKind, MessageVersion } from '../model/message.ts';
import { messageKey } from '../model/message.ts';
import type { FileTree } from './file-tree.ts';
import type { Identity } from './identity.ts';
import { loadExamples } from './load-examples.ts';
import { loadMessageSchema } from './load-schema.ts';
import { ownersOf } from './page.ts';
import type { Page } from './page.ts';
import { readPointers } from './pointers.ts';
import { readPageCompatibility, readWaivers } from './read-compatibility.ts';
import { readKafka } from './read-kafka.ts';
import { resolveChannel } from './resolve-channels.ts';
import type { KnownChannels } from './resolve-channels.ts';
import { uniqueChannels } from './resolve-participants.ts';
import type { Traffic } from './resolve-participants.ts';
import type { SchemaLibrary } from './schema-library.ts';

/** What loading one message needs to know of the rest of the catalog. */
export interface MessageContext {
  readonly tree: FileTree;
  readonly library: SchemaLibrary;
  /** Files of examples, by the folder that they belong to. */
  readonly examples: ReadonlyMap<string, readonly string[]>;
  readonly pathSet: ReadonlySet<string>;
  readonly channels: KnownChannels;
  readonly traffic: ReadonlyMap<string, Traffic>;
  readonly isLatest: (message: Pick<Identity, 'id' | 'version'>) => boolean;
}

export interface LoadedMessage {
  readonly message: MessageVersion;
  readonly isSchemaBroken: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const KIND: Readonly<Record<string, MessageKind>> = { events: 'event', commands: 'command', queries: 'query' };

export async function loadMessage(
  identified: Identity & { readonly page: Page },
  context: MessageContext,
): Promise<LoadedMessage> {
  const { page, id, version, name } = identified;
  const [schema, examples] = await Promise.all([
    loadMessageSchema(page, context.library, context.pathSet),
    loadExamples(context.tree, page.file, context.examples),
  ]);
  const own = readPointers(page, 'channels');
  const ownChannels = own.pointers.map((pointer) => resolveChannel(pointer, page, context.channels));
  const traffic = context.traffic.get(messageKey(identified)) ?? { producers: [], consumers: [], channels: [] };
  const kafka = readKafka(page);
  const compatibility = readPageCompatibility(page);
  const waivers = readWaivers(page);
  const message: MessageVersion = {
    kind: KIND[page.collection] ?? 'event',
    id,
    version,
    name,
    summary: typeof page.data['summary'] === 'string' ? page.data['summary'].trim() : '',
    file: page.file,
    isLatest: context.isLatest(identified),
    owners: ownersOf(page),
    schema: schema.schema,
    schemaFormat: schema.format,
    examples: examples.examples,
    producers: traffic.producers,
    consumers: traffic.consumers,
    channels: uniqueChannels([...traffic.channels, ...ownChannels.flatMap(({ channel }) => channel ?? [])]),
    kafka: kafka.binding,
    ...(Object.keys(compatibility.compatibility).length > 0 ? { compatibility: compatibility.compatibility } : {}),
    ...(waivers.waivers.length > 0 ? { waivers: waivers.waivers } : {}),
    ...deprecationOf(page),
    isHttpOperation: isJsonObject(page.data['operation']) && page.data['operation']['path'] !== undefined,
  };
  const diagnostics = [schema, examples, own, ...ownChannels, kafka, compatibility, waivers].flatMap(
    (part) => part.diagnostics,
  );
  return {
    message,
    isSchemaBroken: schema.diagnostics.some(isError),
    diagnostics: [...diagnostics, ...leftAlone(message, diagnostics)],
  };
}

/** EventCatalog takes `true`, or an object with a date and a message. */
function deprecationOf({ data }: Page): Pick<MessageVersion, 'deprecation'> {
  const { deprecated } = data;
  if (deprecated === true) return { deprecation: {} };
  if (!isJsonObject(deprecated)) return {};
  const { date, message } = deprecated;
  return {
    deprecation: {
      ...(typeof date === 'string' ? { date } : {}),
      ...(typeof message === 'string' ? { message } : {}),
    },
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function leftAlone(message: MessageVersion, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (message.schema !== undefined || diagnostics.some(isError)) return [];
  return [
    diagnose(
      'schema-left-alone',
      { key: messageKey(message), format: message.schemaFormat },
      { file: message.file, line: 1, column: 1 },
    ),
  ];
}
