import type { NamesNode, Node, PropertiesNode } from '../node/node.ts';
import { firstValue, noValue, unknownOutcome, type Outcome } from './outcome.ts';
import { evaluate, nodesForName } from './evaluate.ts';
import { buildObject } from './build-object.ts';
import { freshSlots } from './fresh-names.ts';
import { isNameAllowed, nodesOf } from './object-demands.ts';
import type { ObjectDemands, Slot } from './object-demands.ts';
import type { Solver, TypedDemands } from './solver.ts';

type RefusedNode = ObjectDemands['refused'][number];

/** Searches an object: with what it must have, within what it may have, and with something that each refused demand refuses. */
export function solveObject({ literals }: TypedDemands, solver: Solver): Outcome {
  const demands = readDemands(literals);
  if (demands.least > demands.most || demands.required.size > demands.most) return noValue;
  for (const name of demands.required) if (!isNameAllowed(name, demands)) return noValue;
  const search: ObjectSearch = { demands, solver, ways: new Map() };
  const [only] = demands.refused;
  // Most proofs end here: what is refused has no place in what may be written.
  if (only !== undefined && demands.refused.length === 1 && waysToRefuse(only, search).length === 0) return noValue;
  return extend([], new Set(), search);
}

interface ObjectSearch {
  readonly demands: ObjectDemands;
  readonly solver: Solver;
  /** For each refused demand, the properties that it would refuse. */
  readonly ways: Map<RefusedNode, readonly Way[]>;
}

/** A property that does what is wanted; or why it is not known whether there is one. */
type Way = { readonly slot: Slot } | { readonly doubt: string };

/**
 * Builds an object with the properties chosen so far. Where a refused demand takes it all the same, one property after the
 * other is added that this demand refuses. Most demands are met without.
 */
function extend(slots: readonly Slot[], met: ReadonlySet<RefusedNode>, search: ObjectSearch): Outcome {
  const { demands, solver } = search;
  solver.step();
  const built = buildObject(slots, demands, solver);
  if (built.kind === 'none') return built;
  const isMet = (node: RefusedNode): boolean =>
    met.has(node) || (built.kind === 'value' && evaluate(node, built.value) === false);
  const open = demands.refused.filter((node) => !isMet(node));
  const [next] = open;
  if (next === undefined) return built;
  const ways = waysToRefuse(next, search);
  const further = new Set([...met, next]);
  return firstValue(
    ways.flatMap((way) =>
      'doubt' in way
        ? [() => unknownOutcome(way.doubt)]
        : withSlot(slots, way.slot).map((wanted) => () => extend(wanted, further, search)),
    ),
  );
}

function waysToRefuse(refused: RefusedNode, search: ObjectSearch): readonly Way[] {
  const known = search.ways.get(refused);
  if (known !== undefined) return known;
  const found = [...findWays(refused, search)];
  search.ways.set(refused, found);
  return found;
}

function* findWays(refused: RefusedNode, { demands, solver }: ObjectSearch): Generator<Way> {
  const names = namesToTry(refused, demands);
  solver.stepOften(names.size * demands.properties.length);
  for (const name of names) {
    const nodes = refusalAt(refused, name, solver);
    if (nodes === undefined || !isNameAllowed(name, demands)) continue;
    const outcome = solver.solve([...nodesOf(name, demands), ...nodes]);
    if (outcome.kind === 'value') yield { slot: { name, patterns: [], nameNodes: [], nodes } };
    else if (outcome.kind === 'unknown') yield { doubt: outcome.reason };
  }
  for (const slot of freshSlots(refused, demands, solver))
    yield slot === undefined ? { doubt: 'too many patterns of property names come together' } : { slot };
}

/** The ways to have one more property: a named one once, one by a new name apart from others or as one of them. */
function withSlot(slots: readonly Slot[], slot: Slot): readonly (readonly Slot[])[] {
  const join = (other: Slot): Slot => ({
    ...other,
    nameNodes: [...other.nameNodes, ...slot.nameNodes],
    nodes: [...other.nodes, ...slot.nodes],
  });
  if (slot.name !== undefined) {
    const at = slots.findIndex(({ name }) => name === slot.name);
    const same = slots[at];
    return [same === undefined ? [...slots, slot] : slots.with(at, join(same))];
  }
  const shared = slots.flatMap((other, at) =>
    other.name === undefined && other.patterns.join() === slot.patterns.join() ? [slots.with(at, join(other))] : [],
  );
  return [[...slots, slot], ...shared];
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
