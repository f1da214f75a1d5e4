import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { LostReader } from '../model/catalog.ts';
import type { MessageChannel, Participant } from '../model/message.ts';
import { messageKey } from '../model/message.ts';
import { comparePaths } from './file-tree.ts';
import type { Identity } from './identity.ts';
import { ownersOf, type Page } from './page.ts';
import { readPointers } from './pointers.ts';
import type { ResourcePointer } from './pointers.ts';
import { resolveChannel } from './resolve-channels.ts';
import type { KnownChannels } from './resolve-channels.ts';
import { versionsMeant } from '../model/version-order.ts';

/** A service, agent or domain. */
export interface ParticipantPage extends Identity {
  readonly page: Page;
}

/** The messages and the channels that the catalog has. */
export interface Known {
  readonly messages: ReadonlyMap<string, KnownMessage>;
  /** Ids of messages whose pages could not be read: whether a pointer to them is right cannot be told. */
  readonly unread: ReadonlySet<string>;
  readonly channels: KnownChannels;
}

/** The versions of a message that the catalog has, and which is the latest. */
export interface KnownMessage {
  readonly versions: readonly string[];
  readonly latest: string | undefined;
}

/** Who sends and who reads one message version, and over which channels. */
export interface Traffic {
  readonly producers: readonly Participant[];
  readonly consumers: readonly Participant[];
  readonly channels: readonly MessageChannel[];
}

export interface ResolvedTraffic {
  /** By message key, `OutOfStock@0.0.4`. */
  readonly traffic: ReadonlyMap<string, Traffic>;
  /** Those who read messages that are not there. */
  readonly lostReaders: readonly LostReader[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Leg {
  readonly key: string;
  readonly role: 'producer' | 'consumer';
  readonly participant: Participant;
  readonly channels: readonly MessageChannel[];
}

/** Follows `sends` and `receives` of every participant to the message versions that they mean. */
export function resolveTraffic(participants: readonly ParticipantPage[], known: Known): ResolvedTraffic {
  const diagnostics: Diagnostic[] = [];
  const lostReaders: LostReader[] = [];
  const legs = participants.flatMap((participant) =>
    (['sends', 'receives'] as const).flatMap((field) => {
      const read = readPointers(participant.page, field);
      diagnostics.push(...read.diagnostics);
      if (field === 'receives')
        for (const { id } of read.pointers)
          if (!known.messages.has(id) && !known.unread.has(id))
            lostReaders.push({
              message: id,
              reader: participant.name,
              owners: ownersOf(participant.page),
              file: participant.page.file,
            });
      return read.pointers.flatMap((pointer) => legsOf(participant, field, pointer, known, diagnostics));
    }),
  );
  const keys = [...new Set(legs.map(({ key }) => key))];
  const byKey = Map.groupBy(legs, ({ key }) => key);
  return { traffic: new Map(keys.map((key) => [key, trafficOf(byKey.get(key) ?? [])])), lostReaders, diagnostics };
}

function legsOf(
  { page, id, name, version }: ParticipantPage,
  field: 'sends' | 'receives',
  pointer: ResourcePointer,
  { messages, unread, channels }: Known,
  diagnostics: Diagnostic[],
): readonly Leg[] {
  const message = messages.get(pointer.id);
  const meant = message === undefined ? [] : versionsMeant(pointer.version, message.versions, message.latest);
  if (meant.length === 0 && !unread.has(pointer.id))
    diagnostics.push(diagnose('message-unknown', pointer, { file: page.file, pointer: pointer.pointer }));
  const resolved = pointer.channels.map((channel) => resolveChannel(channel, page, channels));
  diagnostics.push(...resolved.flatMap((channel) => channel.diagnostics));
  const participant: Participant = {
    id,
    name,
    version,
    file: page.file,
    owners: ownersOf(page),
    fields: field === 'receives' ? pointer.fields.map(({ path }) => path) : [],
    mentions: pointer.fields,
  };
  return meant.map((messageVersion) => ({
    key: messageKey({ id: pointer.id, version: messageVersion }),
    role: field === 'sends' ? 'producer' : 'consumer',
    participant,
    channels: resolved.flatMap(({ channel }) => (channel === undefined ? [] : [channel])),
  }));
}

function trafficOf(legs: readonly Leg[]): Traffic {
  const producerLegs = legs.filter(({ role }) => role === 'producer');
  const consumerLegs = legs.filter(({ role }) => role === 'consumer');
  return {
    producers: mergeParticipants(producerLegs),
    consumers: mergeParticipants(consumerLegs),
    // Where a message is sent says more of its topic than where somebody reads it (a channel can be routed to another).
    channels: uniqueChannels([...producerLegs, ...consumerLegs].flatMap((leg) => leg.channels)),
  };
}

/** Each participant once, sorted. One that names a message twice reads what both entries say, and all where one says nothing. */
function mergeParticipants(legs: readonly Leg[]): readonly Participant[] {
  const merged = new Map<string, Participant>();
  for (const { participant } of legs) {
    const key = `${participant.id}@${participant.version}`;
    const other = merged.get(key) ?? participant;
    const readsAll = other.fields.length === 0 || participant.fields.length === 0;
    const fields = readsAll ? [] : [...new Set([...other.fields, ...participant.fields])];
    merged.set(key, { ...other, fields, mentions: [...new Set([...other.mentions, ...participant.mentions])] });
  }
  return [...merged].toSorted(([left], [right]) => comparePaths(left, right)).map(([, participant]) => participant);
}

/** The same channel once, in order of first mention. */
export function uniqueChannels(channels: readonly MessageChannel[]): readonly MessageChannel[] {
  return [
    ...new Map(channels.map((channel) => [`${channel.id}@${channel.version} ${channel.address}`, channel])).values(),
  ];
}
