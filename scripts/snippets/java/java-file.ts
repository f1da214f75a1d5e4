import type { ProgramRole } from '../client.ts';
import { javaComment } from '../literals/java.ts';
import type { Program } from '../program.ts';
import { programComment } from '../program-comment.ts';

/** Classes by package: a program imports those that it names. */
const packages: Readonly<Record<string, string>> = {
  'com.fasterxml.jackson.annotation': 'JsonInclude JsonProperty',
  'com.fasterxml.jackson.annotation.JsonInclude': 'Include',
  'com.fasterxml.jackson.core': 'JsonProcessingException',
  'com.fasterxml.jackson.core.type': 'TypeReference',
  'com.fasterxml.jackson.databind': 'DeserializationFeature JsonNode ObjectMapper',
  'java.io': 'IOException PrintStream',
  'java.math': 'BigInteger',
  'java.nio.charset': 'StandardCharsets',
  'java.time': 'Duration Instant ZoneOffset',
  'java.time.format': 'DateTimeFormatter',
  'java.util': 'Arrays Collections List Map Properties',
  'java.util.concurrent': 'ExecutionException',
  'org.apache.kafka.clients.consumer': 'ConsumerConfig ConsumerRecord KafkaConsumer',
  'org.apache.kafka.clients.producer': 'KafkaProducer ProducerConfig ProducerRecord',
  'org.apache.kafka.common': 'KafkaException',
  'org.apache.kafka.common.errors': 'WakeupException',
  'org.apache.kafka.common.serialization': 'ByteArrayDeserializer ByteArraySerializer StringSerializer',
};

/** The comment on top, the imports, and the members of the one class. */
export function javaFile(
  program: Program,
  role: ProgramRole,
  commands: readonly string[],
  members: readonly string[],
): string {
  const comment = programComment(program, role, commands, { opening: '// ', width: 100, defuse: javaComment });
  const code = members.join('\n').replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""');
  const imports = Object.entries(packages).flatMap(([name, classes]) =>
    classes
      .split(' ')
      .filter((word) => new RegExp(`\\b${word}\\b`).test(code))
      .map((word) => `import ${name}.${word};\n`),
  );
  const className = role === 'producer' ? 'Producer' : 'Consumer';
  return inAscii(
    `${comment}\n${imports.join('')}\nclass ${className} {\n${members.map((member) => `${member}\n`).join('\n')}}\n`,
  );
}

/** Java 17 reads a source file in the encoding of the machine, and every one of them has ASCII. */
function inAscii(code: string): string {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What Maven copies into \`lib\`: the client, Jackson, and a logger that says nothing. */
export function pom(version: string): string {
  const dependencies = [
    ['org.apache.kafka', 'kafka-clients', version],
    ['com.fasterxml.jackson.core', 'jackson-databind', '2.22.4'],
    ['org.slf4j', 'slf4j-nop', '1.7.36'],
  ].map(
    ([group, artifact, number]) => `    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${number}</version>
    </dependency>
`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>events</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${dependencies.join('')}  </dependencies>
</project>
`;
}
