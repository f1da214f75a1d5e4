import type { SnippetClient } from '../client.ts';
import { confluentKafka } from './confluent-kafka.ts';
import { franzGo } from './franz-go.ts';
import { kafkaClients } from './kafka-clients.ts';
import { kafkaPython } from './kafka-python.ts';
import { kafkajs } from './kafkajs.ts';
import { kcat } from './kcat.ts';
import { platformaticKafka } from './platformatic-kafka.ts';

/** Every client library that programs are made for, in the order of their tabs. */
export const clients = [
  kafkaPython,
  confluentKafka,
  platformaticKafka,
  kafkajs,
  kafkaClients,
  franzGo,
  kcat,
] as const satisfies readonly SnippetClient[];
