import { DEPRECATED, fieldRow, REQUIRED, type FieldIndex, type FieldRow, type IndexedMessage } from './field-index.ts';
import { nameText, scoreName, scoreText, type NameText } from './match-text.ts';
import { isEmptyQuery, plain, type Query } from './read-query.ts';
import {
  isNamed,
  messageText,
  passesMessage,
  scoreMessage,
  scorePhrase,
  searchMessages,
  type MessageText,
} from './search-messages.ts';

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

/** The texts that rows have, ready to be compared. */
interface RowTexts {
  readonly paths: readonly NameText[];
  /** Plain. */
  readonly types: readonly string[];
  /** In lower case. */
  readonly descriptions: readonly string[];
}

/** A row of a message that has what is asked for. */
interface FoundRow {
  readonly message: IndexedMessage;
  readonly at: number;
  readonly score: number;
}

const NOTHING: Found = { messages: [], fields: [], fieldCount: 0, messageCount: 0 };

export function searchableIndex(index: FieldIndex): SearchableIndex {
  const texts: RowTexts = {
    paths: index.paths.map((path) => nameText(path, true)),
    types: index.types.map(plain),
    descriptions: index.descriptions.map((text) => text.toLowerCase()),
  };
  const services = index.services.map(({ id, name }) => [nameText(id, false), nameText(name, false)]);
  const messages = index.messages.map((message) => messageText(message, services));
  const isRead = ({ message, at }: FoundRow, reads: readonly string[]) => {
    const { readers } = fieldRow(index, message, at);
    return reads.every((value) => readers.some(({ service }) => isNamed(services[service] ?? [], value)));
  };
  return {
    search: (query, most) => {
      if (isEmptyQuery(query)) return NOTHING;
      const { words, filters } = query;
      const phrase = words.length > 1 ? words.join('') : undefined;
      const passing = messages.filter((message) => passesMessage(message, query, services));
      const scored = searchRows(passing, texts, query, phrase);
      const rows = filters.reads.length === 0 ? scored : scored.filter((row) => isRead(row, filters.reads));
      const asksOfFields = filters.type.length + filters.is.length > 0;
      const found = asksOfFields ? [] : searchMessages(passing, query, phrase);
      return {
        messages: found.slice(0, most.messages).map(({ message }) => message),
        messageCount: found.length,
        fields: best(rows, index, most.fields).map(({ message, at }) => fieldRow(index, message, at)),
        fieldCount: rows.length,
      };
    },
    fieldCount: index.messages.reduce((sum, { fields }) => sum + fields.path.length, 0),
  };
}

/** The rows that have every word. Texts are compared once each, and rows by the places of theirs: most share them. */
function searchRows(
  messages: readonly MessageText[],
  { paths, types, descriptions }: RowTexts,
  { words, filters }: Query,
  phrase: string | undefined,
): readonly FoundRow[] {
  const scores = words.map((word) => ({
    path: paths.map((path) => scoreName(path, word)),
    type: types.map((text) => scoreText(text, word) * 2),
    description: descriptions.map((text) => scoreText(text, word)),
  }));
  const phraseScores = phrase === undefined ? [] : paths.map((path) => scorePhrase(path, phrase));
  const isType = types.map((text) => filters.type.every((type) => text.includes(type)));
  const rows: FoundRow[] = [];
  for (const text of messages) {
    const { message } = text;
    const ofMessage = words.map((word) => scoreMessage(text, word));
    const { path, type, description, flags } = message.fields;
    for (let at = 0; at < path.length; at += 1) {
      const [ofPath = 0, ofType = 0, ofDescription = 0] = [path[at], type[at], description[at]];
      if (isType[ofType] !== true || !fitsFlags(flags[at] ?? 0, filters.is)) continue;
      const own = scores.map((word) =>
        Math.max(word.path[ofPath] ?? 0, word.type[ofType] ?? 0, word.description[ofDescription] ?? 0),
      );
      const score = scoreOf(own, ofMessage);
      if (score !== undefined) rows.push({ message, at, score: score + (phraseScores[ofPath] ?? 0) });
    }
  }
  return rows;
}

/** Undefined where a word is missing, or where none is the row's own: the name of a message would find all of its fields. */
function scoreOf(own: readonly number[], ofMessage: readonly number[]): number | undefined {
  let sum = 0;
  let isOwn = own.length === 0;
  for (const [word, score] of own.entries()) {
    const most = Math.max(score, ofMessage[word] ?? 0);
    if (most === 0) return undefined;
    if (score > 0) isOwn = true;
    sum += most;
  }
  return isOwn ? sum : undefined;
}

function fitsFlags(flags: number, asked: readonly string[]): boolean {
  return asked.every((flag) => {
    if (flag === 'required') return (flags & REQUIRED) !== 0;
    if (flag === 'optional') return (flags & REQUIRED) === 0;
    return flag === 'deprecated' && (flags & DEPRECATED) !== 0;
  });
}

/** What counts is the score, then whether the latest version has it, then a short path; else they stay in their order. */
function best(rows: readonly FoundRow[], index: FieldIndex, most: number): readonly FoundRow[] {
  const ranks = Float64Array.from(rows, (row) => rankOf(row, index));
  // Sorting all of a large index for the few that are shown would take most of the time.
  const least = ranks.toSorted().at(-most) ?? -Infinity;
  return rows
    .map((row, at) => ({ row, rank: ranks[at] ?? 0 }))
    .filter(({ rank }) => rank >= least)
    .toSorted((left, right) => right.rank - left.rank)
    .slice(0, most)
    .map(({ row }) => row);
}

const OF_OLD = 1000;
const LONGEST = 999;

function rankOf({ message, at, score }: FoundRow, { sets, paths }: FieldIndex): number {
  const versions = sets[message.fields.versions[at] ?? -1] ?? [];
  const length = Math.min(paths[message.fields.path[at] ?? -1]?.length ?? 0, LONGEST);
  return score * 10_000 - (versions.includes(message.latest) ? 0 : OF_OLD) - length;
}
