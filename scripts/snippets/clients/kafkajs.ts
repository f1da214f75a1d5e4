import { programFile, type SnippetClient } from '../client.ts';
import { typescriptString, typescriptTemplate } from '../literals/typescript.ts';
import { messageType, type Program } from '../program.ts';
import {
  clientId,
  failure,
  typescriptHeaders,
  typescriptModule,
  typescriptServers,
} from '../typescript/typescript-module.ts';
import {
  typescriptExample,
  typescriptPayload,
  typescriptRecordKey,
  typescriptUncarriable,
} from '../typescript/typescript-payload.ts';

const version = '2.2.4';
const names = { id: 'kafkajs', extension: 'ts' } as const;
const install = `npm install kafkajs@${version}`;
const run = {
  producer: `node ${programFile('producer', names)}`,
  consumer: `node ${programFile('consumer', names)}`,
} as const;

/** https://github.com/tulios/kafkajs */
export const kafkajs: SnippetClient = {
  ...names,
  label: 'TypeScript · kafkajs',
  language: 'ts',
  version,
  install,
  run,
  uncarriable: typescriptUncarriable,
  producer,
  consumer,
};

const surroundings = ['JSON', 'Error', 'String', 'Date', 'TextDecoder', 'process', 'console'];
const producerNames = [...surroundings, 'Kafka', 'logLevel', 'Partitioners', 'servers', 'kafka', 'event', 'producer'];
const consumerNames = [
  ...surroundings,
  'Kafka',
  'logLevel',
  'EachMessagePayload',
  'servers',
  'kafka',
  'utf8',
  'messageType',
  'handle',
  'read',
  'consumer',
];

function connection(program: Program, role: 'producer' | 'consumer'): readonly string[] {
  return [
    'const kafka = new Kafka({',
    `  clientId: ${typescriptString(clientId(program, role))},`,
    '  brokers: servers,',
    '  logLevel: logLevel.ERROR,',
    '});',
  ];
}

function producer(program: Program): string {
  const { typeName, typeImport } = typescriptPayload(program, producerNames);
  const id = typescriptTemplate(program.messageId);
  return typescriptModule(
    program,
    'producer',
    [install, run.producer],
    [
      ["import { Kafka, logLevel, Partitioners } from 'kafkajs';", typeImport],
      [typescriptServers],
      [`${typescriptExample(program, `const event: ${typeName} = `)};`],
      [
        ...connection(program, 'producer'),
        'const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });',
      ],
      [
        'try {',
        '  await producer.connect();',
        '  const records = await producer.send({',
        `    topic: ${typescriptString(program.topic)},`,
        '    acks: -1,',
        '    messages: [',
        '      {',
        ...(program.keyPath === undefined ? [] : [`        key: ${typescriptRecordKey(program, program.keyPath)},`]),
        '        value: JSON.stringify(event),',
        ...typescriptHeaders(program, 8),
        '      },',
        '    ],',
        '  });',
        '  for (const { topicName, partition, baseOffset } of records) {',
        `    console.log(\`Sent ${id} to \${topicName}, partition \${partition}, offset \${baseOffset}\`);`,
        '  }',
        ...failure(`Could not send ${id} to`),
        '} finally {',
        '  await producer.disconnect();',
        '}',
      ],
    ],
  );
}

function consumer(program: Program): string {
  const { typeName, typeImport } = typescriptPayload(program, consumerNames);
  const id = typescriptTemplate(program.messageId);
  return typescriptModule(
    program,
    'consumer',
    [install, run.consumer],
    [
      ["import { Kafka, logLevel, type EachMessagePayload } from 'kafkajs';", typeImport],
      [
        typescriptServers,
        "const utf8 = new TextDecoder('utf-8', { fatal: true });",
        `const messageType = ${typescriptString(messageType(program))};`,
      ],
      [
        `function handle(event: ${typeName}): void {`,
        `  console.log(\`Received ${id}: \${JSON.stringify(event)}\`);`,
        '}',
      ],
      readMessage(typeName),
      [
        ...connection(program, 'consumer'),
        `const consumer = kafka.consumer({ groupId: ${typescriptString(program.group)} });`,
        '// A crash from which the library does not recover would leave the program waiting.',
        'consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {',
        '  if (restart) return;',
        `  console.error(\`Could not receive ${id} from \${servers}: \${error.message}\`);`,
        '  process.exitCode = 1;',
        '});',
        "for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => consumer.disconnect());",
      ],
      [
        'try {',
        '  await consumer.connect();',
        `  await consumer.subscribe({ topics: [${typescriptString(program.topic)}], fromBeginning: true });`,
        '  // The library commits only what was handled: the rest is delivered again.',
        '  await consumer.run({ eachMessage: async (message) => read(message) });',
        ...failure(`Could not receive ${id} from`),
        '  await consumer.disconnect();',
        '}',
      ],
    ],
  );
}

function readMessage(typeName: string): readonly string[] {
  return [
    'function read({ topic, partition, message }: EachMessagePayload): void {',
    '  // A topic can carry several messages; records that do not say are read.',
    "  const type = [message.headers?.['message-type']].flat().at(-1)?.toString() || messageType;",
    '  if (type !== messageType) return;',
    '  // A tombstone: only its key means something.',
    '  if (message.value === null) return;',
    `  let event: ${typeName};`,
    '  try {',
    '    event = JSON.parse(utf8.decode(message.value));',
    '  } catch (error) {',
    '    const place = `${topic}, partition ${partition}, offset ${message.offset}`;',
    '    console.error(`Skipped a record that is not JSON: ${place}: ${error}`);',
    '    return;',
    '  }',
    '  handle(event);',
    '}',
  ];
}
