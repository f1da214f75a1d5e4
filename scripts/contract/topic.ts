import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { MessageVersion } from '../model/message.ts';
import { messageKey } from '../model/message.ts';
import { kebabCase } from '../snippets/kebab-case.ts';

export interface Topic {
  readonly name: string;
  /** True when no channel names it. */
  readonly isAssumed: boolean;
}

export interface ResolvedTopic {
  /** Undefined when the message does not travel on Kafka. */
  readonly topic: Topic | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const LEGAL_TOPIC = /^[a-zA-Z0-9._-]{1,249}$/;

/** The Kafka topic of a message: the address of its first channel that is on Kafka, or that names no protocol. */
export function topicOf(message: MessageVersion): ResolvedTopic {
  const place = { file: message.file, line: 1, column: 1 };
  const key = messageKey(message);
  const channel =
    message.channels.find(({ protocols }) => protocols.some(isKafka)) ??
    message.channels.find(({ protocols }) => protocols.length === 0);
  if (channel !== undefined) {
    const isLegal = LEGAL_TOPIC.test(channel.address) && channel.address !== '.' && channel.address !== '..';
    if (isLegal) return { topic: { name: channel.address, isAssumed: false }, diagnostics: [] };
    return {
      topic: undefined,
      diagnostics: [diagnose('topic-illegal', { address: channel.address, channel: channel.id }, place)],
    };
  }
  const transport = otherTransport(message);
  if (transport !== undefined)
    return { topic: undefined, diagnostics: [diagnose('kafka-not-used', { key, transport }, place)] };
  const topic =
    kebabCase(message.id)
      .replaceAll(/[^a-zA-Z0-9._-]/g, '-')
      .slice(0, 249) || 'messages';
  return { topic: { name: topic, isAssumed: true }, diagnostics: [diagnose('topic-assumed', { key, topic }, place)] };
}

function isKafka(protocol: string): boolean {
  return protocol.includes('kafka');
}

function otherTransport(message: MessageVersion): string | undefined {
  const protocols = [...new Set(message.channels.flatMap((channel) => channel.protocols))];
  if (protocols.length > 0) return protocols.join(', ');
  return message.isHttpOperation ? 'HTTP' : undefined;
}
