import { programFile, type ProgramRole, type SnippetClient } from '../client.ts';
import { javaExample, javaPayload, javaRecordKey, javaUncarriable } from '../java/java-payload.ts';
import { javaFile, pom } from '../java/java-file.ts';
import { javaString } from '../literals/java.ts';
import { messageType, type Program } from '../program.ts';

const version = '4.4.0';
const names = { id: 'kafka-clients', extension: 'java' } as const;
const install = 'mvn --quiet dependency:copy-dependencies -DoutputDirectory=lib';
const run = {
  producer: `java -cp "lib/*" ${programFile('producer', names)}`,
  consumer: `java -cp "lib/*" ${programFile('consumer', names)}`,
} as const;

/** https://github.com/apache/kafka */
export const kafkaClients: SnippetClient = {
  ...names,
  label: 'Java · kafka-clients',
  language: 'java',
  version,
  install,
  run,
  projectFiles: [{ path: 'pom.xml', content: pom(version), comment: ['<!-- ', ' -->'] }],
  uncarriable: javaUncarriable,
  producer,
  consumer,
};

const servers = `    static final String SERVERS = servers();`;

const serversOf = `    static String servers() {
        String servers = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        return servers == null || servers.isEmpty() ? "localhost:9092" : servers;
    }`;

const out = `    static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);`;

const utcNow = `    static String utcNow() {
        return UTC.format(Instant.now());
    }`;

const json = `    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException error) {
            throw new IllegalArgumentException(error);
        }
    }`;

function producer(program: Program): string {
  const payload = javaPayload(program);
  const id = program.messageId;
  const example = javaExample(program, payload, '        ');
  const hasClock = program.clockPaths.length > 0;
  const key = program.keyPath === undefined ? 'null' : javaRecordKey(program.keyPath, payload);
  const headers = program.headers.map(
    ([name, value]) =>
      `            record.headers().add(${javaString(name)}, ${javaString(value)}.getBytes(StandardCharsets.UTF_8));\n`,
  );
  const role: ProgramRole = 'producer';
  return javaFile(
    program,
    role,
    [install, run[role]],
    [
      `${servers}
    static final String TOPIC = ${javaString(program.topic)};
    static final ObjectMapper JSON = new ObjectMapper();
${hasClock ? `    static final DateTimeFormatter UTC =\n            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);\n` : ''}${out}`,
      ...payload.blocks,
      `    public static void main(String[] args) {
${example}

        var config = new Properties();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, SERVERS);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            String key = ${key};
            var record = new ProducerRecord<>(TOPIC, key, JSON.writeValueAsBytes(event));
${headers.join('')}            var sent = producer.send(record).get();
            OUT.println(${javaString(`Sent ${id} to `)} + sent.topic()
                    + ", partition " + sent.partition() + ", offset " + sent.offset());
        } catch (KafkaException | JsonProcessingException error) {
            fail(error);
        } catch (ExecutionException error) {
            fail(error.getCause());
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
        }
    }`,
      `    static void fail(Throwable error) {
        ERR.println(${javaString(`Could not send ${id} to `)} + SERVERS + ": " + error.getMessage());
        System.exit(1);
    }`,
      ...(example.includes('json(') ? [json] : []),
      ...(hasClock ? [utcNow] : []),
      serversOf,
    ],
  );
}

function consumer(program: Program): string {
  const payload = javaPayload(program);
  const { typeText } = payload;
  const id = program.messageId;
  const type =
    payload.types.root.kind === 'record' || payload.types.root.kind === 'any'
      ? `${typeText}.class`
      : `new TypeReference<${typeText}>() {}`;
  const role: ProgramRole = 'consumer';
  return javaFile(
    program,
    role,
    [install, run[role]],
    [
      `${servers}
    static final String TOPIC = ${javaString(program.topic)};
    static final String GROUP = ${javaString(program.group)};
    static final String MESSAGE_TYPE = ${javaString(messageType(program))};
    static final ObjectMapper JSON =
            new ObjectMapper()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
${out}
    static volatile int exitCode = 0;`,
      ...payload.blocks,
      `    static void handle(${typeText} event) throws JsonProcessingException {
        OUT.println(${javaString(`Received ${id}: `)} + JSON.writeValueAsString(event));
    }`,
      `    static void read(ConsumerRecord<byte[], byte[]> record) {
        // A topic can carry several messages; records that do not say are read.
        var header = record.headers().lastHeader("message-type");
        String type = header == null || header.value() == null
                ? "" : new String(header.value(), StandardCharsets.UTF_8);
        if (!type.isEmpty() && !type.equals(MESSAGE_TYPE)) {
            return;
        }
        if (record.value() == null) { // a tombstone: only its key means something
            return;
        }
        try {
            handle(JSON.readValue(record.value(), ${type}));
        } catch (IOException error) {
            String reason = error.getMessage().lines().findFirst().orElse("");
            ERR.println("Skipped a record that is not JSON: " + record.topic() + ", partition "
                    + record.partition() + ", offset " + record.offset() + ": " + reason);
        }
    }`,
      `    public static void main(String[] args) {
        var config = new Properties();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, SERVERS);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            stopOnSignal(consumer);
            // poll() would wait in silence for a broker that is not there.
            consumer.partitionsFor(TOPIC, Duration.ofSeconds(10));
            consumer.subscribe(List.of(TOPIC));
            while (true) {
                var records = consumer.poll(Duration.ofMillis(500));
                records.forEach(Consumer::read);
                // Only now: what was not handled is delivered again.
                consumer.commitSync();
            }
        } catch (WakeupException stopped) {
            // Ctrl-C: closing the consumer has left the group.
        } catch (KafkaException error) {
            ERR.println(${javaString(`Could not receive ${id} from `)} + SERVERS + ": " + error.getMessage());
            exitCode = 1;
        }
    }`,
      `    /** Lets main() end, and then the program with its own exit code: on Ctrl-C Java ends with 130. */
    static void stopOnSignal(KafkaConsumer<?, ?> consumer) {
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            consumer.wakeup();
            try {
                main.join();
            } catch (InterruptedException error) {
                exitCode = 1;
            }
            Runtime.getRuntime().halt(exitCode);
        }));
    }`,
      serversOf,
    ],
  );
}
