import type { NodeStore } from '../node/node-store.ts';
import type { Node } from '../node/node.ts';
import type { Conjunction } from './conjunction.ts';
import { settle } from './settle.ts';

/** Of the choices, those that are still open, and what the others force; undefined when one of them has nothing left. */
export function reduceChoices(
  conjunction: Conjunction,
  store: NodeStore,
): { readonly open: readonly Node[]; readonly forced: readonly Node[] } | undefined {
  const open: Node[] = [];
  const forced: Node[] = [];
  const choices = new Set(conjunction.choices);
  const others = { ...conjunction, choices };
  for (const choice of conjunction.choices) {
    choices.delete(choice);
    const settled = membersOf(choice).map((member) => settle(member, others, conjunction.types, store));
    choices.add(choice);
    if (settled.includes(true)) continue;
    const left = membersOf(choice).filter((_, index) => settled[index] !== false);
    const [only] = left;
    if (only === undefined) return undefined;
    if (left.length === 1) forced.push(only);
    else open.push(left.length === membersOf(choice).length ? choice : store.some(left));
  }
  return { open, forced };
}

/** What a choice is between. */
export function membersOf(choice: Node): readonly Node[] {
  return choice.kind === 'some' ? choice.members : [choice];
}

export function countMembers(choices: ReadonlySet<Node>): number {
  let count = 0;
  for (const choice of choices) count += membersOf(choice).length;
  return count;
}

/** The choice between the fewest. */
export function narrowest(choices: readonly Node[]): Node {
  return choices.reduce((best, choice) => (membersOf(choice).length < membersOf(best).length ? choice : best));
}
