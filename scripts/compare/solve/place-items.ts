import type { JsonValue } from '../../model/json.ts';
import type { ContainsNode, ItemsNode, Node } from '../node/node.ts';
import { matchDistinct } from './match-distinct.ts';
import { foundValue, noValue, unknownOutcome, type Outcome } from './outcome.ts';
import type { Solver } from './solver.ts';

/** What an array must be. */
export interface ArrayDemands {
  readonly least: number;
  readonly most: number;
  /** A longer array than this need not be looked at. */
  readonly longest: number;
  readonly items: readonly ItemsNode[];
  /** Of each, some item is refused. */
  readonly refusedItems: readonly ItemsNode[];
  readonly contains: readonly ContainsNode[];
  readonly prefixLength: number;
  /** So many items hold what the array must hold. */
  readonly room: number;
  readonly mustDiffer: boolean;
  /** Two positions that must hold the same. */
  readonly twins?: readonly [number, number];
}

/** What is still to be done from some position on. */
interface Progress {
  readonly index: number;
  /** Whether an item that each of `refusedItems` refuses is there. */
  readonly refused: readonly boolean[];
  /** How many items of each of `contains` are there. */
  readonly counts: readonly number[];
  /** The demands on each item so far. */
  readonly chosen: readonly (readonly Node[])[];
}

/** What an item is to do: be refused by some of `refusedItems`, and count for some of `contains`. */
interface Choice {
  readonly refusals: readonly boolean[];
  /** Undefined: nobody asks. */
  readonly counted: readonly (boolean | undefined)[];
}

/** Goes from position to position, and decides at each what it is to do. */
export function placeItems(demands: ArrayDemands, solver: Solver): Outcome {
  const failed = new Set<string>();
  let doubt: Outcome | undefined;
  const place = (progress: Progress): Outcome => {
    solver.step();
    // What was chosen before matters where items must differ or be the same.
    const key = demands.mustDiffer || demands.twins !== undefined ? undefined : keyOf(progress);
    if (key !== undefined && failed.has(key)) return noValue;
    const filled = fillRest(progress, demands, solver);
    if (filled?.kind === 'unknown') doubt ??= filled;
    if (filled !== undefined) return filled;
    if (isDone(progress, demands)) {
      const outcome = build(progress, demands, solver);
      if (outcome.kind === 'value') return outcome;
      if (outcome.kind === 'unknown') doubt ??= outcome;
    }
    const isHopeless =
      progress.index >= demands.prefixLength + demands.room && !progress.refused.every(Boolean) && !demands.mustDiffer;
    if (progress.index < demands.longest && !isHopeless) {
      for (const choice of choicesFor(progress, demands)) {
        const nodes = demandsOn(choice, progress, demands, solver);
        const item = solver.solve(nodes);
        if (item.kind === 'unknown') doubt ??= item;
        if (item.kind !== 'value') continue;
        const outcome = place(advance(progress, choice, nodes));
        if (outcome.kind === 'value') return outcome;
      }
    }
    if (key !== undefined) failed.add(key);
    return noValue;
  };
  const outcome = place({
    index: 0,
    refused: demands.refusedItems.map(() => false),
    counts: demands.contains.map(() => 0),
    chosen: [],
  });
  return outcome.kind === 'value' ? outcome : (doubt ?? noValue);
}

function keyOf({ index, refused, counts }: Progress): string {
  return `${index} ${refused.join()} ${counts.join()}`;
}

function isDone({ index, refused, counts }: Progress, demands: ArrayDemands): boolean {
  return (
    index >= demands.least &&
    index <= demands.most &&
    refused.every(Boolean) &&
    demands.contains.every(({ least }, at) => (counts[at] ?? 0) >= least) &&
    (demands.twins === undefined || index > demands.twins[1])
  );
}

/** Once everything is in place, an array that is too short gets one item over and over. */
function fillRest(progress: Progress, demands: ArrayDemands, solver: Solver): Outcome | undefined {
  const { index, refused, counts } = progress;
  const isInPlace = refused.every(Boolean) && demands.contains.every(({ least }, at) => (counts[at] ?? 0) >= least);
  const isBeyond = index >= demands.prefixLength && (demands.twins === undefined || index > demands.twins[1]);
  if (!isInPlace || !isBeyond || demands.mustDiffer || index >= demands.least) return undefined;
  const nodes = demands.items.map(({ rest }) => rest);
  const uncounted = demands.contains.flatMap(({ item, most }) => (most === Infinity ? [] : [solver.store.not(item)]));
  const item = solver.solve([...nodes, ...uncounted]);
  if (item.kind !== 'value') return uncounted.length === 0 ? item : undefined;
  const start = build(progress, demands, solver);
  if (start.kind !== 'value' || !Array.isArray(start.value)) return start;
  return foundValue([...start.value, ...Array.from({ length: demands.least - index }, () => item.value)]);
}

/** Every way in which the next item can help, or must choose. */
function choicesFor({ index, refused, counts }: Progress, demands: ArrayDemands): readonly Choice[] {
  // Beyond the first positions one is like the next: what found no place in as many of them finds none later.
  const isLate = index >= demands.prefixLength + demands.room;
  let found: readonly Choice[] = [{ refusals: [], counted: [] }];
  refused.forEach((isRefused) => {
    found = found.flatMap(({ refusals, counted }) =>
      (isRefused || isLate ? [false] : [true, false]).map((refusal) => ({ refusals: [...refusals, refusal], counted })),
    );
  });
  demands.contains.forEach(({ least, most }, at) => {
    const count = counts[at] ?? 0;
    found = found.flatMap(({ refusals, counted }) =>
      waysToCount(count, least, most).map((way) => ({ refusals, counted: [...counted, way] })),
    );
  });
  return found;
}

function waysToCount(count: number, least: number, most: number): readonly (boolean | undefined)[] {
  // With no upper limit an item that must not count may as well count.
  if (most === Infinity) return count < least ? [true, undefined] : [undefined];
  return count < most ? (count < least ? [true, false] : [false, true]) : [false];
}

function demandsOn(
  { refusals, counted }: Choice,
  progress: Progress,
  demands: ArrayDemands,
  solver: Solver,
): readonly Node[] {
  const { index } = progress;
  const { store } = solver;
  const at = (items: ItemsNode, position: number): Node => items.prefix[position] ?? items.rest;
  const { twins } = demands;
  const positions = twins !== undefined && twins.includes(index) ? twins : [index];
  return [
    ...positions.flatMap((position) => demands.items.map((items) => at(items, position))),
    ...demands.refusedItems.flatMap((items, which) => (refusals[which] === true ? [store.not(at(items, index))] : [])),
    ...demands.contains.flatMap(({ item }, which) => {
      const way = counted[which];
      return way === undefined ? [] : [way ? item : store.not(item)];
    }),
    ...(twins !== undefined && index === twins[1] ? (progress.chosen[twins[0]] ?? []) : []),
  ];
}

function advance(progress: Progress, choice: Choice, nodes: readonly Node[]): Progress {
  return {
    index: progress.index + 1,
    refused: progress.refused.map((isRefused, at) => isRefused || choice.refusals[at] === true),
    counts: progress.counts.map((count, at) => count + (choice.counted[at] === true ? 1 : 0)),
    chosen: [...progress.chosen, nodes],
  };
}

function build({ chosen }: Progress, demands: ArrayDemands, solver: Solver): Outcome {
  const { twins } = demands;
  const all = chosen.map((nodes, index) =>
    twins !== undefined && index === twins[0] ? (chosen[twins[1]] ?? nodes) : nodes,
  );
  if (demands.mustDiffer) return matchDistinct(all, solver);
  const values: JsonValue[] = [];
  for (const nodes of all) {
    const item = solver.solve(nodes);
    if (item.kind !== 'value') return item.kind === 'unknown' ? unknownOutcome(item.reason) : noValue;
    values.push(item.value);
  }
  return foundValue(values);
}
