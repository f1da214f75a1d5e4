import { compilePattern } from '../../schema/regular-expression.ts';
import { findWord } from '../language/find-word.ts';
import { maySlowDown } from '../language/slow-pattern.ts';

/** Compiled patterns; cleared when there are many, so that a long batch does not grow. */
const compiled = new Map<string, RegExp>();
const MOST_COMPILED = 2000;

/** States of an automaton that goes through one text. */
const MOST_STATES = 20_000;

/**
 * Whether a text matches an ECMA pattern; undefined where that would take too long to find out. A pattern that does not
 * compile throws a SyntaxError.
 */
export function matchesPattern(source: string, text: string): boolean | undefined {
  return maySlowDown(source, text.length) ? matchesByAutomaton(source, text) : compile(source).test(text);
}

function compile(source: string): RegExp {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const expression = compilePattern(source);
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(source, expression);
  return expression;
}

/** An automaton looks at each character once, whatever the pattern is. */
function matchesByAutomaton(source: string, text: string): boolean | undefined {
  if (!text.isWellFormed()) return undefined;
  const itself = `^${text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => `\\x${hex(character)}`)}$`;
  const length = { minLength: 0, maxLength: Infinity };
  const answer = findWord({ inside: [source, itself], outside: [], ...length, excluded: new Set() }, MOST_STATES);
  return answer.kind === 'unknown' ? undefined : answer.kind === 'word';
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, '0');
}

export function isPattern(source: string): boolean {
  try {
    compile(source);
    return true;
  } catch {
    return false;
  }
}
