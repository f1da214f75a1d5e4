/** A finite number as `coefficient * 10 ** -scale`, just as its shortest decimal text says. */
interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

function toDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const coefficient = BigInt(whole + fraction);
  return scale < 0 ? { coefficient: coefficient * 10n ** BigInt(-scale), scale: 0 } : { coefficient, scale };
}

function atScale(value: number, scale: number): bigint {
  const decimal = toDecimal(value);
  return decimal.coefficient * 10n ** BigInt(scale - decimal.scale);
}

function toNumber(coefficient: bigint, scale: number): number {
  return Number(`${coefficient}e-${scale}`);
}

/** Whether `value` is a multiple of `step` as JSON writes them: 19.99 of 0.01 is, though 19.99 / 0.01 is not whole. */
export function isMultipleOf(value: number, step: number): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(step) || step <= 0) return false;
  const scale = Math.max(toDecimal(value).scale, toDecimal(step).scale);
  return atScale(value, scale) % atScale(step, scale) === 0n;
}

/** The least common multiple of positive steps; undefined when there are none or no double holds it. */
export function commonMultiple(steps: readonly number[]): number | undefined {
  if (steps.length === 0) return undefined;
  const scale = Math.max(...steps.map((step) => toDecimal(step).scale));
  const common = steps
    .map((step) => atScale(step, scale))
    .reduce((left, right) => (left * right) / greatestCommonDivisor(left, right));
  const result = toNumber(common, scale);
  return Number.isFinite(result) && result > 0 ? result : undefined;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [large, small] = [left, right];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}

/** The multiple of `step` that is next to `value`, going up or down. */
export function snapToMultiple(value: number, step: number, direction: 'up' | 'down'): number {
  const scale = Math.max(toDecimal(value).scale, toDecimal(step).scale);
  const [exact, exactStep] = [atScale(value, scale), atScale(step, scale)];
  const rest = ((exact % exactStep) + exactStep) % exactStep;
  const below = exact - rest;
  return toNumber(direction === 'down' || rest === 0n ? below : below + exactStep, scale);
}

/** `value + count * step` without the noise of binary fractions. */
export function addSteps(value: number, step: number, count: number): number {
  const scale = Math.max(toDecimal(value).scale, toDecimal(step).scale);
  return toNumber(atScale(value, scale) + atScale(step, scale) * BigInt(count), scale);
}
