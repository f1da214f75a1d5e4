import type { Node, OneNode } from '../node/node.ts';
import type { NodeStore } from '../node/node-store.ts';
import type { OneExpander } from './conjunction.ts';
import { createDisjointSight } from './evidently-disjoint.ts';
import { OutOfBudgetError } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/**
 * Writes "exactly one" with "all", "some" and "not". Members that are proved disjoint need not be told apart: of a
 * discriminated union nothing but the union is left.
 */
export function createOneExpander(store: NodeStore, solve: (demands: readonly Node[]) => Outcome): OneExpander {
  const disjoint = new Map<string, boolean>();
  const areEvidentlyDisjoint = createDisjointSight();
  const overlaps = (left: Node, right: Node): boolean => {
    if (areEvidentlyDisjoint(left, right)) return false;
    const key = `${left.id} ${right.id}`;
    const known = disjoint.get(key);
    if (known !== undefined) return !known;
    // While it is being found out, nothing is known: recursive schemas ask for themselves.
    disjoint.set(key, false);
    const found = isEmpty([left, right]);
    disjoint.set(key, found);
    return !found;
  };
  const isEmpty = (demands: readonly Node[]): boolean => {
    try {
      return solve(demands).kind === 'none';
    } catch (error) {
      if (error instanceof OutOfBudgetError) disjoint.clear();
      throw error;
    }
  };
  const exactlyOne = ({ members }: OneNode): Node =>
    store.some(
      members.map((member, index) => {
        const others = members.filter((other, at) => at !== index && overlaps(...ordered(member, other)));
        return store.all([member, ...others.map(store.not)]);
      }),
    );
  const notExactlyOne = ({ members }: OneNode): Node => {
    const both = members.flatMap((left, index) =>
      members
        .slice(index + 1)
        .flatMap((right) => (overlaps(...ordered(left, right)) ? [store.all([left, right])] : [])),
    );
    return store.some([store.all(members.map(store.not)), ...both]);
  };
  return { exactlyOne, notExactlyOne };
}

function ordered(left: Node, right: Node): [Node, Node] {
  return left.id <= right.id ? [left, right] : [right, left];
}
