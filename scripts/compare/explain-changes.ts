import type { JsonValue } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { readReader, searchWitness, type CompareOptions, type Sides } from './decide.ts';
import { findChanges, type Change } from './findings/find-changes.ts';
import type { Refusal } from './judge/judge.ts';
import type { Node } from './node/node.ts';
import type { SchemaDocument } from './normalise/reading.ts';
import type { Effect } from './rule.ts';
import { evaluate } from './solve/evaluate.ts';
import type { SearchLimits } from './solve/solver.ts';
import { undoChange } from './undo-change.ts';
import { directions, rolesOf, type Direction, type DirectionVerdict, type SideName } from './verdict.ts';
import { confirm } from './witness/confirm.ts';
import type { Parties } from './witness/parties.ts';
import { shrink } from './witness/shrink.ts';

/** A payload that a change makes the reader refuse. */
export interface FindingWitness {
  readonly value: JsonValue;
  readonly refusal: Refusal;
}

/** A change, and what it breaks. */
export interface Finding {
  /** Id of a rule: reference/comparison-rules.md has them all. */
  readonly rule: string;
  readonly effect: Effect;
  readonly sentence: string;
  /** Where the keyword stands in either schema; undefined where that side has none. */
  readonly beforePointer: JsonPointer | undefined;
  readonly afterPointer: JsonPointer | undefined;
  /** The field, as `items[].price`; empty at the top. */
  readonly path: string;
  /** Every field that it is reached from, `path` first. */
  readonly places: readonly string[];
  /** By the directions that it breaks. */
  readonly breaks: Readonly<Partial<Record<Direction, FindingWitness>>>;
}

export interface ExplainRequest {
  readonly before: SchemaDocument;
  readonly after: SchemaDocument;
  readonly sides: Sides;
  readonly parties: Parties;
  readonly options: CompareOptions;
  readonly verdicts: Readonly<Record<Direction, DirectionVerdict>>;
}

/** More changes than these are told without witnesses of their own; large documents and payloads leave room for fewer. */
const MOST_PROVED = 100;
const MOST_CHARACTERS = 4_000_000;

/** Beside a change stands no payload that nobody would read; the verdict has one all the same. */
const LONGEST_PAYLOAD = 50_000;

/** A search for one change among many may not take as long as that for the whole. */
const MOST_STEPS = 10_000;

/** The searches for all changes together. Nothing that people wrote comes near. */
const MOST_STEPS_TOGETHER = 100_000;

/** More changes than these are not undone together. */
const MOST_UNDONE = 40;

/** Every change, each with the payload that it alone breaks: one that the reader takes once the change is undone. */
export async function explainChanges(request: ExplainRequest): Promise<readonly Finding[]> {
  const { before, after, options } = request;
  const changes = findChanges(before, after, { formats: options.formats === 'assertion' });
  const findings: Finding[] = [];
  const mostProved = Math.min(MOST_PROVED, Math.floor(MOST_CHARACTERS / sizeOf(request)));
  const budget: Budget = { characters: MOST_CHARACTERS, steps: MOST_STEPS_TOGETHER };
  for (const [at, change] of changes.entries()) {
    const { rule, effect, sentence, beforePointer, afterPointer, path, places } = change;
    const breaks: Partial<Record<Direction, FindingWitness>> = {};
    for (const direction of at < mostProved ? directions : []) {
      const others = changes.filter((other) => other !== change);
      const witness = await breakOf(change, others, direction, request, budget);
      if (witness !== undefined) breaks[direction] = witness;
    }
    findings.push({ rule, effect, sentence, beforePointer, afterPointer, path, places, breaks });
  }
  return findings;
}

function sizeOf({ before, after, verdicts }: ExplainRequest): number {
  const payloads = directions.map((direction) => {
    const verdict = verdicts[direction];
    return verdict.verdict === 'breaking' ? verdict.witness : null;
  });
  return JSON.stringify([before.schema, after.schema, payloads]).length;
}

/** What is left for all changes together. */
interface Budget {
  characters: number;
  steps: number;
}

/** What is accepted no longer breaks readers on the new schema; what is accepted now, those on the old one. */
const mayBreak: Readonly<Record<Effect, readonly Direction[]>> = {
  narrows: ['backward'],
  widens: ['forward'],
  replaces: directions,
  annotates: [],
};

/** The payload that a change breaks in a direction; undefined when it breaks none, or none that it explains. */
async function breakOf(
  change: Change,
  others: readonly Change[],
  direction: Direction,
  request: ExplainRequest,
  budget: Budget,
): Promise<FindingWitness | undefined> {
  const { sides, parties, options, verdicts } = request;
  const verdict = verdicts[direction];
  if (verdict.verdict !== 'breaking' || !mayBreak[change.effect].includes(direction)) return undefined;
  const roles = rolesOf[direction];
  const { writer } = sides[roles.writer];
  const { reader } = sides[roles.reader];
  const { store } = sides;
  const limits: SearchLimits = {
    steps: Math.min(options.limits.steps, MOST_STEPS),
    isOutOfTime: (taken) => (budget.steps -= taken) < 0 || options.limits.isOutOfTime?.(taken) === true,
  };
  // What the reader would take, were it not for this change; or what it would refuse, had nothing else changed.
  const undone = readUndone([change], roles.reader, request);
  const onlyThis = readUndone(others, roles.reader, request);
  const blames = [undone, onlyThis === undefined ? undefined : store.not(onlyThis)];
  for (const blame of blames) {
    if (blame === undefined || budget.characters <= 0 || budget.steps <= 0) continue;
    const outcome = searchWitness(store.all([writer, blame]), reader, store, limits);
    if (outcome.kind !== 'value') continue;
    const size = JSON.stringify(outcome.value).length;
    budget.characters -= size;
    if (size > LONGEST_PAYLOAD) continue;
    const isWanted = (value: JsonValue): boolean =>
      evaluate(writer, value) === true && evaluate(reader, value) === false && evaluate(blame, value) === true;
    // The payload of the whole is the best known one, if this change explains it.
    const value = isWanted(verdict.witness) ? verdict.witness : shrink(outcome.value, isWanted);
    const confirmation = await confirm(value, parties.writer[roles.writer](), parties.reader[roles.reader]());
    if (confirmation.kind === 'confirmed') return { value, refusal: confirmation.refusal };
  }
  return refusesAt(verdict.refusal.schemaPointer, change, roles.reader)
    ? { value: verdict.witness, refusal: verdict.refusal }
    : undefined;
}

/** The reader as it would be without some changes; undefined where they cannot be undone. */
function readUndone(
  changes: readonly Change[],
  reader: SideName,
  { sides, options, ...documents }: ExplainRequest,
): Node | undefined {
  const writer = reader === 'after' ? 'before' : 'after';
  const meaningful = changes.filter(({ effect }) => effect !== 'annotates');
  if (meaningful.length === 0 || meaningful.length > MOST_UNDONE) return undefined;
  const undone = meaningful.reduce<SchemaDocument | undefined>(
    (document, { beforePlaces, afterPlaces, keywords, property }) =>
      document &&
      undoChange(document, documents[writer], {
        at: reader === 'after' ? afterPlaces : beforePlaces,
        from: reader === 'after' ? beforePlaces : afterPlaces,
        keywords,
        ...(property === undefined ? {} : { property }),
      }),
    documents[reader],
  );
  return undone && readReader(undone, sides.store, options);
}

function refusesAt(schemaPointer: JsonPointer, change: Change, reader: SideName): boolean {
  const pointer = reader === 'after' ? change.afterPointer : change.beforePointer;
  return (
    pointer !== undefined &&
    pointer !== '' &&
    (schemaPointer === pointer || schemaPointer.startsWith(`${pointer}/`) || pointer.startsWith(`${schemaPointer}/`))
  );
}
