// A stand-in for kafkajs.

import { journal, played, runPrograms, sent, standInFor } from './stand-in.mjs';

const partitioner = () => 0;

class Kafka {
  constructor({ clientId, brokers }) {
    if (/\s/.test(clientId) || brokers.join() !== 'localhost:9092') throw new Error('options');
  }

  producer({ createPartitioner }) {
    if (createPartitioner !== partitioner) throw new Error('partitioner');
    return {
      async connect() {},
      async send({ topic, acks, messages: [{ key, value, headers }] }) {
        if (acks !== -1) throw new Error(`acks ${acks}`);
        if (typeof value !== 'string' || (key !== undefined && typeof key !== 'string')) throw new Error('not text');
        sent.push({ key: key ?? null, value, headers: Object.entries(headers) });
        return [{ topicName: topic, partition: 0, baseOffset: '42' }];
      },
      async disconnect() {},
    };
  }

  consumer({ groupId }) {
    if (groupId === '') throw new Error('group');
    let isConnected = false;
    return {
      events: { CRASH: 'crash' },
      on() {},
      async connect() {
        isConnected = true;
      },
      async subscribe({ topics, fromBeginning }) {
        if (topics.length !== 1 || fromBeginning !== true) throw new Error('subscription');
      },
      async run({ eachMessage, autoCommit }) {
        if (autoCommit === false) throw new Error('nobody commits');
        for (const { value = null, type, offset } of played) {
          const headers = type === undefined ? {} : { 'message-type': Buffer.from(type) };
          await eachMessage({ topic: 'inventory.adjusted', partition: 0, message: { value, headers, offset } });
          journal.push(`committed ${offset}`);
        }
        process.emit('SIGTERM');
        if (isConnected) throw new Error('SIGTERM was not heard');
      },
      async disconnect() {
        isConnected = false;
        journal.push('closed');
      },
    };
  }
}

standInFor('kafkajs', { Kafka, logLevel: { ERROR: 1 }, Partitioners: { DefaultPartitioner: partitioner } });
await runPrograms('kafkajs');
