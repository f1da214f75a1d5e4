import { ownValue, type JsonObject } from '../model/json.ts';
import { addSteps, commonMultiple, isMultipleOf, snapToMultiple } from './exact-number.ts';
import { numbersOf } from './schema-facts.ts';

interface Range {
  readonly least: number;
  readonly most: number;
  readonly accepts: (value: number) => boolean;
}

/** Numbers that fit all schemas, the most readable first. Finite. */
export function* numbersFor(schemas: readonly JsonObject[], isInteger: boolean, hint: number): Generator<number> {
  const range = rangeOf(schemas, isInteger);
  const divisors = numbersOf(schemas, 'multipleOf').filter((divisor) => divisor > 0);
  const step = commonMultiple(isInteger ? [...divisors, 1] : divisors);
  const seen = new Set<number>();
  for (const value of proposals(range, step, hint)) {
    if (!seen.has(value) && range.accepts(value)) yield value;
    seen.add(value);
  }
}

function rangeOf(schemas: readonly JsonObject[], isInteger: boolean): Range {
  const below = (keyword: string): readonly number[] =>
    numbersOf(
      schemas.filter(
        (schema) => ownValue(schema, keyword === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum') === true,
      ),
      keyword,
    );
  const [least, most] = [numbersOf(schemas, 'minimum'), numbersOf(schemas, 'maximum')];
  const above = [...numbersOf(schemas, 'exclusiveMinimum'), ...below('minimum')];
  const under = [...numbersOf(schemas, 'exclusiveMaximum'), ...below('maximum')];
  const divisors = numbersOf(schemas, 'multipleOf');
  return {
    least: Math.max(-Infinity, ...least, ...above),
    most: Math.min(Infinity, ...most, ...under),
    accepts: (value) =>
      Number.isFinite(value) &&
      (!isInteger || Number.isInteger(value)) &&
      least.every((bound) => value >= bound) &&
      most.every((bound) => value <= bound) &&
      above.every((bound) => value > bound) &&
      under.every((bound) => value < bound) &&
      divisors.every((divisor) => isMultipleOf(value, divisor)),
  };
}

function* proposals({ least, most, accepts }: Range, step: number | undefined, hint: number): Generator<number> {
  const bounds = [least, most].filter(Number.isFinite);
  const bases = [hint, 1, 10, 100, 0, ...bounds, ...bounds.flatMap((bound) => [bound + 1, bound - 1])];
  const clamped = bases.map((base) => Math.min(Math.max(base, least), most)).filter(Number.isFinite);
  for (const base of clamped) yield* around(base, step, accepts);
  if (bounds.length === 2) {
    for (const share of [2, 4, 10, 3, 64]) yield* around(least + (most - least) / share, step, accepts);
  }
  const start = clamped.flatMap((base) => [...around(base, step, accepts)]).find(accepts) ?? 0;
  for (let count = 1; count <= 200; count++) {
    yield addSteps(start, step ?? 1, count);
    yield addSteps(start, step ?? 1, -count);
  }
  if (bounds.length === 2) for (let part = 1; part < 64; part++) yield least + ((most - least) / 64) * part;
  yield* [0.5, 0.1, 0.01].map((small) => (Number.isFinite(least) ? least + small : small));
  yield* bounds.flatMap((bound) => [bound * 1.5, bound / 2, bound * 1.000001, bound * 0.999999]);
}

function* around(base: number, step: number | undefined, accepts: (value: number) => boolean): Generator<number> {
  if (step === undefined) {
    yield base;
    return;
  }
  if (accepts(base)) yield base;
  const [above, below] = [snapToMultiple(base, step, 'up'), snapToMultiple(base, step, 'down')];
  yield above;
  yield below;
  if (Number.isFinite(above)) yield addSteps(above, step, 1);
  if (Number.isFinite(below)) yield addSteps(below, step, -1);
}
