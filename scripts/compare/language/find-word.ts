import { basicPlane, charactersInOrder } from './alphabet.ts';
import { numbersBetween } from './number-set.ts';
import { readPattern } from './read-pattern.ts';
import { searchLanguage } from './search-language.ts';
import { WordSearch, type ShortestWord } from './shortest-word.ts';
import { TermStore } from './term-store.ts';
import type { Term } from './term.ts';
import { compilePattern } from '../../schema/regular-expression.ts';

export interface WordRequest {
  /** ECMA 262 patterns of which each must find a match somewhere in the word. */
  readonly inside: readonly string[];
  /** Patterns of which none may find a match. */
  readonly outside: readonly string[];
  /** In code points. */
  readonly minLength: number;
  /** In code points; Infinity: no limit. */
  readonly maxLength: number;
  /** Words that may not be the answer. */
  readonly excluded: ReadonlySet<string>;
}

export type WordAnswer =
  | { readonly kind: 'word'; readonly word: string }
  /** It is proved that there is no such word. */
  | { readonly kind: 'empty' }
  /** The reason names the construct and the pattern, or the limit that was reached. */
  | { readonly kind: 'unknown'; readonly reason: string };

const empty: WordAnswer = { kind: 'empty' };
/** Terms made and compared per state that may be visited. */
const workPerState = 30;
const longestWordWithoutPatterns = 10_000_000;
/** A word this short is matched at once, whatever the pattern is. */
const shortEnoughToTry = 12;

/**
 * A shortest word, of the most readable characters, that meets the request. Deterministic. With a pattern that is valid
 * only without the u flag, the shortest of those without characters beyond U+FFFF.
 */
export function findWord(request: WordRequest, stateCap = 20_000): WordAnswer {
  const { inside, outside, excluded, maxLength } = request;
  const minLength = Math.max(0, Math.ceil(request.minLength));
  if (minLength > maxLength) return empty;
  if (inside.length === 0 && outside.length === 0) return wordWithoutPatterns(minLength, maxLength, excluded);
  const store = new TermStore(stateCap * workPerState);
  const { terms, untranslated, onlyBasicPlane } = translatePatterns(store, inside, outside);
  const term = store.intersection([...terms, store.length(numbersBetween(minLength, Infinity))]);
  const answer = search(store, term, maxLength, excluded, stateCap);
  if (answer.kind === 'unknown')
    return {
      kind: 'unknown',
      reason: `more states or terms than allowed (${stateCap}): ${[...inside, ...outside].join(' and ')}`,
    };
  if (answer.kind === 'empty' && onlyBasicPlane !== undefined)
    return { kind: 'unknown', reason: `characters beyond U+FFFF without the u flag in the pattern ${onlyBasicPlane}` };
  const [problem] = untranslated;
  if (answer.kind === 'empty' || problem === undefined) return answer;
  // The patterns that are not worked out could only have taken words away.
  return untranslated.every(({ agrees }) => agrees(answer.word)) ? answer : { kind: 'unknown', reason: problem.reason };
}

/** The excluded words are left for a second search, since the first seldom finds one of them. */
function search(
  store: TermStore,
  term: Term,
  maxLength: number,
  excluded: ReadonlySet<string>,
  stateCap: number,
): ShortestWord {
  const words = new WordSearch(store);
  const first = words.find(term, maxLength, stateCap);
  if (first.kind !== 'word' || !excluded.has(first.word)) return first;
  const wellFormed = [...excluded].filter((word) => word.isWellFormed());
  const others = wellFormed.map((word) => store.complement(store.literal(word)));
  return words.find(store.intersection([term, ...others]), maxLength, stateCap);
}

interface Untranslated {
  readonly reason: string;
  /** Whether the pattern, as it runs, certainly agrees with the word. */
  readonly agrees: (word: string) => boolean;
}

interface Translated {
  readonly terms: Term[];
  readonly untranslated: readonly Untranslated[];
  /** A pattern for which only words of the basic plane are looked for. */
  readonly onlyBasicPlane: string | undefined;
}

function translatePatterns(store: TermStore, inside: readonly string[], outside: readonly string[]): Translated {
  const terms: Term[] = [];
  const untranslated: Untranslated[] = [];
  let onlyBasicPlane: string | undefined;
  const add = (pattern: string, expected: boolean): void => {
    const read = readPattern(pattern);
    const language = read.kind === 'read' ? searchLanguage(store, read.root) : read;
    if (read.kind === 'unsupported' || language.kind === 'unsupported') {
      const construct = language.kind === 'unsupported' ? language.reason : '';
      untranslated.push({
        reason: `not worked out: ${construct} in the pattern ${pattern}`,
        agrees: (word) => agrees(pattern, expected, word),
      });
      return;
    }
    terms.push(expected ? language.term : store.complement(language.term));
    if (read.onlyBasicPlane) onlyBasicPlane = pattern;
  };
  inside.forEach((pattern) => add(pattern, true));
  outside.forEach((pattern) => add(pattern, false));
  if (onlyBasicPlane !== undefined) terms.push(store.repetition(store.characters(basicPlane), 0, Infinity));
  return { terms, untranslated, onlyBasicPlane };
}

function agrees(pattern: string, expected: boolean, word: string): boolean {
  if (word.length > shortEnoughToTry) return false;
  try {
    return compilePattern(pattern).test(word) === expected;
  } catch {
    return false;
  }
}

function wordWithoutPatterns(minLength: number, maxLength: number, excluded: ReadonlySet<string>): WordAnswer {
  if (minLength > longestWordWithoutPatterns)
    return { kind: 'unknown', reason: `a word of ${minLength} characters is too long to write` };
  if (minLength === 0 && !excluded.has('')) return { kind: 'word', word: '' };
  if (maxLength < 1) return empty;
  const start = 'a'.repeat(Math.max(0, minLength - 1));
  for (const codePoint of charactersInOrder()) {
    const word = start + String.fromCodePoint(codePoint);
    if (!excluded.has(word)) return { kind: 'word', word };
  }
  return { kind: 'unknown', reason: 'more words are excluded than there are characters' };
}
