import type { ContainsNode, ItemsNode, Node } from '../node/node.ts';
import { placeItems } from './place-items.ts';
import type { ArrayDemands } from './place-items.ts';
import { firstValue, foundValue, noValue, unknownOutcome, type Outcome } from './outcome.ts';
import type { Solver, TypedDemands } from './solver.ts';

/** Longer arrays are not built. */
const LONGEST = 100_000;

/** Searches an array: so long as it must be, with room for what must be in it. */
export function solveArray({ literals }: TypedDemands, solver: Solver): Outcome {
  const read = readDemands(literals);
  const demands = { ...read, room: roomFor(read) };
  const { least, most, prefixLength } = demands;
  if (least > most) return noValue;
  const enough = Math.max(least, prefixLength) + demands.room;
  const longest = Math.min(most, enough);
  if (least > LONGEST) return unknownOutcome(`an array would need ${least} items`);
  if (longest === 0)
    return demands.refusedItems.length === 0 && !demands.mustRepeat && demands.contains.every((one) => one.least <= 0)
      ? foundValue([])
      : noValue;
  if (!demands.mustRepeat) return placeItems({ ...demands, longest }, solver);
  return firstValue(
    twins(Math.min(longest, prefixLength + 2)).map(
      (pair) => () => placeItems({ ...demands, longest, twins: pair }, solver),
    ),
  );
}

/** Beyond the first positions and the least length, an array needs room only for what it must hold. */
function roomFor({ refusedItems, contains, mustRepeat }: ReturnType<typeof readDemands>): number {
  const contained = contains.reduce((sum, one) => sum + Math.max(0, one.least), 0);
  return refusedItems.length + contained + (mustRepeat ? 2 : 0);
}

function twins(positions: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let second = 1; second < positions; second += 1)
    for (let first = 0; first < second; first += 1) pairs.push([first, second]);
  return pairs;
}

function readDemands(
  literals: readonly Node[],
): Omit<ArrayDemands, 'longest' | 'room'> & { readonly mustRepeat: boolean } {
  let [least, most, mustDiffer, mustRepeat] = [0, Infinity, false, false];
  const items: ItemsNode[] = [];
  const refusedItems: ItemsNode[] = [];
  const contains: ContainsNode[] = [];
  for (const literal of literals) {
    const isRefused = literal.kind === 'not';
    const atom = isRefused ? literal.of : literal;
    if (atom.kind === 'items') (isRefused ? refusedItems : items).push(atom);
    else if (atom.kind === 'contains') contains.push(atom);
    else if (atom.kind === 'unique') [mustDiffer, mustRepeat] = [mustDiffer || !isRefused, mustRepeat || isRefused];
    else if (atom.kind === 'itemCount' && !isRefused) {
      least = Math.max(least, atom.least);
      most = Math.min(most, atom.most);
    } else if (atom.kind === 'itemCount') {
      if (atom.most === Infinity) most = Math.min(most, atom.least - 1);
      else least = Math.max(least, atom.most + 1);
    }
  }
  const prefixLength = Math.max(0, ...[...items, ...refusedItems].map(({ prefix }) => prefix.length));
  return { least, most, mustDiffer, mustRepeat, items, refusedItems, contains, prefixLength };
}
