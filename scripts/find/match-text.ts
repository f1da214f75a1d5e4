import { plain } from './read-query.ts';

/** A name, made ready to be compared with many words. */
export interface NameText {
  readonly name: string;
  /** Where its last part starts: that of a path, or the whole of any other name. */
  readonly lastAt: number;
  /** The last part, plain. */
  readonly last: string;
  /** All of it, plain. */
  readonly whole: string;
}

/** The points for the ways in which a word fits a name; more is better. */
export const EXACT = 100;
export const PREFIX = 80;
const WHOLE_WORD = 65;
const WORD_PREFIX = 60;
const ABOVE = 45;
export const SUBSTRING = 30;
const IN_TEXT = 12;
const WITHIN_WORD = 5;

/** A path is taken apart at its dots; any other name has one part only. */
export function nameText(name: string, isPath: boolean): NameText {
  const lastAt = isPath ? name.lastIndexOf('.') + 1 : 0;
  // What is nothing but marks is compared as it is.
  const whole = plain(name) || name.toLowerCase();
  return { name, lastAt, last: lastAt === 0 ? whole : plain(name.slice(lastAt)) || whole, whole };
}

/** `HTTPServer_idNew` is `http`, `server`, `id` and `new`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s._\-[\]/:]+/u);
}

/** How well a word, made plain, fits a name; 0 where it does not. Names are taken apart only where it fits somehow. */
export function scoreName({ name, lastAt, last, whole }: NameText, word: string): number {
  if (last === word) return EXACT;
  if (!whole.includes(word)) return 0;
  if (last.startsWith(word)) return PREFIX;
  const words = wordsOf(name.slice(lastAt));
  if (words.includes(word)) return WHOLE_WORD;
  if (words.some((part) => part.startsWith(word))) return WORD_PREFIX;
  if (wordsOf(name.slice(0, lastAt)).some((part) => part.startsWith(word))) return ABOVE;
  return SUBSTRING;
}

/** Shorter words count in prose only where a word of it starts so: `id` is no part of `said`. */
export const SHORTEST_WITHIN = 4;

/** Whether a new word starts at a place of a text. */
export function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

/** How well a word fits a sentence in lower case; 0 where it does not. */
export function scoreText(text: string, word: string): number {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return IN_TEXT;
  }
  return word.length >= SHORTEST_WITHIN && text.includes(word) ? WITHIN_WORD : 0;
}
