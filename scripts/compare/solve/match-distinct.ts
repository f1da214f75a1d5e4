import type { JsonValue } from '../../model/json.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import type { Node } from '../node/node.ts';
import { foundValue, noValue, unknownOutcome, type Outcome } from './outcome.ts';
import type { Solver } from './solver.ts';

/** More different items than this are not searched. */
const MOST = 200;

/** Finds a value for each of several lists of demands, no two of them equal. */
export function matchDistinct(demands: readonly (readonly Node[])[], solver: Solver): Outcome {
  if (demands.length > MOST) return unknownOutcome(`an array would need ${demands.length} different items`);
  const candidates = new Map<string, ReadonlyMap<string, JsonValue>>();
  const lists: ReadonlyMap<string, JsonValue>[] = [];
  let isDoubtful = false;
  for (const nodes of demands) {
    const key = nodes.map(({ id }) => id).join(' ');
    let found = candidates.get(key);
    if (found === undefined) {
      const listed = listValues(nodes, demands.length, solver);
      isDoubtful ||= listed.isDoubtful;
      found = listed.values;
      candidates.set(key, found);
    }
    lists.push(found);
  }
  const matched = match(lists);
  if (matched !== undefined) return foundValue(matched);
  return isDoubtful ? unknownOutcome('it was not found out how many different items there are') : noValue;
}

/** As many different values as are needed, or all that there are. */
function listValues(
  nodes: readonly Node[],
  enough: number,
  { solve, store, stepThrough }: Solver,
): { readonly values: ReadonlyMap<string, JsonValue>; readonly isDoubtful: boolean } {
  const values = new Map<string, JsonValue>();
  while (values.size < enough) {
    for (const value of values.values()) stepThrough(value);
    const others = values.size === 0 ? [] : [store.not(store.values(values.values()))];
    const outcome = solve([...nodes, ...others]);
    if (outcome.kind !== 'value') return { values, isDoubtful: outcome.kind === 'unknown' };
    values.set(canonicalText(outcome.value), outcome.value);
  }
  return { values, isDoubtful: false };
}

/** A matching of positions and values, by augmenting paths. */
function match(lists: readonly ReadonlyMap<string, JsonValue>[]): readonly JsonValue[] | undefined {
  const holder = new Map<string, number>();
  const assign = (position: number, visited: Set<string>): boolean => {
    for (const text of lists[position]?.keys() ?? []) {
      if (visited.has(text)) continue;
      visited.add(text);
      const other = holder.get(text);
      if (other !== undefined && !assign(other, visited)) continue;
      holder.set(text, position);
      return true;
    }
    return false;
  };
  for (const position of lists.keys()) if (!assign(position, new Set())) return undefined;
  const values = new Map([...holder].map(([text, position]) => [position, lists[position]?.get(text)]));
  return [...lists.keys()].map((position) => values.get(position) ?? null);
}
