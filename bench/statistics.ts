export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** One item of every `count`, evenly over the list, beginning with the one at `offset`. */
export function everyNth<Item>(items: readonly Item[], count: number, offset: number): readonly Item[] {
  return items.filter((_item, index) => index % count === offset);
}
