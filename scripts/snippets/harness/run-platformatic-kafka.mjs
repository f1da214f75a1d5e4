// A stand-in for @platformatic/kafka.

import { journal, played, runPrograms, sent, standInFor } from './stand-in.mjs';

class Producer {
  async send({ acks, messages: [{ topic, key, value, headers }] }) {
    if (acks !== -1) throw new Error(`acks ${acks}`);
    if (typeof value !== 'string' || (key !== undefined && typeof key !== 'string')) throw new Error('not text');
    sent.push({ key: key ?? null, value, headers: Object.entries(headers) });
    return { offsets: [{ topic, partition: 0, offset: 42n }] };
  }

  async close() {}
}

class Consumer {
  constructor({ autocommit, groupId, deserializers }) {
    if (autocommit !== false || groupId === '' || deserializers.value !== undefined) throw new Error('options');
  }

  async consume({ mode, fallbackMode }) {
    if (mode !== 'committed' || fallbackMode !== 'earliest') throw new Error(`${mode}, ${fallbackMode}`);
    let isClosed = false;
    return {
      async close() {
        isClosed = true;
        journal.push('stream closed');
      },
      async *[Symbol.asyncIterator]() {
        for (const { value, type, offset } of played) {
          const headers = new Map(type === undefined ? [] : [['message-type', type]]);
          const commit = async () => void journal.push(`committed ${offset}`);
          yield { topic: 'inventory.adjusted', partition: 0, offset, value, headers, commit };
        }
        process.emit('SIGTERM');
        if (!isClosed) throw new Error('SIGTERM was not heard');
      },
    };
  }

  async close() {
    journal.push('closed');
  }
}

standInFor('@platformatic/kafka', {
  Producer,
  Consumer,
  ProduceAcks: { ALL: -1 },
  stringSerializers: {},
  stringDeserializer: String,
});
await runPrograms('platformatic-kafka');
