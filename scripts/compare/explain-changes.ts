import type { JsonValue } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { readReader, searchWitness, type CompareOptions, type Sides } from './decide.ts';
import { findChanges, type Change } from './findings/find-changes.ts';
import type { Refusal } from './judge/judge.ts';
import type { Node } from './node/node.ts';
import type { SchemaDocument } from './normalise/reading.ts';
import type { Effect } from './rule.ts';
import { evaluate } from './solve/evaluate.ts';
import { undoChange } from './undo-change.ts';
import { directions, rolesOf, type Direction, type DirectionVerdict, type SideName } from './verdict.ts';
import { confirm } from './witness/confirm.ts';
import type { Parties } from './witness/parties.ts';
import { shrink } from './witness/shrink.ts';

/** A payload that a change alone makes the reader refuse. */
export interface FindingWitness {
  readonly value: JsonValue;
  readonly refusal: Refusal;
}

/** A change, and what it breaks. */
export interface Finding {
  /** Id of a rule: docs/comparison-rules.md has them all. */
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

/** More changes than these are told without witnesses of their own. */
const MOST_PROVED = 100;

/** Every change, each with the payload that it alone breaks: one that the reader takes once the change is undone. */
export async function explainChanges(request: ExplainRequest): Promise<readonly Finding[]> {
  const { before, after, options } = request;
  const changes = findChanges(before, after, { formats: options.formats === 'assertion' });
  const findings: Finding[] = [];
  for (const [at, change] of changes.entries()) {
    const { rule, effect, sentence, beforePointer, afterPointer, path, places } = change;
    const breaks: Partial<Record<Direction, FindingWitness>> = {};
    for (const direction of at < MOST_PROVED ? directions : []) {
      const witness = await breakOf(change, direction, request);
      if (witness !== undefined) breaks[direction] = witness;
    }
    findings.push({ rule, effect, sentence, beforePointer, afterPointer, path, places, breaks });
  }
  return findings;
}

/** The payload that a change breaks in a direction; undefined when it breaks none, or none that it alone explains. */
async function breakOf(
  change: Change,
  direction: Direction,
  { sides, parties, options, verdicts, ...documents }: ExplainRequest,
): Promise<FindingWitness | undefined> {
  const verdict = verdicts[direction];
  if (verdict.verdict !== 'breaking') return undefined;
  const roles = rolesOf[direction];
  const { writer } = sides[roles.writer];
  const { reader } = sides[roles.reader];
  const undone = readUndone(change, roles.reader, documents, sides, options);
  const outcome = undone && searchWitness(sides.store.all([writer, undone]), reader, sides.store, options.limits);
  if (undone === undefined || outcome?.kind !== 'value')
    return refusesAt(verdict.refusal.schemaPointer, change, roles.reader)
      ? { value: verdict.witness, refusal: verdict.refusal }
      : undefined;
  const isWanted = (value: JsonValue): boolean =>
    evaluate(writer, value) === true && evaluate(reader, value) === false && evaluate(undone, value) === true;
  // The payload of the whole is the best known one, if this change explains it.
  const value = isWanted(verdict.witness) ? verdict.witness : shrink(outcome.value, isWanted);
  const confirmation = await confirm(value, parties.writer[roles.writer](), parties.reader[roles.reader]());
  return confirmation.kind === 'confirmed' ? { value, refusal: confirmation.refusal } : undefined;
}

/** The reader as it would be without the change. */
function readUndone(
  change: Change,
  reader: SideName,
  documents: Readonly<Record<SideName, SchemaDocument>>,
  { store }: Sides,
  options: CompareOptions,
): Node | undefined {
  if (change.effect === 'annotates') return undefined;
  const writer = reader === 'after' ? 'before' : 'after';
  const undone = undoChange(documents[reader], documents[writer], {
    at: reader === 'after' ? change.afterPlaces : change.beforePlaces,
    from: reader === 'after' ? change.beforePlaces : change.afterPlaces,
    keywords: change.keywords,
    ...(change.property === undefined ? {} : { property: change.property }),
  });
  return undone && readReader(undone, store, options);
}

function refusesAt(schemaPointer: JsonPointer, change: Change, reader: SideName): boolean {
  const pointer = reader === 'after' ? change.afterPointer : change.beforePointer;
  return (
    change.effect !== 'annotates' &&
    pointer !== undefined &&
    pointer !== '' &&
    (schemaPointer === pointer || schemaPointer.startsWith(`${pointer}/`) || pointer.startsWith(`${schemaPointer}/`))
  );
}
