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

const version = '2.12.1';
const names = { id: 'platformatic-kafka', extension: 'ts' } as const;
const install = `npm install @platformatic/kafka@${version}`;
const run = {
  producer: `node ${programFile('producer', names)}`,
  consumer: `node ${programFile('consumer', names)}`,
} as const;

/** https://github.com/platformatic/kafka */
export const platformaticKafka: SnippetClient = {
  ...names,
  label: 'TypeScript · @platformatic/kafka',
  language: 'ts',
  version,
  install,
  run,
  uncarriable: typescriptUncarriable,
  producer,
  consumer,
};

const surroundings = ['JSON', 'Error', 'String', 'Date', 'Buffer', 'TextDecoder', 'Promise', 'process', 'console'];
const producerNames = [...surroundings, 'ProduceAcks', 'Producer', 'stringSerializers', 'servers', 'event', 'producer'];
const consumerNames = [
  ...surroundings,
  'Consumer',
  'Message',
  'stringDeserializer',
  'servers',
  'utf8',
  'messageType',
  'handle',
  'read',
  'consumer',
];

function producer(program: Program): string {
  const { typeName, typeImport } = typescriptPayload(program, producerNames);
  const id = typescriptTemplate(program.messageId);
  return typescriptModule(
    program,
    'producer',
    [install, run.producer],
    [
      ["import { ProduceAcks, Producer, stringSerializers } from '@platformatic/kafka';", typeImport],
      [typescriptServers],
      [`${typescriptExample(program, `const event: ${typeName} = `)};`],
      [
        'const producer = new Producer({',
        `  clientId: ${typescriptString(clientId(program, 'producer'))},`,
        '  bootstrapBrokers: servers,',
        '  serializers: stringSerializers,',
        '  autocreateTopics: true,',
        '});',
      ],
      [
        'try {',
        '  const { offsets = [] } = await producer.send({',
        '    acks: ProduceAcks.ALL,',
        '    messages: [',
        '      {',
        `        topic: ${typescriptString(program.topic)},`,
        ...(program.keyPath === undefined ? [] : [`        key: ${typescriptRecordKey(program, program.keyPath)},`]),
        '        value: JSON.stringify(event),',
        ...typescriptHeaders(program, 8),
        '      },',
        '    ],',
        '  });',
        '  for (const { topic, partition, offset } of offsets) {',
        `    console.log(\`Sent ${id} to \${topic}, partition \${partition}, offset \${offset}\`);`,
        '  }',
        ...failure(`Could not send ${id} to`),
        '} finally {',
        '  await producer.close();',
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
      ["import { Consumer, stringDeserializer, type Message } from '@platformatic/kafka';", typeImport],
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
        'const consumer = new Consumer({',
        `  clientId: ${typescriptString(clientId(program, 'consumer'))},`,
        `  groupId: ${typescriptString(program.group)},`,
        '  bootstrapBrokers: servers,',
        '  deserializers: { headerKey: stringDeserializer, headerValue: stringDeserializer },',
        '  autocommit: false,',
        '  autocreateTopics: true,',
        '});',
      ],
      [
        'try {',
        '  const stream = await consumer.consume({',
        `    topics: [${typescriptString(program.topic)}],`,
        "    mode: 'committed',",
        "    fallbackMode: 'earliest',",
        '  });',
        "  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stream.close());",
        '  for await (const message of stream) {',
        '    read(message);',
        '    // Only now: what was not handled is delivered again.',
        '    await message.commit();',
        '  }',
        ...failure(`Could not receive ${id} from`),
        '} finally {',
        '  await consumer.close();',
        '}',
      ],
    ],
  );
}

// The value is decoded here, not by a deserializer of the library: that would be given the records of other messages
// too, and its string deserializer lets broken UTF-8 pass.
function readMessage(typeName: string): readonly string[] {
  return [
    'function read(message: Message<Buffer, Buffer, string, string>): void {',
    '  // A topic can carry several messages; records that do not say are read.',
    "  if ((message.headers.get('message-type') || messageType) !== messageType) return;",
    '  // A tombstone: only its key means something.',
    '  if (message.value === undefined) return;',
    `  let event: ${typeName};`,
    '  try {',
    '    event = JSON.parse(utf8.decode(message.value));',
    '  } catch (error) {',
    '    const place = `${message.topic}, partition ${message.partition}, offset ${message.offset}`;',
    '    console.error(`Skipped a record that is not JSON: ${place}: ${error}`);',
    '    return;',
    '  }',
    '  handle(event);',
    '}',
  ];
}
