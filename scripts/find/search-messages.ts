import type { IndexedMessage } from './field-index.ts';
import { EXACT, nameText, PREFIX, scoreName, scoreText, SUBSTRING, type NameText } from './match-text.ts';
import { plain, type Query } from './read-query.ts';

/** A message, ready to be compared. */
export interface MessageText {
  readonly message: IndexedMessage;
  readonly names: readonly NameText[];
  /** Who sends and reads it, and where it belongs. */
  readonly around: readonly NameText[];
  readonly summary: string;
  readonly senders: readonly NameText[];
}

/** The id and the name of each service, by its place in the index. */
export type ServiceNames = readonly (readonly NameText[])[];

export function messageText(message: IndexedMessage, services: ServiceNames): MessageText {
  const namesOf = (participants: IndexedMessage['senders']) =>
    [...new Set(participants.map(({ service }) => service))].flatMap((service) => services[service] ?? []);
  const senders = namesOf(message.senders);
  const places = [message.domain, ...message.topics].filter((text) => text !== '');
  return {
    message,
    names: [nameText(message.name, false), nameText(message.id, false)],
    around: [...senders, ...namesOf(message.readers), ...places.map((text) => nameText(text, false))],
    summary: message.summary.toLowerCase(),
    senders,
  };
}

/** How well a word fits a message; 0 where it does not. A field that it fits is meant more than any message. */
export function scoreMessage({ names, around, summary }: MessageText, word: string): number {
  const byName = Math.max(...names.map((name) => scoreName(name, word)));
  if (byName > 0) return byName / 4;
  if (around.some((name) => scoreName(name, word) > SUBSTRING)) return 8;
  return scoreText(summary, word) / 3;
}

/** A name that has all words in their order is what was meant, however the words are written together. */
const AS_PHRASE = 3;

export function scorePhrase(name: NameText, phrase: string): number {
  const score = scoreName(name, phrase);
  return score === EXACT || score === PREFIX || score === SUBSTRING ? score * AS_PHRASE : 0;
}

/** The messages that have all words, the best first. */
export function searchMessages(
  messages: readonly MessageText[],
  { words }: Query,
  phrase: string | undefined,
): readonly MessageText[] {
  const scored = messages.flatMap((item) => {
    const scores = words.map((word) => scoreMessage(item, word));
    if (scores.includes(0)) return [];
    const asPhrase = phrase === undefined ? 0 : Math.max(...item.names.map((name) => scorePhrase(name, phrase)));
    return [{ item, score: scores.reduce((sum, score) => sum + score, asPhrase) }];
  });
  return scored.toSorted((left, right) => right.score - left.score).map(({ item }) => item);
}

/** Whether the filters let a message as a whole pass. */
export function passesMessage(
  { message, senders, names }: MessageText,
  { filters }: Query,
  services: ServiceNames,
): boolean {
  const { readers, domain, topics } = message;
  return (
    filters.sends.every((value) => isNamed(senders, value)) &&
    filters.reads.every((value) => readers.some(({ service }) => isNamed(services[service] ?? [], value))) &&
    filters.in.every((value) => isNamed(names, value)) &&
    filters.domain.every((value) => plain(domain).includes(value)) &&
    filters.topic.every((value) => topics.some((topic) => plain(topic).includes(value)))
  );
}

/** Whether a value is in one of the names of somebody. */
export function isNamed(names: readonly NameText[], value: string): boolean {
  return names.some(({ whole }) => whole.includes(value));
}
