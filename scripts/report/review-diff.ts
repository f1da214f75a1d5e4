import type { DiffLine } from '../review/review.ts';

/** Unchanged lines that are shown around a changed one. */
const AROUND = 3;

/** The changed lines with a few around them; what is left out between them is one line with three dots. */
export function shortenDiff(lines: readonly DiffLine[]): readonly DiffLine[] {
  const isNear = (at: number): boolean =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ sign }) => sign !== ' ');
  return lines.flatMap((line, at) => {
    if (isNear(at)) return [line];
    return at > 0 && !isNear(at - 1) ? [] : [{ sign: ' ', text: '…' }];
  });
}
