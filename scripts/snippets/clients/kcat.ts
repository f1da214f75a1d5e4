import { programFile, type ProgramRole, type SnippetClient } from '../client.ts';
import { valueAt } from '../key-path.ts';
import { shellQuoted, shellString, shellWidth } from '../literals/shell.ts';
import { programComment } from '../program-comment.ts';
import { messageType, type Program } from '../program.ts';
import { shellExample, shellRecordKey } from '../shell/shell-payload.ts';
import { shellUncarriable } from '../shell/shell-uncarriable.ts';

const version = '1.7.1';
const names = { id: 'kcat', extension: 'sh' } as const;
const install = `apt-get install -y 'kcat=${version}*' jq`;
const run = {
  producer: `sh ${programFile('producer', names)}`,
  consumer: `sh ${programFile('consumer', names)}`,
} as const;

/** https://github.com/edenhill/kcat */
export const kcat: SnippetClient = {
  ...names,
  label: 'Shell · kcat',
  language: 'sh',
  version,
  install,
  run,
  uncarriable: shellUncarriable,
  producer,
  consumer,
};

const servers = 'servers=${KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}';

function producer(program: Program): string {
  const { keyPath } = program;
  const id = shellQuoted(program.messageId);
  return shellScript(program, 'producer', [
    [servers, `topic=${shellString(program.topic)}`],
    shellExample(program),
    ['event=$(event)', ...(keyPath === undefined ? [] : shellRecordKey(keyPath, valueAt(program.example, keyPath)))],
    [
      '# JSON has line ends, but never a record separator.',
      'if ! output=$(printf \'%s\' "$event" |',
      String.raw`  kcat -P -E -b "$servers" -t "$topic" -D '\x1e' \ `.trimEnd(),
      ...(keyPath === undefined ? [] : ['    -k "$key" \\']),
      ...program.headers.map(([name, value]) => `    -H ${shellString(`${name}=${value}`)} \\`),
      '    -X acks=all -X message.timeout.ms=10000 2>&1)',
      'then',
      '  reason=${output##*% }',
      `  printf '%s\\n' "Could not send ${id} to $servers: \${reason#ERROR: }" >&2`,
      '  exit 1',
      'fi',
      `printf '%s\\n' "Sent ${id} to $topic"`,
    ],
  ]);
}

function consumer(program: Program): string {
  const id = shellQuoted(program.messageId);
  return shellScript(program, 'consumer', [
    [
      servers,
      `topic=${shellString(program.topic)}`,
      `group=${shellString(program.group)}`,
      // As the records will have it: U+FFFD escaped.
      `message_type=${shellString(messageType(program).replaceAll('\ufffd', String.raw`\ufffd`))}`,
    ],
    ['handle() {', `  printf '%s\\n' "Received ${id}: $1"`, '}'],
    [
      'fail() {',
      '  reason=${1##*% }',
      `  printf '%s\\n' "Could not receive ${id} from $servers: \${reason#ERROR: }" >&2`,
      '  exit 1',
      '}',
    ],
    topicIsThere,
    eventsProgram,
    readRecords,
    consumerMain,
  ]);
}

const topicIsThere = [
  '# kcat gives up on a topic that is not there.',
  'topic_is_there() {',
  '  topics=$(kcat -L -q -b "$servers" -t "$topic" -m 10 2>&1) || fail "$topics"',
  '  case $topics in',
  "    *' with 0 partitions:'*) return 1 ;;",
  '  esac',
  '}',
];

// What is printed is the text that came, for jq 1.6 rounds long integers.
const eventsProgram = [
  '# The JSON of each record on one line, or why there is none.',
  "events='",
  '  # jq balks at half of a surrogate pair, which JSON may have.',
  String.raw`  def check: split("\\ud") | join("\\u0") | split("\\uD") | join("\\u0") | fromjson;`,
  '  # Between values JSON may have line ends and tabs, within strings it has none.',
  '  def one_line: explode | map([., 32] | max) | implode;',
  '',
  '  . as $record',
  '  # A topic can carry several messages; records that do not say are read.',
  '  | [.headers // [] | range(0; length; 2) as $i',
  '     | select(.[$i] == "message-type") | .[$i + 1]]',
  '  | select((last // "") == "" or last == $message_type)',
  '  | $record.payload',
  '  | select(. != null)  # a tombstone: only its key means something',
  '  | try (',
  '      if contains("\\ufffd") then error("it is not UTF-8") else . end',
  '      | (check | empty), one_line',
  '    ) catch (',
  '      "Skipped a record that is not JSON: \\($record.topic), " +',
  '      "partition \\($record.partition), offset \\($record.offset): " +',
  '      (split(" (while parsing")[0])',
  '    )',
  "'",
];

const readRecords = [
  'read_records() {',
  '  # jq puts U+FFFD where bytes are not UTF-8: escaped, those of the sender differ.',
  "  sed -u 's/\ufffd/\\\\\\\\ufffd/g' |",
  '    jq -r --unbuffered --arg message_type "$message_type" "$events" |',
  '    while IFS= read -r event; do',
  '      case $event in',
  "        'Skipped '*) printf '%s\\n' \"$event\" >&2 ;;",
  '        *) handle "$event" ;;',
  '      esac',
  '    done',
  '}',
];

const consumerMain = [
  "trap 'exit 0' INT TERM",
  'until topic_is_there; do sleep 1; done',
  '',
  'work=$(mktemp -d)',
  'trap \'rm -r "$work"\' EXIT',
  'mkfifo "$work/records"',
  '',
  '(trap \'\' INT TERM; read_records <"$work/records") &',
  'reader=$!',
  '# Commits every five seconds and at the end what it has handed on.',
  'kcat -G "$group" -q -E -b "$servers" -J -u \\',
  '  -X auto.offset.reset=earliest -- "$topic" >"$work/records" &',
  'kcat=$!',
  '# A signal ends kcat only: what it has handed on is still handled.',
  'stopping=',
  'trap \'stopping=yes; kill "$kcat" 2>/dev/null || :\' INT TERM',
  '',
  'status=0',
  'wait "$kcat" || status=$?',
  'wait "$reader"',
  'if [ -z "$stopping" ] && [ "$status" -ne 0 ]; then',
  '  fail "kcat ended with status $status"',
  'fi',
];

function shellScript(program: Program, role: ProgramRole, blocks: readonly (readonly string[])[]): string {
  const comment = programComment(program, role, [install, run[role]], {
    opening: '# ',
    width: shellWidth,
    // Behind `#`, ShellCheck would obey it.
    defuse: (text) => text.replaceAll(/shellcheck(?=\s)/g, 'shellcheck:'),
  });
  return `#!/bin/sh\n${comment}\nset -eu\n\n${blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')}`;
}
