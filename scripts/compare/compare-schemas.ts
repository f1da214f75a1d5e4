import type { JsonValue } from '../model/json.ts';
import { canonicalText } from '../schema/canonical-text.ts';
import { readSides, searchWitness, type CompareOptions, type Sides } from './decide.ts';
import { explainChanges, type Finding } from './explain-changes.ts';
import { walkFindings } from './findings/find-changes.ts';
import type { SchemaDocument } from './normalise/reading.ts';
import { evaluate } from './solve/evaluate.ts';
import type { SearchLimits } from './solve/solver.ts';
import { rolesOf, type Direction, type DirectionVerdict } from './verdict.ts';
import { confirm } from './witness/confirm.ts';
import { createParties, type Parties } from './witness/parties.ts';
import { shrink } from './witness/shrink.ts';

/** Enough for every schema that people write; a hostile one ends in `unknown`, most in seconds. */
export const defaultLimits: SearchLimits = { steps: 60_000 };

/** Both directions between two schemas, and whether they accept the very same values. */
export interface SchemaVerdicts {
  readonly backward: DirectionVerdict;
  readonly forward: DirectionVerdict;
  readonly isSameDocument: boolean;
  /** Proved: both schemas accept the same values. */
  readonly isSameSet: boolean;
}

export interface SchemaComparison extends SchemaVerdicts {
  /** What changed, whether it breaks anything or not, in the order in which people read the older schema. */
  readonly findings: readonly Finding[];
}

/** Other payloads that are looked for when the validators do not agree on one. */
const MOST_DISPUTED = 3;

/**
 * Decides both directions, and says what changed. Pure and deterministic; a promise only because one of the validators
 * is asked by promise. Hostile schemas end in `unknown`. Source: reference/comparison.md.
 */
export async function compareSchemas(
  before: SchemaDocument,
  after: SchemaDocument,
  options: CompareOptions,
): Promise<SchemaComparison> {
  const { verdicts, sides, parties } = await decideSchemas(before, after, options);
  if (sides === undefined || parties === undefined) return { ...verdicts, findings: [] };
  const findings = await explainChanges({ before, after, sides, parties, options, verdicts });
  return { ...verdicts, findings: verdicts.isSameSet ? withoutRefactorings(findings) : findings };
}

/** Where both accept the same values, whatever is written differently is one quiet line. */
function withoutRefactorings(findings: readonly Finding[]): readonly Finding[] {
  const isQuiet = ({ effect, rule }: Finding): boolean => effect === 'annotates' && rule !== refactored.rule;
  const quiet = findings.filter(isQuiet);
  return quiet.length === findings.length ? quiet : [...quiet, refactored];
}

const refactored: Finding = {
  rule: 'refactored',
  effect: 'annotates',
  sentence: walkFindings.refactored,
  beforePointer: '',
  afterPointer: '',
  path: '',
  places: [''],
  breaks: {},
};

/** The verdicts alone, without what changed. */
export async function judgeSchemas(
  before: SchemaDocument,
  after: SchemaDocument,
  options: CompareOptions,
): Promise<SchemaVerdicts> {
  return (await decideSchemas(before, after, options)).verdicts;
}

/** One direction alone: what a reader makes of what a writer may write. */
export async function judgeReader(
  writer: SchemaDocument,
  reader: SchemaDocument,
  options: CompareOptions,
): Promise<DirectionVerdict> {
  const sides = readOrDoubt(writer, reader, options);
  if (sides === 'same') return { verdict: 'compatible' };
  if (sides === 'too deep') return { verdict: 'unknown', reason: 'the schemas are nested too deeply' };
  return decideOrDoubt('backward', sides, createParties(writer, reader, options), options);
}

interface Decided {
  readonly verdicts: SchemaVerdicts;
  /** Undefined where there is nothing to explain, or nothing that could be. */
  readonly sides?: Sides;
  readonly parties?: Parties;
}

async function decideSchemas(before: SchemaDocument, after: SchemaDocument, options: CompareOptions): Promise<Decided> {
  const sides = readOrDoubt(before, after, options);
  if (sides === 'same') {
    const same: DirectionVerdict = { verdict: 'compatible' };
    return { verdicts: { backward: same, forward: same, isSameDocument: true, isSameSet: true } };
  }
  if (sides === 'too deep') {
    const doubt: DirectionVerdict = { verdict: 'unknown', reason: 'the schemas are nested too deeply' };
    return { verdicts: { backward: doubt, forward: doubt, isSameDocument: false, isSameSet: false } };
  }
  const parties = createParties(before, after, options);
  const backward = await decideOrDoubt('backward', sides, parties, options);
  const forward = await decideOrDoubt('forward', sides, parties, options);
  // A payload that breaks either direction is in one set only, whatever the policy.
  const isBroken = backward.verdict === 'breaking' || forward.verdict === 'breaking';
  const verdicts = { backward, forward, isSameDocument: false, isSameSet: !isBroken && isSameSet(sides, options) };
  return { verdicts, sides, parties };
}

function readOrDoubt(
  before: SchemaDocument,
  after: SchemaDocument,
  options: CompareOptions,
): Sides | 'same' | 'too deep' {
  try {
    return isSameDocument(before, after) ? 'same' : readSides(before, after, options);
  } catch (error) {
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
}

function isSameDocument(before: SchemaDocument, after: SchemaDocument): boolean {
  if (before.dialect !== after.dialect) return false;
  // The order of keys changes no length, and sorting them takes long.
  const isAsLong = JSON.stringify(before.schema).length === JSON.stringify(after.schema).length;
  return isAsLong && canonicalText(before.schema) === canonicalText(after.schema);
}

async function decideOrDoubt(
  direction: Direction,
  sides: Sides,
  parties: Parties,
  options: CompareOptions,
): Promise<DirectionVerdict> {
  try {
    return await decide(direction, sides, parties, options);
  } catch (error) {
    // The stack is deep, but not without end.
    if (error instanceof RangeError) return { verdict: 'unknown', reason: 'the schemas are nested too deeply' };
    throw error;
  }
}

async function decide(
  direction: Direction,
  sides: Sides,
  parties: Parties,
  { limits }: CompareOptions,
): Promise<DirectionVerdict> {
  const { store } = sides;
  const roles = rolesOf[direction];
  const { writer } = sides[roles.writer];
  const { reader } = sides[roles.reader];
  const disputed: JsonValue[] = [];
  let reason = '';
  while (disputed.length < MOST_DISPUTED) {
    const tried = disputed.length === 0 ? writer : store.all([writer, store.not(store.values(disputed))]);
    const outcome = searchWitness(tried, reader, store, limits);
    if (outcome.kind === 'none' && disputed.length === 0) return provedCompatible(writer, sides, limits);
    if (outcome.kind === 'none') break;
    if (outcome.kind === 'unknown') return { verdict: 'unknown', reason: reason === '' ? outcome.reason : reason };
    const isWanted = (value: JsonValue): boolean =>
      evaluate(tried, value) === true && evaluate(reader, value) === false;
    const witness = shrink(outcome.value, isWanted);
    const confirmation = await confirm(witness, parties.writer[roles.writer](), parties.reader[roles.reader]());
    if (confirmation.kind === 'confirmed') return { verdict: 'breaking', witness, refusal: confirmation.refusal };
    reason = `${shown(witness)} seems to break it, but ${confirmation.reason}`;
    disputed.push(witness);
  }
  return { verdict: 'unknown', reason };
}

function provedCompatible(writer: Sides['before']['writer'], { store }: Sides, limits: SearchLimits): DirectionVerdict {
  const isEmpty = searchWitness(writer, store.none, store, limits).kind === 'none';
  return isEmpty ? { verdict: 'compatible', note: writesNothing } : { verdict: 'compatible' };
}

const writesNothing = 'no value at all fits the schema that is written by, so that nothing can break';

function isSameSet({ before, after, store }: Sides, { limits }: CompareOptions): boolean {
  return (
    before.whole === after.whole ||
    (searchWitness(before.whole, after.whole, store, limits).kind === 'none' &&
      searchWitness(after.whole, before.whole, store, limits).kind === 'none')
  );
}

function shown(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
