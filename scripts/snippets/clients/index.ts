import type { SnippetClient } from '../client.ts';
import { kafkaPython } from './kafka-python.ts';
import { platformaticKafka } from './platformatic-kafka.ts';

/** Every client library that programs are made for, in the order of their tabs. */
export const clients = [kafkaPython, platformaticKafka] as const satisfies readonly SnippetClient[];
