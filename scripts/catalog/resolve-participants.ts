import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { MessageChannel, Participant } from '../model/message.ts';
import { messageKey } from '../model/message.ts';
import { comparePaths } from './file-tree.ts';
import type { Identity } from './identity.ts';
import type { Page } from './page.ts';
import { readPointers } from './pointers.ts';
import type { ResourcePointer } from './pointers.ts';
import { resolveChannel } from './resolve-channels.ts';
import type { ChannelPage } from './resolve-channels.ts';
import { versionsMeant } from './version-order.ts';

/** A service, agent or domain. */
export interface ParticipantPage extends Identity {
  readonly page: Page;
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
  readonly diagnostics: readonly Diagnostic[];
}

interface Leg {
  readonly key: string;
  readonly role: 'producer' | 'consumer';
  readonly participant: Participant;
  readonly channels: readonly MessageChannel[];
}

/** Follows `sends` and `receives` of every participant to the message versions that they mean. */
export function resolveTraffic(
  participants: readonly ParticipantPage[],
  messages: ReadonlyMap<string, KnownMessage>,
  channels: ReadonlyMap<string, readonly ChannelPage[]>,
): ResolvedTraffic {
  const diagnostics: Diagnostic[] = [];
  const legs = participants.flatMap((participant) =>
    (['sends', 'receives'] as const).flatMap((field) => {
      const read = readPointers(participant.page, field);
      diagnostics.push(...read.diagnostics);
      return read.pointers.flatMap((pointer) => legsOf(participant, field, pointer, messages, channels, diagnostics));
    }),
  );
  const keys = [...new Set(legs.map(({ key }) => key))];
  const byKey = Map.groupBy(legs, ({ key }) => key);
  return { traffic: new Map(keys.map((key) => [key, trafficOf(byKey.get(key) ?? [])])), diagnostics };
}

function legsOf(
  { page, id, name, version }: ParticipantPage,
  field: 'sends' | 'receives',
  pointer: ResourcePointer,
  messages: ReadonlyMap<string, KnownMessage>,
  channels: ReadonlyMap<string, readonly ChannelPage[]>,
  diagnostics: Diagnostic[],
): readonly Leg[] {
  const known = messages.get(pointer.id);
  const meant = known === undefined ? [] : versionsMeant(pointer.version, known.versions, known.latest);
  if (meant.length === 0)
    diagnostics.push(diagnose('message-unknown', pointer, { file: page.file, pointer: pointer.pointer }));
  const resolved = pointer.channels.map((channel) => resolveChannel(channel, page, channels));
  diagnostics.push(...resolved.flatMap((channel) => channel.diagnostics));
  const participant: Participant = {
    id,
    name,
    version,
    file: page.file,
    pointer: pointer.pointer,
    fields: field === 'receives' ? pointer.fields : [],
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
    merged.set(key, { ...other, fields: readsAll ? [] : [...new Set([...other.fields, ...participant.fields])] });
  }
  return [...merged].toSorted(([left], [right]) => comparePaths(left, right)).map(([, participant]) => participant);
}

/** The same channel once, in order of first mention. */
export function uniqueChannels(channels: readonly MessageChannel[]): readonly MessageChannel[] {
  return [
    ...new Map(channels.map((channel) => [`${channel.id}@${channel.version} ${channel.address}`, channel])).values(),
  ];
}
