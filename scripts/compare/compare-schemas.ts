import type { JsonValue } from '../model/json.ts';
import { canonicalText } from '../schema/canonical-text.ts';
import { readSides, searchWitness, type Policy, type Sides } from './decide.ts';
import type { SchemaDocument } from './normalise/reading.ts';
import { declaredBy } from './policy/declared.ts';
import { createNodeStore } from './node/node-store.ts';
import { evaluate } from './solve/evaluate.ts';
import type { SearchLimits } from './solve/solver.ts';
import type { DirectionVerdict } from './verdict.ts';
import { confirm, createParty, opened, type Party } from './witness/confirm.ts';
import { shrink } from './witness/shrink.ts';

export interface CompareOptions {
  readonly policy: Policy;
  /** Whether `format` refuses values. */
  readonly formats: 'assertion' | 'annotation';
  readonly limits: SearchLimits;
}

/** Enough for every schema that people write; a hostile one ends in `unknown` within a second or two. */
export const defaultLimits: SearchLimits = { steps: 60_000 };

/** Both directions between two schemas, and whether they accept the very same values. */
export interface SchemaComparison {
  readonly backward: DirectionVerdict;
  readonly forward: DirectionVerdict;
  readonly isSameDocument: boolean;
  readonly isSameSet: boolean;
}

/** Other payloads that are looked for when the validators do not agree on one. */
const MOST_DISPUTED = 3;

/** Decides both directions. Pure; a promise only because one of the validators is asked by promise. */
export async function compareSchemas(
  before: SchemaDocument,
  after: SchemaDocument,
  options: CompareOptions,
): Promise<SchemaComparison> {
  const isSameDocument =
    canonicalText(before.schema) === canonicalText(after.schema) && before.dialect === after.dialect;
  if (isSameDocument) {
    const same: DirectionVerdict = { verdict: 'compatible' };
    return { backward: same, forward: same, isSameDocument, isSameSet: true };
  }
  const sides = readOrDoubt(before, after, options);
  if (typeof sides === 'string') {
    const doubt: DirectionVerdict = { verdict: 'unknown', reason: sides };
    return { backward: doubt, forward: doubt, isSameDocument, isSameSet: false };
  }
  const parties = createParties(before, after, options);
  return {
    backward: await decide(sides, 'before', 'after', parties, options),
    forward: await decide(sides, 'after', 'before', parties, options),
    isSameDocument,
    isSameSet: isSameSet(sides, options.limits),
  };
}

function readOrDoubt(before: SchemaDocument, after: SchemaDocument, options: CompareOptions): Sides | string {
  try {
    return readSides(before, after, options);
  } catch (error) {
    if (error instanceof RangeError) return 'the schemas are nested too deeply';
    throw error;
  }
}

type SideName = 'before' | 'after';

interface Parties {
  readonly writer: Readonly<Record<SideName, () => Party>>;
  readonly reader: Readonly<Record<SideName, () => Party>>;
}

/** Validators are made when they are needed: a proof needs none. */
function createParties(before: SchemaDocument, after: SchemaDocument, { policy, formats }: CompareOptions): Parties {
  const writer = (document: SchemaDocument) => (): Party =>
    createParty(policy === 'strict' ? [document] : [document, declaredDocument(document)], formats);
  const reader = (document: SchemaDocument) => (): Party =>
    createParty([policy === 'tolerant' ? opened(document) : document], formats);
  return {
    writer: { before: writer(before), after: writer(after) },
    reader: { before: reader(before), after: reader(after) },
  };
}

function declaredDocument(document: SchemaDocument): SchemaDocument {
  return { schema: declaredBy(document, 'document', createNodeStore()).schema(), dialect: 'draft-07' };
}

async function decide(
  sides: Sides,
  from: SideName,
  to: SideName,
  parties: Parties,
  { limits }: CompareOptions,
): Promise<DirectionVerdict> {
  const { store } = sides;
  const { writer } = sides[from];
  const { reader } = sides[to];
  const disputed: JsonValue[] = [];
  let reason = '';
  while (disputed.length < MOST_DISPUTED) {
    const tried = disputed.length === 0 ? writer : store.all([writer, store.not(store.values(disputed))]);
    const outcome = searchWitness(tried, reader, store, limits);
    if (outcome.kind === 'none') {
      if (disputed.length > 0) break;
      return isEmpty(writer, sides, limits)
        ? { verdict: 'compatible', note: writesNothing }
        : { verdict: 'compatible' };
    }
    if (outcome.kind === 'unknown') return { verdict: 'unknown', reason: reason === '' ? outcome.reason : reason };
    const isWanted = (value: JsonValue): boolean =>
      evaluate(tried, value) === true && evaluate(reader, value) === false;
    const witness = shrink(outcome.value, isWanted);
    const confirmation = await confirm(witness, parties.writer[from](), parties.reader[to]());
    if (confirmation.kind === 'confirmed') return { verdict: 'breaking', witness, refusal: confirmation.refusal };
    reason = `${shown(witness)} seems to break it, but ${confirmation.reason}`;
    disputed.push(witness);
  }
  return { verdict: 'unknown', reason };
}

const writesNothing = 'no value at all fits the schema that is written by, so that nothing can break';

function isEmpty(writer: Sides['before']['writer'], { store }: Sides, limits: SearchLimits): boolean {
  return searchWitness(writer, store.none, store, limits).kind === 'none';
}

function isSameSet({ before, after, store }: Sides, limits: SearchLimits): boolean {
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
