// Runs every TypeScript program once, with a stand-in for @platformatic/kafka that notes what producers send, and plays
// back to the first consumer what a topic might hold. Arguments: folder, number of programs, report file.

import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const sent = [];
const journal = [];
let played = [];

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
        for (const record of played) {
          yield { ...record, commit: async () => void journal.push(`committed ${record.offset}`) };
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

globalThis.standIn = {
  Producer,
  Consumer,
  ProduceAcks: { ALL: -1 },
  stringSerializers: {},
  stringDeserializer: String,
};
const source = Object.keys(globalThis.standIn).map((name) => `export const ${name} = globalThis.standIn.${name};`);
const url = `data:text/javascript,${encodeURIComponent(source.join('\n'))}`;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@platformatic/kafka' ? { url, shortCircuit: true } : next(specifier, context),
});

const output = { log: '', error: '' };
console.log = (line) => void (output.log += `${line}\n`);
console.error = (line) => void (output.error += `${line}\n`);

async function run(path) {
  output.log = output.error = '';
  process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT');
  await import(path);
  if (process.exitCode) throw new Error(`${path}: ${output.error}`);
}

function records() {
  const held = [
    ['{"event_id": "1", "future": {}}', 'OutOfStock'],
    ['{"event_id": "2"}'],
    ['{"event_id": "3"}', 'PriceChanged'],
    [undefined, 'OutOfStock'],
    ['\0avro', 'PriceChanged'],
    ['not JSON', 'OutOfStock'],
    ['"\xff"'],
    ['["\\ud800", "\xc3\xbc"]', ''],
  ];
  return held.map(([value, type], offset) => ({
    topic: 'inventory.adjusted',
    partition: 0,
    offset,
    value: value === undefined ? undefined : Buffer.from(value, 'latin1'),
    headers: new Map(type === undefined ? [] : [['message-type', type]]),
  }));
}

const [root, count, report] = process.argv.slice(2);
for (let index = 0; index < Number(count); index += 1) {
  await run(`${root}/${index}/producer.platformatic-kafka.ts`);
  await run(`${root}/${index}/consumer.platformatic-kafka.ts`);
}
journal.length = 0;
played = records();
await run(`${root}/0/consumer.platformatic-kafka.ts?again`);
writeFileSync(report, JSON.stringify({ sent, out: output.log, err: output.error, journal }));
