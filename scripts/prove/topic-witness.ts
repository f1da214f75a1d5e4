import { Admin, Consumer, Producer, stringDeserializer, stringSerializers, type Message } from '@platformatic/kafka';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../model/user-error.ts';
import type { Broker } from './broker.ts';

/** A record as it lies in the topic. */
export interface SeenRecord {
  readonly topic: string;
  /** Null: it has none. */
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly (readonly [string, string])[];
}

/** A topic of one partition that nobody else uses, seen by a client that is under no test. */
export interface TopicWitness {
  readonly send: (record: Omit<SeenRecord, 'topic'>) => Promise<void>;
  /** The record at an offset; undefined when it does not come in time. */
  readonly recordAt: (offset: number, milliseconds: number) => Promise<SeenRecord | undefined>;
  readonly close: () => Promise<void>;
}

/** Topics that were made by this run. */
const ours = new Set<string>();

/** Makes the topic anew, empty, and forgets what the group has read of it. */
export async function openTopic(broker: Broker, topic: string, group: string): Promise<TopicWitness> {
  const connection = { clientId: 'catalog-prove', bootstrapBrokers: broker.servers.split(',') };
  const admin = new Admin(connection);
  try {
    const topics = await admin.listTopics();
    if (broker.isShared && topics.includes(topic) && !ours.has(`${broker.servers} ${topic}`)) {
      throw new UserError(
        `The broker at ${broker.servers} has a topic ${topic} already. Programs are only run against topics that nobody uses: name another broker in KAFKA_BOOTSTRAP_SERVERS, or unset it to have one started.`,
      );
    }
    ours.add(`${broker.servers} ${topic}`);
    if (topics.includes(topic)) await admin.deleteTopics({ topics: [topic] });
    await admin.deleteGroups({ groups: [group] }).catch(() => undefined);
    await createTopic(admin, topic);
  } finally {
    await admin.close();
  }
  return witnessOf(connection, topic);
}

/** A topic that is being deleted is in the way for a moment. */
async function createTopic(admin: Admin, topic: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await admin.createTopics({ topics: [topic], partitions: 1, replicas: 1 });
      return;
    } catch (error) {
      if (attempt === 50) throw error;
      await sleep(100);
    }
  }
}

async function witnessOf(
  connection: { readonly clientId: string; readonly bootstrapBrokers: string[] },
  topic: string,
): Promise<TopicWitness> {
  const producer = new Producer({ ...connection, serializers: stringSerializers });
  const consumer = new Consumer({
    ...connection,
    groupId: `catalog-prove-${process.pid}`,
    deserializers: { headerKey: stringDeserializer, headerValue: stringDeserializer },
    maxWaitTime: 50,
  });
  const stream = await consumer.consume({
    topics: [topic],
    mode: 'manual',
    offsets: [{ topic, partition: 0, offset: 0n }],
    autocommit: false,
  });
  const seen: SeenRecord[] = [];
  // A record that cannot be fetched does not come in time: `recordAt` tells.
  stream.on('error', () => undefined);
  stream.on('data', (message: Message<Buffer, Buffer, string, string>) => seen.push(seenRecord(message)));
  return {
    send: async ({ key, value, headers }) => {
      const content = { ...(key === null ? {} : { key }), ...(value === null ? {} : { value }) };
      await producer.send({ acks: -1, messages: [{ topic, ...content, headers: Object.fromEntries(headers) }] });
    },
    recordAt: async (offset, milliseconds) => {
      const deadline = Date.now() + milliseconds;
      while (seen.length <= offset && Date.now() < deadline) await sleep(20);
      return seen[offset];
    },
    close: async () => {
      await stream.close();
      await Promise.all([consumer.close(true), producer.close()]);
    },
  };
}

function seenRecord({ topic, key, value, headers }: Message<Buffer, Buffer, string, string>): SeenRecord {
  return {
    topic,
    key: textOf(key),
    value: textOf(value),
    headers: [...headers],
  };
}

/** An absent key or value arrives as null, whatever the type says. */
function textOf(bytes: Buffer | null | undefined): string | null {
  return bytes === undefined || bytes === null ? null : bytes.toString('utf8');
}
