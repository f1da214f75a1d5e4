import type { JsonValue } from '../../model/json.ts';
import { freshName, nodesForPatterns } from './fresh-names.ts';
import { nameClasses } from './name-classes.ts';
import { foundValue, noValue, unknownOutcome, type Outcome } from './outcome.ts';
import { isNameAllowed, nodesOf } from './object-demands.ts';
import type { ObjectDemands, Slot } from './object-demands.ts';
import type { Solver } from './solver.ts';

/** More properties than this are not added to reach `minProperties`. */
const MOST_ADDED = 2000;

interface Draft {
  readonly properties: Map<string, JsonValue>;
  doubt: string | undefined;
}

/** Builds an object of the properties that are wanted, those that are required, and as many more as there must be. */
export function buildObject(slots: readonly Slot[], demands: ObjectDemands, solver: Solver): Outcome {
  const draft: Draft = { properties: new Map(), doubt: undefined };
  const wanted = new Map(slots.flatMap((slot) => (slot.name === undefined ? [] : [[slot.name, slot] as const])));
  if (new Set([...demands.required, ...wanted.keys()]).size + slots.length - wanted.size > demands.most) return noValue;
  // What is wanted comes first: it is the most likely not to be there.
  for (const name of new Set([...wanted.keys(), ...demands.required])) {
    const outcome = solver.solve([...nodesOf(name, demands), ...(wanted.get(name)?.nodes ?? [])]);
    if (outcome.kind !== 'value') return outcome;
    draft.properties.set(name, outcome.value);
  }
  for (const slot of slots) {
    if (slot.name !== undefined) continue;
    const outcome = addFresh(slot, draft, demands, solver);
    if (outcome.kind !== 'value') return outcome;
  }
  fill(draft, demands, solver);
  if (draft.properties.size >= demands.least) return foundValue(inOrder(draft.properties, demands));
  return draft.doubt === undefined ? noValue : unknownOutcome(draft.doubt);
}

function addFresh(slot: Slot, draft: Draft, demands: ObjectDemands, solver: Solver): Outcome {
  const nodes = demands.properties.flatMap((node) => nodesForPatterns(node, slot.patterns));
  const outcome = solver.solve([...nodes, ...slot.nodes]);
  if (outcome.kind !== 'value') return outcome;
  const name = freshName(slot.patterns, slot.nameNodes, new Set(draft.properties.keys()), demands, solver);
  if (name.kind === 'value' && typeof name.value === 'string') draft.properties.set(name.value, outcome.value);
  return name;
}

/** Adds properties until there are as many as there must be, or no more to be had. */
function fill(draft: Draft, demands: ObjectDemands, solver: Solver): void {
  for (const name of demands.mentioned) {
    if (draft.properties.size >= demands.least) return;
    if (draft.properties.has(name) || !isNameAllowed(name, demands)) continue;
    const outcome = solver.solve(nodesOf(name, demands));
    if (outcome.kind === 'value') draft.properties.set(name, outcome.value);
    else if (outcome.kind === 'unknown') draft.doubt ??= outcome.reason;
  }
  if (draft.properties.size >= demands.least) return;
  const { classes, isComplete } = nameClasses(demands, solver);
  for (const patterns of classes)
    fillWith({ name: undefined, patterns, nameNodes: [], nodes: [] }, draft, demands, solver);
  if (!isComplete) draft.doubt ??= 'too many patterns of property names come together';
}

function fillWith(slot: Slot, draft: Draft, demands: ObjectDemands, solver: Solver): void {
  for (let added = 0; draft.properties.size < demands.least; added += 1) {
    solver.step();
    if (added > MOST_ADDED) {
      draft.doubt ??= `an object would need ${demands.least} properties`;
      return;
    }
    const outcome = addFresh(slot, draft, demands, solver);
    if (outcome.kind === 'unknown') draft.doubt ??= outcome.reason;
    if (outcome.kind !== 'value') return;
  }
}

/** As the schemas list them, then the others. `__proto__` is a name like any other here. */
function inOrder(properties: ReadonlyMap<string, JsonValue>, { mentioned }: ObjectDemands): JsonValue {
  const names = new Set([...[...mentioned].filter((name) => properties.has(name)), ...properties.keys()]);
  return Object.fromEntries([...names].map((name) => [name, properties.get(name) ?? null]));
}
