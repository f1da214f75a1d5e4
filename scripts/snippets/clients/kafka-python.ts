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

const version = '3.0.12';
const names = { id: 'kafka-python', extension: 'py' } as const;
const install = `pip install 'kafka-python==${version}'`;
const run = {
  producer: `python ${programFile('producer', names)}`,
  consumer: `python ${programFile('consumer', names)}`,
} as const;

/** https://github.com/dpkp/kafka-python */
export const kafkaPython: SnippetClient = {
  ...names,
  label: 'Python · kafka-python',
  language: 'python',
  version,
  install,
  run,
  uncarriable: pythonUncarriable,
  producer,
  consumer,
};

const producerNames = ['KafkaProducer', 'KafkaError', 'SERVERS', 'TOPIC', 'HEADERS'];
const consumerNames = ['KafkaConsumer', 'ConsumerRecord', 'KafkaError', 'SERVERS', 'TOPIC', 'GROUP', 'MESSAGE_TYPE'];

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
        'from kafka import KafkaProducer',
        'from kafka.errors import KafkaError',
        '',
        ...pythonConstants(program),
        ...pythonHeaders(program),
      ],
      ...blocks.map((block) => [block]),
      ...(hasClock ? [utcNow] : []),
      [
        'def main() -> None:',
        pythonExample(program, `    event: ${typeName} = `),
        '    try:',
        '        with KafkaProducer(',
        '            bootstrap_servers=SERVERS.split(","),',
        '            bootstrap_timeout_ms=10_000,',
        '            acks="all",',
        '        ) as producer:',
        '            record = producer.send(',
        '                TOPIC,',
        ...(program.keyPath === undefined ? [] : [`                key=${pythonRecordKey(program, program.keyPath)},`]),
        '                value=json.dumps(event, ensure_ascii=False).encode("utf-8"),',
        '                headers=[(k, v.encode("utf-8")) for k, v in HEADERS.items()],',
        '            ).get(timeout=30)',
        '    except KafkaError as error:',
        `        sys.exit(f"Could not send ${id} to {SERVERS}: {error}")`,
        '',
        '    print(',
        `        f"Sent ${id} to {record.topic}, "`,
        '        f"partition {record.partition}, offset {record.offset}"',
        '    )',
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
        'from kafka import KafkaConsumer',
        'from kafka.consumer.fetcher import ConsumerRecord',
        'from kafka.errors import KafkaError',
        '',
        ...pythonConstants(program),
        `GROUP = ${pythonString(program.group)}`,
        `MESSAGE_TYPE = ${pythonBytes(messageType(program))}`,
      ],
      ...blocks.map((block) => [block]),
      [`def handle(event: ${typeName}) -> None:`, `    print(f"Received ${id}: {json.dumps(event)}", flush=True)`],
      readRecord(typeName),
      consumerMain(id),
      runMain,
    ],
  );
}

// The value is decoded here, not by a `value_deserializer`: what that raises ends the consumer, and it would be given
// the records of other messages too.
function readRecord(typeName: string): readonly string[] {
  return [
    'def read(record: ConsumerRecord) -> None:',
    '    # A topic can carry several messages; records that do not say are read.',
    '    message_type = dict(record.headers).get("message-type") or MESSAGE_TYPE',
    '    if message_type != MESSAGE_TYPE:',
    '        return',
    '    if record.value is None:  # a tombstone: only its key means something',
    '        return',
    '    try:',
    `        event: ${typeName} = json.loads(record.value)`,
    '    except (ValueError, RecursionError) as error:',
    '        print(',
    '            f"Skipped a record that is not JSON: {record.topic}, "',
    '            f"partition {record.partition}, offset {record.offset}: {error}",',
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
    '    try:',
    '        with KafkaConsumer(',
    '            TOPIC,',
    '            bootstrap_servers=SERVERS.split(","),',
    '            bootstrap_timeout_ms=10_000,',
    '            group_id=GROUP,',
    '            auto_offset_reset="earliest",',
    '            enable_auto_commit=False,',
    '        ) as consumer:',
    '            while not stopping.is_set():',
    '                batch = consumer.poll(timeout_ms=500)',
    '                for records in batch.values():',
    '                    for record in records:',
    '                        read(record)',
    '                # Only now: what was not handled is delivered again.',
    '                if batch:',
    '                    consumer.commit()',
    '    except KafkaError as error:',
    `        sys.exit(f"Could not receive ${id} from {SERVERS}: {error}")`,
  ];
}
