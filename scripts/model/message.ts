import type { Compatibility, Waiver } from './compatibility.ts';
import type { JsonSchema, JsonValue } from './json.ts';
import type { JsonPointer } from './pointer.ts';

/** What EventCatalog calls a message: an event, a command or a query. */
export type MessageKind = 'event' | 'command' | 'query';

/** The dialects of JSON Schema that we read. A schema that names none is read as the one that its keywords fit. */
export type Dialect = 'draft-04' | 'draft-06' | 'draft-07' | '2019-09' | '2020-12';

/** The schema of one message version, with every file that it refers to drawn in. */
export interface MessageSchema {
  /** Path of the schema file, relative to the catalog, with forward slashes. */
  readonly file: string;
  readonly dialect: Dialect;
  /** The schema with no `$ref` to another file left; local ones stay. */
  readonly bundled: JsonSchema;
  /** Every file that was read for it, `file` first; all relative to the catalog. */
  readonly sources: readonly string[];
  /** Where the parts of `bundled` that stood in other files, or elsewhere in this one, came from. */
  readonly origins: readonly SchemaOrigin[];
}

/** A part of a bundled schema, and the place in a file that it was drawn in from. */
export interface SchemaOrigin {
  /** Pointer into the bundled schema. */
  readonly prefix: JsonPointer;
  readonly file: string;
  /** Pointer into the file. */
  readonly pointer: JsonPointer;
}

/** The file and place that a place of a bundled schema came from. */
export function originOf(
  schema: MessageSchema,
  pointer: JsonPointer,
): { readonly file: string; readonly pointer: JsonPointer } {
  const origin = schema.origins.find(({ prefix }) => pointer === prefix || pointer.startsWith(`${prefix}/`));
  if (origin === undefined) return { file: schema.file, pointer };
  return { file: origin.file, pointer: `${origin.pointer}${pointer.slice(origin.prefix.length)}` };
}

/** One file of `examples/` beside a message. */
export interface Example {
  /** Path relative to the catalog. */
  readonly file: string;
  readonly value: JsonValue;
}

/** A service (or agent, or domain) that sends or receives a message. */
export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Path of its page's source, relative to the catalog. */
  readonly file: string;
  /** Ids of teams or users. */
  readonly owners?: readonly string[];
  /** Dotted paths that a consumer says it reads (`items[].sku`). Empty: it reads everything. */
  readonly fields: readonly string[];
  /** Every mention of a field, also those of a consumer that reads everything all the same. */
  readonly mentions: readonly FieldMention[];
}

/** A dotted path, and where a page's front matter has it. */
export interface FieldMention {
  readonly path: string;
  readonly file: string;
  readonly pointer: JsonPointer;
}

/** A channel on which a message travels, its address with the parameters filled in. */
export interface MessageChannel {
  readonly id: string;
  readonly version: string;
  /** The channel's address, on Kafka the topic. */
  readonly address: string;
  /** Lower case, as the catalog has them: `kafka`, `sqs`, `http`, … Empty when the catalog names none. */
  readonly protocols: readonly string[];
}

/** What the front matter of a message says of its records on Kafka (`x-kafka`). */
export interface KafkaBinding {
  /** Dotted path of the field whose value is the record's key. */
  readonly key: string | undefined;
  /** Header name to value, over and above those that every record carries. */
  readonly headers: Readonly<Record<string, string>>;
  /** The consumer group that the consumer program joins. */
  readonly group: string | undefined;
}

/** What a page says of a version that is on its way out; empty where it says no more than that. */
export interface VersionDeprecation {
  /** Since when or until when: EventCatalog leaves that open. */
  readonly date?: string;
  readonly message?: string;
}

/** One version of a message, as the catalog has it. */
export interface MessageVersion {
  readonly kind: MessageKind;
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly summary: string;
  /** Path of its `index.mdx`, relative to the catalog. */
  readonly file: string;
  readonly isLatest: boolean;
  /** Ids of teams or users. */
  readonly owners: readonly string[];
  /** Undefined when there is no JSON Schema: `schemaFormat` then says what there is instead. */
  readonly schema: MessageSchema | undefined;
  /** `json-schema`, `avro`, `protobuf`, `none`, or another format's name as the catalog has it. */
  readonly schemaFormat: string;
  /** In the order of their file names. */
  readonly examples: readonly Example[];
  readonly producers: readonly Participant[];
  readonly consumers: readonly Participant[];
  readonly channels: readonly MessageChannel[];
  readonly kafka: KafkaBinding;
  /** `x-compatibility`: how it may change, where it says so itself. */
  readonly compatibility?: Compatibility;
  /** `x-waivers`: what a review is to let pass. */
  readonly waivers?: readonly Waiver[];
  /** `deprecated`: that nobody is to build on this version any more. */
  readonly deprecation?: VersionDeprecation;
  /** True when the page describes an HTTP operation (`operation:`), so that no topic may be assumed. */
  readonly isHttpOperation: boolean;
}

/** `OutOfStock@0.0.4` */
export function messageKey(message: Pick<MessageVersion, 'id' | 'version'>): string {
  return `${message.id}@${message.version}`;
}
