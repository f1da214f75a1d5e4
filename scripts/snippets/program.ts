import type { JsonSchema, JsonValue } from '../model/json.ts';
import { messageKey, type Dialect, type MessageKind, type MessageVersion } from '../model/message.ts';
import { renderProvenance } from '../model/provenance.ts';
import { clockPaths, type ValuePath } from './clock-paths.ts';
import { kebabCase } from './kebab-case.ts';
import { keyPathOf } from './key-path.ts';

/** What the programs of one message version do, worked out once and said in no language. */
export interface Program {
  /** `OutOfStock@0.0.4` */
  readonly key: string;
  /** The line for a comment that says which version of which schema a program is made from. */
  readonly provenance: string;
  readonly messageId: string;
  readonly version: string;
  readonly name: string;
  readonly summary: string;
  readonly kind: MessageKind;
  /** The TypeScript type that `types.d.ts` beside the programs exports. */
  readonly typeName: string;
  readonly topic: string;
  /** True when no channel names the topic. */
  readonly topicIsAssumed: boolean;
  /** The consumer group that the consumer joins. */
  readonly group: string;
  /** Property names that lead to the record's key inside the payload. Undefined: records have no key. */
  readonly keyPath: readonly string[] | undefined;
  /** In the order in which they are sent. No name is there twice. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly example: JsonValue;
  /** The places in the example that programs fill with the current time in UTC. */
  readonly clockPaths: readonly ValuePath[];
  readonly schema: JsonSchema;
  readonly dialect: Dialect;
}

/** What was found out about a message version before its programs. */
export interface ProgramFacts {
  readonly topic: { readonly name: string; readonly isAssumed: boolean };
  /** One that its schema accepts. */
  readonly example: JsonValue;
  readonly typeName: string;
  /** Of the published schema. */
  readonly schemaHash: string;
}

/** Works out what the programs of a message do. */
export function programOf(message: MessageVersion, facts: ProgramFacts): Program {
  const { topic, example, typeName, schemaHash } = facts;
  const source = { schema: message.schema?.bundled ?? true, dialect: message.schema?.dialect ?? '2020-12' };
  return {
    key: messageKey(message),
    provenance: renderProvenance(message, schemaHash),
    messageId: message.id,
    version: message.version,
    name: message.name,
    summary: message.summary,
    kind: message.kind,
    typeName,
    topic: topic.name,
    topicIsAssumed: topic.isAssumed,
    group: programGroup(message),
    keyPath: message.kafka.key === undefined ? undefined : keyPathOf(message.kafka.key, example),
    headers: recordHeaders(message),
    example,
    clockPaths: clockPaths(example, source),
    ...source,
  };
}

/** The consumer group of a message: the one that the catalog names, or `out-of-stock-consumer`. */
export function programGroup(message: Pick<MessageVersion, 'id' | 'kafka'>): string {
  return message.kafka.group ?? `${kebabCase(message.id)}-consumer`;
}

/** The name of the header that says which message a record carries. */
const messageTypeHeader = 'message-type';

/** The value of the `message-type` header: consumers leave records alone that name another one. */
export function messageType(program: Program): string {
  return program.headers.find(([name]) => name === messageTypeHeader)?.[1] ?? program.messageId;
}

/** What every record carries comes first; then the catalog's own headers, sorted by name. */
function recordHeaders(message: MessageVersion): Program['headers'] {
  const headers = new Map([
    ['content-type', 'application/json'],
    [messageTypeHeader, message.id],
    ['message-version', message.version],
  ]);
  const own = Object.entries(message.kafka.headers).toSorted(([left], [right]) => (left < right ? -1 : 1));
  for (const [name, value] of own) headers.set(name, value);
  return [...headers];
}
