import type { JsonValue } from '../../model/json.ts';
import { hasType, type NodeStore } from '../node/node-store.ts';
import { jsonTypes, typeBits, typeOf } from '../node/node.ts';
import type { JsonType, Node } from '../node/node.ts';
import { countMembers, membersOf, narrowest, reduceChoices } from './choices.ts';
import { conjoin, emptyConjunction, isAbout } from './conjunction.ts';
import type { Conjunction, OneExpander } from './conjunction.ts';
import { createOneExpander } from './expand-one.ts';
import { evaluate } from './evaluate.ts';
import { firstValue, foundValue, noValue, OutOfBudgetError, unknownOutcome, type Outcome } from './outcome.ts';
import { solveArray } from './solve-array.ts';
import { solveNumber } from './solve-number.ts';
import { solveObject } from './solve-object.ts';
import { solveText } from './solve-text.ts';
import { withoutStructuredExclusions } from './exclusions.ts';
import { createSizes } from './value-size.ts';

/** Larger payloads are not built; counted in values. */
const LARGEST = 250_000;

/** So many glances at a part of a payload, or at a member of a choice, are one step. */
const OFTEN_PER_STEP = 100;

/** How far a search may go. */
export interface SearchLimits {
  /** Sets of demands that are looked at. */
  readonly steps: number;
  /** Asked with the steps since it was asked last; true stops the search. Nothing here reads a clock. */
  readonly isOutOfTime?: (steps: number) => boolean;
}

/** Searches a value that several nodes all accept. */
export interface Solver {
  readonly store: NodeStore;
  readonly solve: (demands: readonly Node[]) => Outcome;
  /** Counts work that no `solve` counts; throws an OutOfBudgetError. */
  readonly step: (many?: number) => void;
  /** Counts what is so quick that a hundred of it are one step. */
  readonly stepOften: (many: number) => void;
  /** Counts that a whole payload was gone through. */
  readonly stepThrough: (value: JsonValue) => void;
}

/** Demands on values of one type, none of them a choice. */
export interface TypedDemands {
  readonly literals: readonly Node[];
  readonly excluded: readonly JsonValue[];
}

type TypedSolver = (demands: TypedDemands, solver: Solver) => Outcome;

const typedSolvers: Readonly<Record<JsonType, TypedSolver>> = {
  null: (demands) => solveListed([null], demands),
  boolean: (demands) => solveListed([true, false], demands),
  number: solveNumber,
  string: solveText,
  array: solveArray,
  object: solveObject,
};

function solveListed(values: readonly JsonValue[], { excluded }: TypedDemands): Outcome {
  const left = values.find((value) => !excluded.includes(value));
  return left === undefined ? noValue : foundValue(left);
}

/**
 * A tableau: demands are taken apart, split by type, and choices are tried one by one. A set of demands that comes up
 * again below itself has no value there: the smallest value of a set holds no smaller one of the same set.
 */
export function createSolver(store: NodeStore, limits: SearchLimits): Solver {
  const known = new Map<string, Outcome>();
  let stack = new Map<string, number>();
  /** The highest place of the stack that the present search has taken for granted. */
  let leaned = Infinity;
  let steps = 0;
  const sizeOf = createSizes();

  const step = (many = 1): void => {
    steps += many;
    if (steps > limits.steps) throw new OutOfBudgetError(`the search took more than ${limits.steps} steps`);
    if (limits.isOutOfTime?.(many) === true) throw new OutOfBudgetError('the time was up');
  };

  const solve = (demands: readonly Node[]): Outcome => {
    const key = keyOf(demands);
    const before = known.get(key);
    if (before !== undefined) return before;
    const above = stack.get(key);
    if (above !== undefined) {
      leaned = Math.min(leaned, above);
      return noValue;
    }
    step();
    const depth = stack.size;
    const outer = leaned;
    leaned = Infinity;
    stack.set(key, depth);
    const outcome = withinSize(search(demands));
    stack.delete(key);
    if (outcome.kind === 'value' || leaned >= depth) known.set(key, outcome);
    leaned = Math.min(outer, leaned < depth ? leaned : Infinity);
    return outcome;
  };

  let often = 0;
  /** Counts what is done so often, and so quickly, that many times are one step. */
  const stepOften = (many: number): void => {
    often += many;
    if (often < OFTEN_PER_STEP) return;
    const whole = Math.floor(often / OFTEN_PER_STEP);
    often -= whole * OFTEN_PER_STEP;
    step(whole);
  };

  const stepThrough = (value: JsonValue): void => {
    stepOften(sizeOf(value));
  };

  const withinSize = (outcome: Outcome): Outcome =>
    outcome.kind === 'value' && sizeOf(outcome.value) > LARGEST
      ? unknownOutcome(`a payload would have more than ${LARGEST} values in it`)
      : outcome;

  /** As `solve`, but taking nothing for granted. */
  const solveAlone = (demands: readonly Node[]): Outcome => {
    const [outerStack, outerLeaned] = [stack, leaned];
    [stack, leaned] = [new Map(), Infinity];
    const outcome = solve(demands);
    [stack, leaned] = [outerStack, outerLeaned];
    return outcome;
  };

  const expander: OneExpander = createOneExpander(store, solveAlone);
  const solver: Solver = { store, solve, step, stepOften, stepThrough };

  const search = (demands: readonly Node[]): Outcome => {
    const conjunction = conjoin(emptyConjunction, demands, store, expander);
    if (conjunction === undefined) return noValue;
    return conjunction.finite === undefined ? searchTypes(conjunction) : searchFinite(demands, conjunction.finite);
  };

  const searchFinite = (demands: readonly Node[], finite: ReadonlyMap<string, JsonValue>): Outcome => {
    let isDoubtful = false;
    for (const value of finite.values()) {
      step();
      stepThrough(value);
      const judgements = demands.map((demand) => evaluate(demand, value));
      if (judgements.every((judgement) => judgement === true)) return foundValue(value);
      if (!judgements.includes(false)) isDoubtful = true;
    }
    return isDoubtful ? unknownOutcome('a keyword that this comparison does not know decides') : noValue;
  };

  const searchTypes = (conjunction: Conjunction): Outcome =>
    firstValue(
      jsonTypes
        .filter((type) => (typeBits[type] & conjunction.types) !== 0)
        .map((type) => () => searchType(type, { ...conjunction, types: typeBits[type] })),
    );

  /** Tries the choices one after the other; before each, whether what is settled excludes itself already. */
  const searchType = (type: JsonType, whole: Conjunction): Outcome => {
    step();
    const conjunction = withoutStructuredExclusions(type, propagate(whole), store);
    if (conjunction === undefined) return noValue;
    if (conjunction.finite !== undefined) return searchFiniteOfType(conjunction, conjunction.finite);
    const solved = typedSolvers[type](demandsOf(type, conjunction), solver);
    const { opaque } = conjunction;
    const settled = opaque !== undefined && solved.kind === 'value' ? unknownOutcome(opaque.reason) : solved;
    if (settled.kind === 'none' || conjunction.choices.size === 0) return settled;
    const { choices } = conjunction;
    const isMet = (choice: Node): boolean => settled.kind === 'value' && evaluate(choice, settled.value) === true;
    // What settles itself otherwise is met already. To choose there would only lead astray.
    const unmet = [...choices].filter((choice) => !isMet(choice));
    if (unmet.length === 0) return settled;
    const choice = narrowest(unmet);
    const rest = { ...conjunction, choices: new Set([...choices].filter((other) => other !== choice)) };
    return firstValue(
      membersOf(choice).map((member) => () => {
        const branch = conjoin(rest, [member], store, expander);
        return branch === undefined ? noValue : searchType(type, branch);
      }),
    );
  };

  const searchFiniteOfType = (conjunction: Conjunction, finite: ReadonlyMap<string, JsonValue>): Outcome => {
    const demands = [
      ...conjunction.literals,
      ...conjunction.choices,
      store.type(conjunction.types),
      store.not(store.values(conjunction.excluded.values())),
    ];
    return searchFinite(demands, finite);
  };

  /** Settles what can be settled without trying; undefined when a choice has nothing left. */
  const propagate = (whole: Conjunction): Conjunction | undefined => {
    let conjunction: Conjunction | undefined = whole;
    for (let isChanged = true; isChanged && conjunction !== undefined;) {
      const before: Conjunction = conjunction;
      stepOften(countMembers(before.choices));
      const reduced = reduceChoices(before, store);
      if (reduced === undefined) return undefined;
      const { open, forced } = reduced;
      isChanged = forced.length > 0;
      conjunction = conjoin({ ...before, choices: new Set(open) }, forced, store, expander);
    }
    return conjunction;
  };

  return solver;
}

function demandsOf(type: JsonType, conjunction: Conjunction): TypedDemands {
  const bit = typeBits[type];
  return {
    literals: [...conjunction.literals].filter((literal) => isAbout(literal, bit)),
    excluded: [...conjunction.excluded.values()].filter((value) => typeOf(value) === type && hasType(value, bit)),
  };
}

function keyOf(demands: readonly Node[]): string {
  return [...new Set(demands.map(meaningOf))].toSorted().join(' ');
}

/** A reference means what it leads to, wherever it stands. */
function meaningOf(node: Node): string {
  if (node.kind === 'ref') return meaningOf(node.target());
  return node.kind === 'not' ? `!${meaningOf(node.of)}` : String(node.id);
}
