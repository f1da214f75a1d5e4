import { hasFormat } from '../../schema/formats.ts';
import { findWord } from '../language/find-word.ts';
import type { WordRequest } from '../language/find-word.ts';
import type { Node } from '../node/node.ts';
import { formatFacts } from './format-facts.ts';
import type { FormatFacts } from './format-facts.ts';
import { foundValue, noValue, unknownOutcome, type Outcome } from './outcome.ts';
import type { Solver, TypedDemands } from './solver.ts';
import { evaluate } from './evaluate.ts';

interface TextDemands {
  readonly minLength: number;
  readonly maxLength: number;
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  readonly formats: readonly string[];
  readonly refusedFormats: readonly string[];
  readonly excluded: ReadonlySet<string>;
}

/** States of the automata of some patterns: as many as a search of moderate length can pay for. */
const MOST_STATES = 3000;

/** What a search among patterns costs, in steps. */
const STEPS_FOR_PATTERNS = 12;

/** A longer text of a format is not made. */
const LONGEST_STRETCHED = 100_000;

/** Words that are looked at where a format is not a regular language. */
const MOST_TRIED = 12;

/** Searches a text. */
export function solveText({ literals, excluded }: TypedDemands, { step }: Pick<Solver, 'step'>): Outcome {
  const demands = readDemands(literals, excluded);
  if (demands.minLength > demands.maxLength) return noValue;
  step(demands.inside.length + demands.outside.length > 0 ? STEPS_FOR_PATTERNS : 1);
  if (demands.formats.length === 0 && demands.refusedFormats.length === 0)
    return toOutcome(findWord(demands, MOST_STATES));
  return solveFormats(demands, literals);
}

function readDemands(literals: readonly Node[], excluded: TypedDemands['excluded']): TextDemands {
  let [minLength, maxLength] = [0, Infinity];
  const found = { inside: [''], outside: [''], formats: [''], refusedFormats: [''] };
  for (const list of Object.values(found)) list.pop();
  for (const literal of literals) {
    const isRefused = literal.kind === 'not';
    const atom = isRefused ? literal.of : literal;
    if (atom.kind === 'pattern') (isRefused ? found.outside : found.inside).push(atom.source);
    else if (atom.kind === 'format') (isRefused ? found.refusedFormats : found.formats).push(atom.name);
    else if (atom.kind === 'length' && !isRefused) {
      minLength = Math.max(minLength, atom.least);
      maxLength = Math.min(maxLength, atom.most);
    } else if (atom.kind === 'length') {
      // The store makes lengths with one bound only, so that the opposite is one too.
      if (atom.most === Infinity) maxLength = Math.min(maxLength, atom.least - 1);
      else minLength = Math.max(minLength, atom.most + 1);
    }
  }
  return { minLength, maxLength, ...found, excluded: new Set(excluded.filter((value) => typeof value === 'string')) };
}

function toOutcome(answer: ReturnType<typeof findWord>): Outcome {
  if (answer.kind === 'word') return foundValue(answer.word);
  return answer.kind === 'empty' ? noValue : unknownOutcome(answer.reason);
}

/** A proof takes formats for somewhat more, refused ones for somewhat less; what is found is put to the checkers. */
function solveFormats(demands: TextDemands, literals: readonly Node[]): Outcome {
  const { formats, refusedFormats } = demands;
  const facts = formats.map(factsOf);
  if (refusedFormats.some((refused) => facts.some(({ within }) => within.includes(refused)))) return noValue;
  const request: WordRequest = {
    ...demands,
    inside: [...demands.inside, ...facts.flatMap(({ outer }) => outer ?? [])],
    outside: [...demands.outside, ...refusedFormats.flatMap((refused) => factsOf(refused).inner ?? [])],
  };
  const isFit = (text: string): boolean =>
    !demands.excluded.has(text) && literals.every((literal) => evaluate(literal, text) === true);
  const lengths = [demands.minLength, demands.maxLength].filter((length) => length < LONGEST_STRETCHED);
  const stretched = facts.flatMap(({ stretch }) => (stretch === undefined ? [] : lengths.map(stretch)));
  const sample = [...facts.flatMap(({ samples }) => samples), ...stretched].find(isFit);
  if (sample !== undefined) return foundValue(sample);
  return tryWords(request, isFit, [...formats, ...refusedFormats]);
}

function tryWords(request: WordRequest, isFit: (text: string) => boolean, formats: readonly string[]): Outcome {
  const tried = new Set(request.excluded);
  for (let count = 0; count < MOST_TRIED; count += 1) {
    const answer = findWord({ ...request, excluded: tried }, MOST_STATES);
    if (answer.kind !== 'word') return answer.kind === 'empty' && count === 0 ? noValue : doubt(formats);
    if (isFit(answer.word)) return foundValue(answer.word);
    tried.add(answer.word);
  }
  return doubt(formats);
}

function doubt(formats: readonly string[]): Outcome {
  const names = formats.map((name) => `"${name}"`).join(' and ');
  return unknownOutcome(`whether a text fits is decided by the format ${names} together with other demands`);
}

function factsOf(format: string): FormatFacts {
  return Object.hasOwn(formatFacts, format) ? (formatFacts[format] ?? noFacts) : noFacts;
}

const noFacts: FormatFacts = { within: [], samples: [] };

/** The formats of which the solver knows something; of others it could prove nothing. */
export function isKnownFormat(format: string): boolean {
  return Object.hasOwn(formatFacts, format) && !hasFormat('\u0000 never', format);
}
