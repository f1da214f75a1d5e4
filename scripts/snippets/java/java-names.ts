import { pascalCase } from '../payload/type-names.ts';

/** Names of classes that programs use: a record of that name would hide them. */
export const javaTypeNames = (
  'Arrays ArrayList BigInteger Boolean ByteArrayDeserializer ByteArraySerializer Class Collections ConsumerConfig ' +
  'ConsumerRecord DeserializationFeature Double Duration Error Exception ExecutionException Include Instant Integer ' +
  'InterruptedException IOException Iterable JsonInclude JsonNode JsonProcessingException JsonProperty KafkaConsumer ' +
  'KafkaException KafkaProducer List Long Map Math Number Object ObjectMapper Override PrintStream ProducerConfig ' +
  'ProducerRecord Properties Record Runtime StandardCharsets String StringSerializer System Thread TypeReference ' +
  'WakeupException ChronoUnit Producer Consumer Void Character Byte Short Float Enum Throwable Process Module'
).split(' ');

const reserved = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends false ' +
    'final finally float for goto if implements import instanceof int interface long native new null package private ' +
    'protected public return short static strictfp super switch synchronized this throw throws transient true try void ' +
    'volatile while _ clone finalize getClass hashCode notify notifyAll toString wait'
  ).split(' '),
);

/** Names of the components of a record, each only once, none of them the JSON name of another one. */
export function componentNames(jsonNames: readonly string[]): readonly string[] {
  const taken = new Set<string>(reserved);
  return jsonNames.map((jsonName) => {
    const pascal = pascalCase(jsonName);
    const base = pascal.charAt(0).toLowerCase() + pascal.slice(1);
    const isFree = (name: string) => !taken.has(name) && (name === jsonName || !jsonNames.includes(name));
    let name = base;
    for (let count = 1; !isFree(name); count += 1) name = count === 1 ? `${base}Value` : `${base}${count}`;
    taken.add(name);
    return name;
  });
}
