import type { CatalogChange } from '../changes/catalog-change.ts';
import type { Field } from '../fields/field.ts';
import type { MessageKind, MessageVersion, Participant } from '../model/message.ts';
import type { CatalogOutline, DomainOutline } from '../model/outline.ts';
import { compareVersions } from '../model/version-order.ts';

/** What finding is made from. */
export interface FindSource {
  /** What the site calls itself. */
  readonly title: string;
  /** Sorted by id, then from the oldest version to the newest. */
  readonly messages: readonly MessageVersion[];
  readonly outline: CatalogOutline;
  /** The oldest of each message first. */
  readonly changes: readonly CatalogChange[];
  /** The fields of a version; undefined where it has no contract. */
  readonly fieldsOf: (message: MessageVersion) => readonly Field[] | undefined;
  /** The topic that a version travels on. */
  readonly topicOf: (message: MessageVersion) => string | undefined;
}

/** A message with all of its versions. */
export interface FoundMessage {
  readonly kind: MessageKind;
  readonly id: string;
  /** Those of the latest version. */
  readonly name: string;
  readonly summary: string;
  /** Oldest first; never empty. */
  readonly versions: readonly MessageVersion[];
  readonly latest: MessageVersion;
  /** The narrowest domain that it belongs to. */
  readonly domain: DomainOutline | undefined;
}

/** The messages of a catalog, by id. */
export function findMessages({ messages, outline }: FindSource): readonly FoundMessage[] {
  return [...Map.groupBy(messages, ({ id }) => id)].flatMap(([id, unsorted]) => {
    const versions = unsorted.toSorted((left, right) => compareVersions(left.version, right.version));
    const latest = versions.find(({ isLatest }) => isLatest) ?? versions.at(-1);
    if (latest === undefined) return [];
    const { kind, name, summary } = latest;
    return [{ kind, id, name, summary, versions, latest, domain: domainOf(latest, outline) }];
  });
}

/** Where a message is at home: by its folder, or else by who sends it, or else by who reads it (as a command is). */
function domainOf(message: MessageVersion, { domains }: CatalogOutline): DomainOutline | undefined {
  const narrowest = (belongs: (domain: DomainOutline) => boolean) =>
    domains.filter(belongs).toSorted((left, right) => right.folder.length - left.folder.length)[0];
  const isOf =
    (participants: readonly Participant[]) =>
    ({ id, services }: DomainOutline) =>
      participants.some((participant) => participant.id === id || services.includes(participant.id));
  return (
    narrowest(({ folder }) => message.file.startsWith(folder)) ??
    narrowest(isOf(message.producers)) ??
    narrowest(isOf(message.consumers))
  );
}
