import type { NamesNode, Node, PropertiesNode } from '../node/node.ts';
import { firstValue, noValue, unknownOutcome, type Outcome } from './outcome.ts';
import { evaluate, nodesForName } from './evaluate.ts';
import { buildObject } from './build-object.ts';
import { freshSlots } from './fresh-names.ts';
import { isNameAllowed, nodesOf } from './object-demands.ts';
import type { ObjectDemands, Slot } from './object-demands.ts';
import type { Solver, TypedDemands } from './solver.ts';

/** Searches an object: with what it must have, within what it may have, and with something that each refused demand refuses. */
export function solveObject({ literals }: TypedDemands, solver: Solver): Outcome {
  const demands = readDemands(literals);
  if (demands.least > demands.most || demands.required.size > demands.most) return noValue;
  for (const name of demands.required) if (!isNameAllowed(name, demands)) return noValue;
  return assign(demands.refused, [], demands, solver);
}

/** Gives each refused demand, one after the other, a property that it refuses. */
function assign(
  refused: ObjectDemands['refused'],
  slots: readonly Slot[],
  demands: ObjectDemands,
  solver: Solver,
): Outcome {
  solver.step();
  const [first, ...others] = refused;
  if (first === undefined) return buildObject(slots, demands, solver);
  return firstValue(refusingSlots(first, slots, demands, solver, (next) => assign(others, next, demands, solver)));
}

function* refusingSlots(
  refused: PropertiesNode | NamesNode,
  slots: readonly Slot[],
  demands: ObjectDemands,
  solver: Solver,
  goOn: (slots: readonly Slot[]) => Outcome,
): Generator<() => Outcome> {
  for (const name of namesToTry(refused, demands)) {
    const nodes = refusalAt(refused, name, solver);
    if (nodes !== undefined && isNameAllowed(name, demands))
      yield () => tryMentioned(name, nodes, slots, demands, solver, goOn);
  }
  for (const slot of freshSlots(refused, demands, solver)) {
    if (slot === undefined) yield () => unknownOutcome('too many patterns of property names come together');
    else {
      yield () => goOn([...slots, slot]);
      for (const [at, other] of slots.entries()) {
        if (other.name !== undefined || other.patterns.join() !== slot.patterns.join()) continue;
        const shared = {
          ...other,
          nameNodes: [...other.nameNodes, ...slot.nameNodes],
          nodes: [...other.nodes, ...slot.nodes],
        };
        yield () => goOn(slots.with(at, shared));
      }
    }
  }
}

/** Names that the refused demand speaks of come first: they tell the reader most. */
function namesToTry(refused: PropertiesNode | NamesNode, { mentioned, required }: ObjectDemands): ReadonlySet<string> {
  const own = refused.kind === 'properties' ? refused.named.keys() : [];
  return new Set([...own, ...required, ...mentioned]);
}

/** What the value by a name must be to be refused; undefined when nothing by that name can be. */
function refusalAt(refused: PropertiesNode | NamesNode, name: string, { store }: Solver): readonly Node[] | undefined {
  if (refused.kind === 'names') return evaluate(refused.name, name) === true ? undefined : [];
  const node = store.not(store.all(nodesForName(refused, name)));
  return node.kind === 'none' ? undefined : [node];
}

function tryMentioned(
  name: string,
  nodes: readonly Node[],
  slots: readonly Slot[],
  demands: ObjectDemands,
  solver: Solver,
  goOn: (slots: readonly Slot[]) => Outcome,
): Outcome {
  const at = slots.findIndex((slot) => slot.name === name);
  const before = slots[at]?.nodes ?? [];
  const slot = { name, patterns: [], nameNodes: [], nodes: [...before, ...nodes] };
  const outcome = solver.solve([...nodesOf(name, demands), ...slot.nodes]);
  if (outcome.kind !== 'value') return outcome;
  return goOn(at === -1 ? [...slots, slot] : slots.with(at, slot));
}

function readDemands(literals: readonly Node[]): ObjectDemands {
  let [least, most] = [0, Infinity];
  const [required, absent] = [new Set<string>(), new Set<string>()];
  const properties: PropertiesNode[] = [];
  const names: NamesNode[] = [];
  const refused: (PropertiesNode | NamesNode)[] = [];
  for (const literal of literals) {
    const isRefused = literal.kind === 'not';
    const atom = isRefused ? literal.of : literal;
    if (atom.kind === 'required') (isRefused ? absent : required).add(atom.name);
    else if (atom.kind === 'properties') (isRefused ? refused : properties).push(atom);
    else if (atom.kind === 'names') (isRefused ? refused : names).push(atom);
    else if (atom.kind === 'propertyCount' && !isRefused) {
      least = Math.max(least, atom.least);
      most = Math.min(most, atom.most);
    } else if (atom.kind === 'propertyCount') {
      if (atom.most === Infinity) most = Math.min(most, atom.least - 1);
      else least = Math.max(least, atom.most + 1);
    }
  }
  const declared = [...properties, ...refused].flatMap((node) =>
    node.kind === 'properties' ? [...node.named.keys()] : [],
  );
  const mentioned = new Set([...declared, ...required, ...absent]);
  return { least, most, required, absent, properties, names, refused, mentioned };
}
