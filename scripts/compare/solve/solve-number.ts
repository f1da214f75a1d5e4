import { addSteps, commonMultiple, isMultipleOf, snapToMultiple } from '../../schema/exact-number.ts';
import type { Node } from '../node/node.ts';
import { foundValue, noValue, unknownOutcome, type Outcome } from './outcome.ts';
import type { TypedDemands } from './solver.ts';

interface Bound {
  readonly value: number;
  readonly isExclusive: boolean;
}

interface NumberDemands {
  readonly least: Bound;
  readonly most: Bound;
  readonly steps: readonly number[];
  /** A value may be a multiple of none of these. */
  readonly refusedSteps: readonly number[];
  readonly excluded: ReadonlySet<number>;
}

/** More residues than this are not gone through. */
const LONGEST_PERIOD = 20_000;

/** Searches a number, in exact decimals. */
export function solveNumber({ literals, excluded }: TypedDemands): Outcome {
  const demands = readDemands(literals, excluded);
  const { least, most, steps, refusedSteps } = demands;
  if (least.value > most.value) return noValue;
  if (least.value === most.value) {
    if (least.isExclusive || most.isExclusive) return noValue;
    return isWanted(least.value, demands) && steps.every((step) => isMultipleOf(least.value, step))
      ? foundValue(least.value)
      : noValue;
  }
  if (steps.length === 0) return solveDense(demands);
  const step = commonMultiple(steps);
  if (step === undefined)
    return unknownOutcome('the common multiple of several multipleOf is no number that can be written');
  return refusedSteps.some((refused) => isMultipleOf(step, refused)) ? noValue : solveGrid(step, demands);
}

function readDemands(literals: readonly Node[], excluded: TypedDemands['excluded']): NumberDemands {
  let least: Bound = { value: -Infinity, isExclusive: false };
  let most: Bound = { value: Infinity, isExclusive: false };
  const steps: number[] = [];
  const refusedSteps: number[] = [];
  for (const literal of literals) {
    const isRefused = literal.kind === 'not';
    const atom = isRefused ? literal.of : literal;
    if (atom.kind === 'multiple') (isRefused ? refusedSteps : steps).push(atom.step);
    else if (atom.kind === 'least' || atom.kind === 'most') {
      const bound = { value: atom.value, isExclusive: atom.isExclusive !== isRefused };
      if ((atom.kind === 'least') !== isRefused) least = tighter(least, bound, bound.value > least.value);
      else most = tighter(most, bound, bound.value < most.value);
    }
  }
  const numbers = excluded.filter((value) => typeof value === 'number');
  return { least, most, steps, refusedSteps, excluded: new Set(numbers) };
}

function tighter(bound: Bound, other: Bound, isTighter: boolean): Bound {
  if (bound.value === other.value) return { value: bound.value, isExclusive: bound.isExclusive || other.isExclusive };
  return isTighter ? other : bound;
}

function isWithin(value: number, { least, most }: NumberDemands): boolean {
  return (
    (least.isExclusive ? value > least.value : value >= least.value) &&
    (most.isExclusive ? value < most.value : value <= most.value)
  );
}

function isWanted(value: number, demands: NumberDemands): boolean {
  return (
    Number.isFinite(value) &&
    isWithin(value, demands) &&
    !demands.excluded.has(value) &&
    !demands.refusedSteps.some((step) => isMultipleOf(value, step))
  );
}

/** Goes through the multiples of a step, from the one next to zero. */
function solveGrid(step: number, demands: NumberDemands): Outcome {
  const { refusedSteps, excluded } = demands;
  const period = refusedSteps.reduce((product, refused) => {
    const common = commonMultiple([step, refused]);
    return common === undefined ? Infinity : product * Math.round(common / step);
  }, 1);
  // Within so many, one that is refused nowhere comes up, if there is any.
  const enough = period * (excluded.size + 1) + 1;
  const found = walkGrid(step, enough, demands);
  return found === 'rounded' ? solveCoarsely(step, enough, demands) : found;
}

/** "rounded": nothing was found, and some multiples on the way are none that JavaScript can write. */
function walkGrid(step: number, enough: number, demands: NumberDemands): Outcome | 'rounded' {
  const { least, most } = demands;
  const start = nearestToZero(demands);
  const first = start <= 0 && most.value <= 0 ? snapToMultiple(start, step, 'down') : snapToMultiple(start, step, 'up');
  let [isCut, isRounded] = [false, false];
  for (const direction of [1, -1]) {
    let previous: number | undefined;
    for (let count = 0; count <= enough; count += 1) {
      isCut ||= count > LONGEST_PERIOD;
      if (count > LONGEST_PERIOD) break;
      const value = addSteps(first, step, direction * count);
      if (!Number.isFinite(value)) break;
      const isMultiple = isMultipleOf(value, step);
      isRounded ||= !isMultiple || value === previous;
      previous = value;
      if (direction === 1 ? value > most.value : value < least.value) break;
      if (isMultiple && isWanted(value, demands)) return foundValue(value);
    }
  }
  if (isRounded) return 'rounded';
  return isCut ? unknownOutcome('several multipleOf that repeat too late') : noValue;
}

/** Where doubles are further apart than multiples: ten times the step, a hundred times, and so on. */
function solveCoarsely(step: number, enough: number, demands: NumberDemands): Outcome {
  for (let coarse = addSteps(0, step, 10); Number.isFinite(coarse); coarse = addSteps(0, coarse, 10)) {
    const found = walkGrid(coarse, enough, demands);
    if (found !== 'rounded' && found.kind === 'value') return found;
  }
  return unknownOutcome('no multiple that JavaScript can write was found between the bounds');
}

function nearestToZero({ least, most }: NumberDemands): number {
  if (least.value > 0) return least.value;
  return most.value < 0 ? most.value : 0;
}

/** Between two bounds there are always more numbers than are ruled out; it is tried to find a short one. */
function solveDense(demands: NumberDemands): Outcome {
  for (const value of denseCandidates(demands)) if (isWanted(value, demands)) return foundValue(value);
  return demands.refusedSteps.length === 0
    ? unknownOutcome('no number that JavaScript can write lies between the bounds')
    : unknownOutcome('no number was found that is a multiple of none of several multipleOf');
}

function* denseCandidates({ least, most, excluded }: NumberDemands): Generator<number> {
  const [low, high] = [least.value, most.value];
  yield* [0, 1, -1, 0.5, -0.5];
  const anchors = [low, high].filter(Number.isFinite);
  for (const anchor of anchors) {
    yield anchor;
    yield* [Math.ceil(anchor), Math.floor(anchor)];
  }
  for (let count = 1; count <= excluded.size + 12; count += 1) {
    for (const anchor of anchors.length > 0 ? anchors : [0]) {
      for (const part of [1, 0.5, 0.1, 0.01, 0.001])
        yield* [addSteps(anchor, part, count), addSteps(anchor, part, -count)];
    }
  }
  if (Number.isFinite(low) && Number.isFinite(high)) yield* between(low, high, excluded.size);
  for (const anchor of anchors) yield* [anchor * 2, anchor / 2, anchor * 1.0000001, anchor * 0.9999999];
  for (const size of [1e3, 1e6, 1e9, 1e15, 1e17, 1e21, 1e100]) yield* [size, -size, size + 0.5, -size - 0.5];
}

function* between(low: number, high: number, excluded: number): Generator<number> {
  const width = high - low;
  for (let parts = 2; parts <= 64 + excluded; parts += parts < 16 ? 1 : 7) {
    for (let part = 1; part < Math.min(parts, 8); part += 1) {
      const value = low + (width * part) / parts;
      for (const digits of [3, 6, 12]) yield Number(value.toPrecision(digits));
      yield value;
    }
  }
}
