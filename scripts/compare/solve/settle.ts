import { allTypes, atomType, typeBits } from '../node/node.ts';
import type { Node, TypeMask } from '../node/node.ts';
import type { NodeStore } from '../node/node-store.ts';
import { hasType } from '../node/node-store.ts';
import type { Conjunction } from './conjunction.ts';
import { isAtom } from './conjunction.ts';

/** Members may be nested; what is deeper than this is left open. */
const DEEPEST = 8;

/** Whether a conjunction decides a node for values of one type; undefined: it leaves it open. */
export function settle(
  node: Node,
  conjunction: Conjunction,
  bit: TypeMask,
  store: NodeStore,
  depth = 0,
): boolean | undefined {
  if (conjunction.literals.has(node) || conjunction.choices.has(node)) return true;
  switch (node.kind) {
    case 'any':
      return true;
    case 'none':
      return false;
    case 'type':
      return (node.types & bit) !== 0 ? true : bit === allTypes ? undefined : false;
    case 'values':
      return [...node.values.values()].some((value) => hasType(value, bit)) ? undefined : false;
    case 'not':
      return invert(settle(node.of, conjunction, bit, store, depth));
    case 'all':
      return depth > DEEPEST ? undefined : every(node.members, conjunction, bit, store, depth);
    case 'some':
      if (isCovered(node.members, conjunction)) return true;
      return depth > DEEPEST ? undefined : anyOf(node.members, conjunction, bit, store, depth);
    case 'one':
    case 'ref':
    case 'opaque':
      return conjunction.literals.has(store.not(node)) ? false : undefined;
    default:
      if (isAtom(node) && typeBits[atomType(node)] !== bit) return true;
      return conjunction.literals.has(store.not(node)) ? false : undefined;
  }
}

/** With more choices than this, none is held against another. */
const MOST_CHOICES = 60;

/** Whether a choice that must be met has no member that is not among these. */
function isCovered(members: readonly Node[], { choices }: Conjunction): boolean {
  if (choices.size === 0 || choices.size > MOST_CHOICES) return false;
  for (const choice of choices) {
    if (choice.kind !== 'some' || choice.members.length > members.length) continue;
    if (choice.members.every((member) => members.includes(member))) return true;
  }
  return false;
}

function every(
  members: readonly Node[],
  conjunction: Conjunction,
  bit: TypeMask,
  store: NodeStore,
  depth: number,
): boolean | undefined {
  let isSettled = true;
  for (const member of members) {
    const settled = settle(member, conjunction, bit, store, depth + 1);
    if (settled === false) return false;
    if (settled === undefined) isSettled = false;
  }
  return isSettled ? true : undefined;
}

function anyOf(
  members: readonly Node[],
  conjunction: Conjunction,
  bit: TypeMask,
  store: NodeStore,
  depth: number,
): boolean | undefined {
  let isSettled = true;
  for (const member of members) {
    const settled = settle(member, conjunction, bit, store, depth + 1);
    if (settled === true) return true;
    if (settled === undefined) isSettled = false;
  }
  return isSettled ? false : undefined;
}

function invert(settled: boolean | undefined): boolean | undefined {
  return settled === undefined ? undefined : !settled;
}
