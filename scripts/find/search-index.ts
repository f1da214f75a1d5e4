import { DEPRECATED, fieldRow, REQUIRED, type FieldIndex, type FieldRow, type IndexedMessage } from './field-index.ts';
import { EXACT, nameText, PREFIX, scoreName, scoreText, SUBSTRING, type NameText } from './match-text.ts';
import { isEmptyQuery, plain, type Query } from './read-query.ts';

/** What was found, the best first. */
export interface Found {
  readonly messages: readonly IndexedMessage[];
  readonly fields: readonly FieldRow[];
  /** How many there are in all. */
  readonly fieldCount: number;
  readonly messageCount: number;
}

/** An index that is ready to be searched. */
export interface SearchableIndex {
  readonly search: (query: Query, most: { readonly messages: number; readonly fields: number }) => Found;
  readonly fieldCount: number;
}

/** A message, ready to be compared. */
interface MessageText {
  readonly message: IndexedMessage;
  readonly names: readonly NameText[];
  /** Who sends and reads it, and where it belongs. */
  readonly around: readonly NameText[];
  readonly summary: string;
  readonly senders: readonly NameText[];
}

interface Scored<Item> {
  readonly item: Item;
  readonly score: number;
}

/** A name that has all words in their order is what was meant, however the words are written together. */
const AS_PHRASE = 3;

/** Texts are compared once each, and then rows by the places of their texts: most rows have the texts of others. */
export function searchableIndex(index: FieldIndex): SearchableIndex {
  const paths = index.paths.map((path) => nameText(path, true));
  const types = index.types.map(plain);
  const descriptions = index.descriptions.map((text) => text.toLowerCase());
  const services = index.services.map(({ id, name }) => [nameText(id, false), nameText(name, false)]);
  const messages = index.messages.map((message) => messageText(message, services));

  const search: SearchableIndex['search'] = (query, most) => {
    if (isEmptyQuery(query)) return { messages: [], fields: [], fieldCount: 0, messageCount: 0 };
    const { words, filters } = query;
    const phrase = words.length > 1 ? plain(words.join('')) : undefined;
    const scoresOf = (one: (word: string) => readonly number[]) => words.map(one);
    const byPath = scoresOf((word) => paths.map((path) => scoreName(path, word)));
    const byType = scoresOf((word) => types.map((text) => scoreText(text, word) * 2));
    const byDescription = scoresOf((word) => descriptions.map((text) => scoreText(text, word)));
    const byPhrase = phrase === undefined ? undefined : paths.map((path) => phraseScore(path, phrase));
    const typeFits = types.map((text) => filters.type.every((type) => text.includes(type)));
    const candidates = messages.filter((message) => fitsMessage(message, query, services));
    const fields: Scored<readonly [MessageText, number]>[] = [];
    for (const text of candidates) {
      const scoreOfMessage = words.map((word) => wordInMessage(text, word));
      const { path, type, description, flags } = text.message.fields;
      for (let at = 0; at < path.length; at += 1) {
        const [ofPath = 0, ofType = 0, ofDescription = 0] = [path[at], type[at], description[at]];
        if (typeFits[ofType] !== true || !fitsFlags(flags[at] ?? 0, filters.is)) continue;
        let score = 0;
        let isOwn = words.length === 0;
        for (let word = 0; word < words.length; word += 1) {
          const own = Math.max(
            byPath[word]?.[ofPath] ?? 0,
            byType[word]?.[ofType] ?? 0,
            byDescription[word]?.[ofDescription] ?? 0,
          );
          const best = Math.max(own, scoreOfMessage[word] ?? 0);
          if (own > 0) isOwn = true;
          score = best === 0 ? -1 : score + best;
          if (best === 0) break;
        }
        // Without a word of its own, each field of a message would be found by the name of the message.
        if (score < 0 || !isOwn) continue;
        fields.push({ item: [text, at], score: score + (byPhrase?.[ofPath] ?? 0) });
      }
    }
    const rows = readersFit(fields, filters.reads, index, services);
    const found = filters.type.length + filters.is.length > 0 ? [] : foundMessages(candidates, query, phrase);
    return {
      messages: found.slice(0, most.messages).map(({ message }) => message),
      messageCount: found.length,
      fields: best(rows, index, most.fields),
      fieldCount: rows.length,
    };
  };
  return { search, fieldCount: index.messages.reduce((sum, { fields }) => sum + fields.path.length, 0) };
}

function messageText(message: IndexedMessage, services: readonly (readonly NameText[])[]): MessageText {
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

function wordInMessage({ names, around, summary }: MessageText, word: string): number {
  const byName = Math.max(...names.map((name) => scoreName(name, word)));
  if (byName > 0) return byName / 4;
  if (around.some((name) => scoreName(name, word) > SUBSTRING)) return 8;
  return scoreText(summary, word) / 3;
}

function phraseScore(name: NameText, phrase: string): number {
  const score = scoreName(name, phrase);
  return score === EXACT || score === PREFIX || score === SUBSTRING ? score * AS_PHRASE : 0;
}

function foundMessages(
  candidates: readonly MessageText[],
  { words }: Query,
  phrase: string | undefined,
): readonly MessageText[] {
  const scored = candidates.flatMap((item): readonly Scored<MessageText>[] => {
    const scores = words.map((word) => wordInMessage(item, word));
    if (scores.includes(0)) return [];
    const asPhrase = phrase === undefined ? 0 : Math.max(...item.names.map((name) => phraseScore(name, phrase)));
    return [{ item, score: scores.reduce((sum, score) => sum + score, asPhrase) }];
  });
  return scored.toSorted((left, right) => right.score - left.score).map(({ item }) => item);
}

type Names = readonly (readonly NameText[])[];

function isNamed(names: readonly NameText[], value: string): boolean {
  return names.some(({ whole }) => whole.includes(value));
}

/** The filters that a message as a whole fits or does not. */
function fitsMessage({ message, senders, names }: MessageText, { filters }: Query, services: Names): boolean {
  const { readers, domain, topics } = message;
  return (
    filters.sends.every((value) => isNamed(senders, value)) &&
    filters.reads.every((value) => readers.some(({ service }) => isNamed(services[service] ?? [], value))) &&
    filters.in.every((value) => isNamed(names, value)) &&
    filters.domain.every((value) => plain(domain).includes(value)) &&
    filters.topic.every((value) => topics.some((topic) => plain(topic).includes(value)))
  );
}

function fitsFlags(flags: number, asked: readonly string[]): boolean {
  return asked.every((flag) => {
    if (flag === 'required') return (flags & REQUIRED) !== 0;
    if (flag === 'optional') return (flags & REQUIRED) === 0;
    return flag === 'deprecated' && (flags & DEPRECATED) !== 0;
  });
}

type ScoredRow = Scored<readonly [MessageText, number]>;

function readersFit(
  rows: readonly ScoredRow[],
  asked: readonly string[],
  index: FieldIndex,
  services: Names,
): readonly ScoredRow[] {
  if (asked.length === 0) return rows;
  return rows.filter(({ item: [{ message }, at] }) => {
    const { readers } = fieldRow(index, message, at);
    return asked.every((value) => readers.some(({ service }) => isNamed(services[service] ?? [], value)));
  });
}

/** What counts is the score, then whether the latest version has it, then a short path; else they stay in their order. */
function best(rows: readonly ScoredRow[], index: FieldIndex, most: number): readonly FieldRow[] {
  const ranks = Float64Array.from(rows, (row) => rankOf(row, index));
  // Sorting all of a large index for the few that are shown would take most of the time.
  const least = ranks.toSorted().at(-most) ?? -Infinity;
  return rows
    .map(({ item }, at) => ({ item, rank: ranks[at] ?? 0 }))
    .filter(({ rank }) => rank >= least)
    .toSorted((left, right) => right.rank - left.rank)
    .slice(0, most)
    .map(({ item: [{ message }, at] }) => fieldRow(index, message, at));
}

const OF_OLD = 1000;
const LONGEST = 999;

function rankOf({ item: [{ message }, at], score }: ScoredRow, { sets, paths }: FieldIndex): number {
  const versions = sets[message.fields.versions[at] ?? -1] ?? [];
  const length = Math.min(paths[message.fields.path[at] ?? -1]?.length ?? 0, LONGEST);
  return score * 10_000 - (versions.includes(message.latest) ? 0 : OF_OLD) - length;
}
