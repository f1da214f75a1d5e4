import { programFile, type ProgramRole, type SnippetClient } from '../client.ts';
import { goExample, goPayload, goRecordKey, needsPointers } from '../go/go-payload.ts';
import { goFormatted, goPairs, goString } from '../literals/go.ts';
import { messageType, type Program } from '../program.ts';
import { programComment } from '../program-comment.ts';

const version = '1.22.3';
const names = { id: 'franz-go', extension: 'go' } as const;
const install = `go mod init example.com/events && go get github.com/twmb/franz-go/pkg/kgo@v${version}`;
const run = {
  producer: `go run ${programFile('producer', names)}`,
  // `go run` itself ends with 1 on Ctrl-C, whatever the program does.
  consumer: `go build -o consumer ${programFile('consumer', names)} && ./consumer`,
} as const;

/** https://github.com/twmb/franz-go */
export const franzGo: SnippetClient = {
  ...names,
  label: 'Go · franz-go',
  language: 'go',
  version,
  install,
  run,
  producer,
  consumer,
};

const serversOf = `func servers() string {
	if servers := os.Getenv("KAFKA_BOOTSTRAP_SERVERS"); servers != "" {
		return servers
	}
	return "localhost:9092"
}`;

const utcNow = `func utcNow() string {
	return time.Now().UTC().Format("2006-01-02T15:04:05.000Z07:00")
}`;

const ptr = `func ptr[T any](value T) *T { return &value }`;

const setters = [
  `func set[T any](value T) Nullable[T] { return Nullable[T]{IsSet: true, Value: &value} }`,
  `func null[T any]() Nullable[T] { return Nullable[T]{IsSet: true} }`,
];

function producer(program: Program): string {
  const payload = goPayload(program);
  const id = goFormatted(program.messageId);
  const example = goExample(program, payload);
  const headers = program.headers.map(
    ([name, value]) => `\t\t\t{Key: ${goString(name)}, Value: []byte(${goString(value)})},\n`,
  );
  const record = goPairs(
    [
      ['Topic', 'topic'],
      ...(program.keyPath === undefined ? [] : [['Key', goRecordKey(program, program.keyPath, payload)] as const]),
      ['Value', 'value'],
      ['Headers', `[]kgo.RecordHeader{\n${headers.join('')}\t\t}`],
    ],
    '\t\t',
  );
  return goFile(program, 'producer', [
    `const topic = ${goString(program.topic)}`,
    ...payload.blocks,
    `func main() {
	if err := send(servers()); err != nil {
		fmt.Fprintf(os.Stderr, "Could not send ${id} to %s: %v\\n", servers(), err)
		os.Exit(1)
	}
}`,
    `func send(servers string) error {
${example}
	value, err := json.Marshal(event)
	if err != nil {
		return err
	}

	client, err := kgo.NewClient(
		kgo.SeedBrokers(strings.Split(servers, ",")...),
		kgo.RequiredAcks(kgo.AllISRAcks()),
		// By default it is snappy, which some client libraries cannot read.
		kgo.ProducerBatchCompression(kgo.NoCompression()),
		kgo.AllowAutoTopicCreation(),
	)
	if err != nil {
		return err
	}
	defer client.Close()

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	record, err := client.ProduceSync(ctx, &kgo.Record{
${record}	}).First()
	if err != nil {
		return err
	}
	fmt.Printf("Sent ${id} to %s, partition %d, offset %d\\n", record.Topic, record.Partition, record.Offset)
	return nil
}`,
    serversOf,
    ...(program.clockPaths.length === 0 ? [] : [utcNow]),
    ...(needsPointers(example) ? [ptr] : []),
    ...(payload.blocks.some((block) => block.includes('type Nullable[')) ? setters : []),
  ]);
}

function consumer(program: Program): string {
  const payload = goPayload(program);
  const { typeName } = payload;
  const id = goFormatted(program.messageId);
  const constants = [
    ['topic', goString(program.topic)],
    ['group', goString(program.group)],
    ['messageType', goString(messageType(program))],
  ];
  return goFile(program, 'consumer', [
    `const (\n${constants.map(([name = '', value]) => `\t${name.padEnd(11)} = ${value}\n`).join('')})`,
    ...payload.blocks,
    `func handle(event ${typeName}) error {
	text, err := json.Marshal(event)
	if err == nil {
		fmt.Printf("Received ${id}: %s\\n", text)
	}
	return err
}`,
    `func read(record *kgo.Record) error {
	// A topic can carry several messages; records that do not say are read.
	found := ""
	for _, header := range record.Headers {
		if header.Key == "message-type" {
			found = string(header.Value)
		}
	}
	if found != "" && found != messageType {
		return nil
	}
	if record.Value == nil { // a tombstone: only its key means something
		return nil
	}
	var event ${typeName}
	if !utf8.Valid(record.Value) {
		return errors.New("it is not UTF-8")
	}
	if err := json.Unmarshal(record.Value, &event); err != nil {
		return err
	}
	return handle(event)
}`,
    `func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := receive(ctx, servers()); err != nil {
		fmt.Fprintf(os.Stderr, "Could not receive ${id} from %s: %v\\n", servers(), err)
		os.Exit(1)
	}
}`,
    `func receive(ctx context.Context, servers string) error {
	client, err := kgo.NewClient(
		kgo.SeedBrokers(strings.Split(servers, ",")...),
		kgo.ConsumerGroup(group),
		kgo.ConsumeTopics(topic),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
		kgo.DisableAutoCommit(),
		kgo.AllowAutoTopicCreation(),
	)
	if err != nil {
		return err
	}
	defer client.Close() // leaves the group

	// PollFetches would wait in silence for a broker that is not there.
	hello, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	if err := client.Ping(hello); err != nil && ctx.Err() == nil {
		return err
	}

	for ctx.Err() == nil {
		fetches := client.PollFetches(ctx)
		for _, record := range fetches.Records() {
			if err := read(record); err != nil {
				fmt.Fprintf(os.Stderr, "Skipped a record that is not JSON: %s, partition %d, offset %d: %v\\n",
					record.Topic, record.Partition, record.Offset, err)
			}
		}
		if err := fetches.Err(); err != nil && ctx.Err() == nil && !errors.Is(err, kerr.UnknownTopicOrPartition) {
			return err
		}
		// Only now: what was not handled is delivered again.
		if err := client.CommitUncommittedOffsets(context.Background()); err != nil {
			return err
		}
	}
	return nil
}`,
    serversOf,
  ]);
}

const packages = {
  context: 'context.',
  'encoding/json': 'json.',
  errors: 'errors.',
  fmt: 'fmt.',
  os: 'os.',
  'os/signal': 'signal.',
  strings: 'strings.',
  syscall: 'syscall.',
  time: 'time.',
  'unicode/utf8': 'utf8.',
} as const;

function goFile(program: Program, role: ProgramRole, blocks: readonly string[]): string {
  const comment = programComment(program, role, [install, run[role]], {
    opening: '// ',
    width: 100,
    // `// +build` would be obeyed.
    defuse: (text) => text.replaceAll('+build', '+ build'),
  });
  // A name in a text is found too rarely to matter, but an import that nothing uses does not compile.
  const used = codeWithoutStrings(blocks.join('\n'));
  const imports = Object.entries(packages).filter(([, call]) => used.includes(call));
  const library = ['github.com/twmb/franz-go/pkg/kerr', 'github.com/twmb/franz-go/pkg/kgo'].filter((path) =>
    used.includes(`${path.split('/').at(-1)}.`),
  );
  return [
    comment,
    'package main\n',
    `import (\n${imports.map(([path]) => `\t"${path}"\n`).join('')}\n${library.map((path) => `\t"${path}"\n`).join('')})\n`,
    ...blocks.map((block) => `${block}\n`),
  ].join('\n');
}

function codeWithoutStrings(code: string): string {
  return code.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""').replaceAll(/\/\/ One of .*/g, '');
}
