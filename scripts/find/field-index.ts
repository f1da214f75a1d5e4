/** A list of places in another list. */
type Places = readonly number[];

/** A service that sends or reads a message, and in which versions of it. */
export interface IndexedParticipant {
  /** Place in `services`. */
  readonly service: number;
  /** Places in the versions of the message. */
  readonly versions: Places;
  /** Whether it names the fields that it reads: it then reads only those whose row names it. */
  readonly isPartial?: true;
}

export interface IndexedMessage {
  readonly kind: 'event' | 'command' | 'query';
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** Oldest first. */
  readonly versions: readonly string[];
  /** Place in `versions`. */
  readonly latest: number;
  readonly domain: string;
  readonly topics: readonly string[];
  readonly senders: readonly IndexedParticipant[];
  readonly readers: readonly IndexedParticipant[];
  /** Its fields, column by column: a row is one field as one or several versions have it. */
  readonly fields: {
    /** Places in `paths`. */
    readonly path: Places;
    /** Places in `types`. */
    readonly type: Places;
    /** Places in `descriptions`. */
    readonly description: Places;
    /** 1: required, 2: deprecated. */
    readonly flags: Places;
    /** Places in `sets`, of places in `versions`. */
    readonly versions: Places;
    /** Places in `sets`, of places in `readers`: those who name this field. */
    readonly readers: Places;
  };
}

/** `fields.json`: every field of every version of every message, as it is written. Each text is in it once. */
export interface FieldIndex {
  readonly $comment: string;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly sets: readonly Places[];
  readonly types: readonly string[];
  readonly paths: readonly string[];
  readonly descriptions: readonly string[];
  readonly messages: readonly IndexedMessage[];
}

export const REQUIRED = 1;
export const DEPRECATED = 2;

/** One field as one or several versions of a message have it, put together again. */
export interface FieldRow {
  readonly message: IndexedMessage;
  readonly path: string;
  readonly type: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  /** Places in the versions of the message, oldest first. */
  readonly versions: Places;
  readonly senders: readonly IndexedParticipant[];
  readonly readers: readonly IndexedParticipant[];
}

/** The row at a place of a message's columns. */
export function fieldRow(
  { sets, types, paths, descriptions }: FieldIndex,
  message: IndexedMessage,
  at: number,
): FieldRow {
  const { fields } = message;
  const versions = sets[fields.versions[at] ?? -1] ?? [];
  const flags = fields.flags[at] ?? 0;
  const named = sets[fields.readers[at] ?? -1] ?? [];
  const isThen = (participant: IndexedParticipant) =>
    participant.versions.some((version) => versions.includes(version));
  return {
    message,
    path: paths[fields.path[at] ?? -1] ?? '',
    type: types[fields.type[at] ?? -1] ?? '',
    description: descriptions[fields.description[at] ?? -1] ?? '',
    isRequired: (flags & REQUIRED) !== 0,
    isDeprecated: (flags & DEPRECATED) !== 0,
    versions,
    senders: message.senders.filter(isThen),
    readers: message.readers.filter(
      (reader, place) => isThen(reader) && (reader.isPartial !== true || named.includes(place)),
    ),
  };
}
