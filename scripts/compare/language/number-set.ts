/**
 * A set of whole numbers from 0 on, written as the sorted numbers at which membership changes: [97, 123] holds 97 to
 * 122, [5] holds everything from 5 on. It serves for code points as well as for lengths.
 */
export type NumberSet = readonly number[];

export const noNumbers: NumberSet = [];
export const allNumbers: NumberSet = [0];

/** The numbers from `least` to `most`, both included. */
export function numbersBetween(least: number, most: number): NumberSet {
  if (most < least) return noNumbers;
  return most === Infinity ? [least] : [least, most + 1];
}

export function hasNumber(set: NumberSet, value: number): boolean {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

export function unite(left: NumberSet, right: NumberSet): NumberSet {
  if (left.length === 0 || left === right) return right;
  return right.length === 0 ? left : sweep(left, right, (inLeft, inRight) => inLeft || inRight);
}

export function intersect(left: NumberSet, right: NumberSet): NumberSet {
  if (left.length === 0 || left === right) return left;
  return right.length === 0 ? right : sweep(left, right, (inLeft, inRight) => inLeft && inRight);
}

export function subtract(left: NumberSet, right: NumberSet): NumberSet {
  return sweep(left, right, (inLeft, inRight) => inLeft && !inRight);
}

export function invert(set: NumberSet): NumberSet {
  return set[0] === 0 ? set.slice(1) : [0, ...set];
}

export function sameNumbers(left: NumberSet, right: NumberSet): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

export function isWithin(part: NumberSet, whole: NumberSet): boolean {
  return subtract(part, whole).length === 0;
}

/** Each number less one; what was 0 is gone. */
export function decrement(set: NumberSet): NumberSet {
  const lowered = set.map((value) => Math.max(0, value - 1));
  return lowered[0] === 0 && lowered[1] === 0 ? lowered.slice(2) : lowered;
}

export function leastNumber(set: NumberSet): number {
  return set[0] ?? Infinity;
}

export function greatestNumber(set: NumberSet): number {
  if (set.length === 0) return -Infinity;
  return set.length % 2 === 1 ? Infinity : (set[set.length - 1] ?? 0) - 1;
}

/** One set of many ranges, in any order and overlapping; both ends are included. */
export function uniteRanges(ranges: readonly (readonly [number, number])[]): NumberSet {
  const flips: number[] = [];
  let end = -1;
  for (const [least, most] of ranges.toSorted(([left], [right]) => left - right)) {
    if (most < end) continue;
    if (least <= end) flips.pop();
    else flips.push(least);
    end = most + 1;
    flips.push(end);
  }
  return flips;
}

function sweep(left: NumberSet, right: NumberSet, keep: (inLeft: boolean, inRight: boolean) => boolean): NumberSet {
  const flips: number[] = [];
  let leftIndex = 0;
  let rightIndex = 0;
  while (leftIndex < left.length || rightIndex < right.length) {
    const value = Math.min(left[leftIndex] ?? Infinity, right[rightIndex] ?? Infinity);
    if (left[leftIndex] === value) leftIndex++;
    if (right[rightIndex] === value) rightIndex++;
    if (keep(leftIndex % 2 === 1, rightIndex % 2 === 1) !== (flips.length % 2 === 1)) flips.push(value);
  }
  return flips;
}
