/** One figure of a catalog at one size. */
export interface Point {
  /** How many message versions the catalog has. */
  readonly size: number;
  readonly value: number;
}

/** What one more message version costs, from each size to the next. */
export function slopesOf(points: readonly Point[]): readonly number[] {
  return points.slice(1).map(({ size, value }, index) => {
    const before = points[index];
    return before === undefined ? NaN : (value - before.value) / (size - before.size);
  });
}

/** Less than this is no growth: two runs of the same differ as much. */
const NOTABLE = 1.25;

/** Whether a message version costs more in a large catalog than in a small one: the last slope beside the first. */
export function growthText(slopes: readonly number[]): string {
  const [first, last] = [slopes[0], slopes.at(-1)];
  if (slopes.length < 2 || first === undefined || last === undefined || Number.isNaN(first + last)) return 'unknown';
  if (first <= 0) return last <= 0 ? 'no' : 'yes, from nothing';
  const ratio = last / first;
  if (ratio >= NOTABLE) return `yes, ×${ratio.toFixed(2)}`;
  return ratio <= 1 / NOTABLE ? `no, it shrinks: ×${Math.max(0, ratio).toFixed(2)}` : 'no';
}
