import { programFile, type SnippetClient } from '../client.ts';
import { pythonBytes, pythonFormatted, pythonString } from '../literals/python.ts';
import { messageType, type Program } from '../program.ts';
import {
  pythonConstants,
  pythonHeaders,
  pythonModule,
  runMain,
  stopOnSignals,
  typingImport,
  utcNow,
} from '../python/python-module.ts';
import { pythonExample, pythonPayload, pythonRecordKey, pythonUncarriable } from '../python/python-payload.ts';

const version = '2.16.1';
const names = { id: 'confluent-kafka', extension: 'py' } as const;
const install = `pip install 'confluent-kafka==${version}'`;
const run = {
  producer: `python ${programFile('producer', names)}`,
  consumer: `python ${programFile('consumer', names)}`,
} as const;

/** https://github.com/confluentinc/confluent-kafka-python */
export const confluentKafka: SnippetClient = {
  ...names,
  label: 'Python · confluent-kafka',
  language: 'python',
  version,
  install,
  run,
  uncarriable: pythonUncarriable,
  producer,
  consumer,
};

const constants = ['SERVERS', 'TOPIC', 'HEADERS', 'GROUP', 'MESSAGE_TYPE'];
const producerNames = ['KafkaError', 'KafkaException', 'Message', 'Producer', ...constants];
const consumerNames = ['Consumer', 'KafkaError', 'KafkaException', 'Message', ...constants];

function producer(program: Program): string {
  const { typeName, blocks, imports } = pythonPayload(program, producerNames);
  const hasClock = program.clockPaths.length > 0;
  const id = pythonFormatted(program.messageId);
  return pythonModule(
    program,
    'producer',
    [install, run.producer],
    [
      [
        'import json',
        'import os',
        'import sys',
        ...(hasClock ? ['from datetime import datetime, timezone'] : []),
        ...typingImport(imports),
        '',
        'from confluent_kafka import KafkaError, KafkaException, Message, Producer',
        '',
        ...pythonConstants(program),
        ...pythonHeaders(program),
      ],
      ...blocks.map((block) => [block]),
      ...(hasClock ? [utcNow] : []),
      [
        'def on_delivery(error: KafkaError | None, message: Message) -> None:',
        '    if error is not None:',
        '        raise KafkaException(error)  # flush() raises it again',
        '    print(',
        `        f"Sent ${id} to {message.topic()}, "`,
        '        f"partition {message.partition()}, offset {message.offset()}"',
        '    )',
      ],
      [
        'def main() -> None:',
        pythonExample(program, `    event: ${typeName} = `),
        '    try:',
        '        producer = Producer(',
        '            {',
        '                "bootstrap.servers": SERVERS,',
        '                "acks": "all",',
        '                "message.timeout.ms": 20_000,',
        '                "reconnect.backoff.ms": 1_000,',
        '            }',
        '        )',
        '        producer.produce(',
        '            TOPIC,',
        ...(program.keyPath === undefined ? [] : [`            key=${pythonRecordKey(program, program.keyPath)},`]),
        '            value=json.dumps(event, ensure_ascii=False).encode("utf-8"),',
        '            headers=[(k, v.encode("utf-8")) for k, v in HEADERS.items()],',
        '            on_delivery=on_delivery,',
        '        )',
        '        producer.flush()',
        '    except KafkaException as error:',
        '        reason = error.args[0].str()',
        `        sys.exit(f"Could not send ${id} to {SERVERS}: {reason}")`,
      ],
      runMain,
    ],
  );
}

function consumer(program: Program): string {
  const { typeName, blocks, imports } = pythonPayload(program, consumerNames);
  const id = pythonFormatted(program.messageId);
  return pythonModule(
    program,
    'consumer',
    [install, run.consumer],
    [
      [
        'import json',
        'import os',
        'import signal',
        'import sys',
        'import threading',
        ...typingImport(imports),
        '',
        'from confluent_kafka import Consumer, KafkaError, KafkaException, Message',
        '',
        ...pythonConstants(program),
        `GROUP = ${pythonString(program.group)}`,
        `MESSAGE_TYPE = ${pythonBytes(messageType(program))}`,
      ],
      ...blocks.map((block) => [block]),
      [`def handle(event: ${typeName}) -> None:`, `    print(f"Received ${id}: {json.dumps(event)}", flush=True)`],
      readMessage(typeName),
      consumerMain(id),
      runMain,
    ],
  );
}

function readMessage(typeName: string): readonly string[] {
  return [
    'def read(message: Message) -> None:',
    '    # A topic can carry several messages; records that do not say are read.',
    '    headers = dict(message.headers() or [])',
    '    if (headers.get("message-type") or MESSAGE_TYPE) != MESSAGE_TYPE:',
    '        return',
    '    value = message.value()',
    '    if value is None:  # a tombstone: only its key means something',
    '        return',
    '    try:',
    `        event: ${typeName} = json.loads(value)`,
    '    except (ValueError, RecursionError) as error:',
    '        print(',
    '            f"Skipped a record that is not JSON: {message.topic()}, "',
    '            f"partition {message.partition()}, offset {message.offset()}: "',
    '            f"{error}",',
    '            file=sys.stderr,',
    '            flush=True,',
    '        )',
    '        return',
    '    handle(event)',
  ];
}

function consumerMain(id: string): readonly string[] {
  return [
    'def main() -> None:',
    ...stopOnSignals,
    '',
    '    consumer = Consumer(',
    '        {',
    '            "bootstrap.servers": SERVERS,',
    '            "reconnect.backoff.ms": 1_000,',
    '            "group.id": GROUP,',
    '            "auto.offset.reset": "earliest",',
    '            "enable.auto.commit": False,',
    '            "allow.auto.create.topics": True,',
    '        }',
    '    )',
    '    try:',
    '        # poll() would wait in silence for a broker that is not there.',
    '        consumer.list_topics(TOPIC, timeout=10)',
    '        consumer.subscribe([TOPIC])',
    '        while not stopping.is_set():',
    '            message = consumer.poll(0.5)',
    '            if message is None:',
    '                continue',
    '            error = message.error()',
    '            if error is None:',
    '                read(message)',
    '                # Only now: what was not handled is delivered again.',
    '                consumer.commit(message, asynchronous=False)',
    '            elif error.code() != KafkaError.UNKNOWN_TOPIC_OR_PART:',
    '                raise KafkaException(error)',
    '    except KafkaException as error:',
    '        reason = error.args[0].str()',
    `        sys.exit(f"Could not receive ${id} from {SERVERS}: {reason}")`,
    '    finally:',
    '        consumer.close()',
  ];
}
