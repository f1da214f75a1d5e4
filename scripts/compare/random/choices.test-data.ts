/**
 * Where random schemas and payloads get their choices from: a generator of numbers, which is fast, or a tape of
 * fast-check's, which shrinks. Of all choices 0 is the plainest one, and a tape that is used up says nothing but 0.
 */
export interface Choices {
  /** A whole number from 0 up to the bound, without it. */
  readonly below: (bound: number) => number;
}

/** The generator mulberry32: the same seed, the same choices. */
export function choicesFromSeed(seed: number): Choices {
  let state = seed | 0;
  return {
    below: (bound) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
    },
  };
}

export function choicesFromTape(tape: readonly number[]): Choices {
  let at = 0;
  return {
    below: (bound) => {
      const chosen = (tape[at] ?? 0) % bound;
      at += 1;
      return chosen;
    },
  };
}

/** The first of a list is its plainest. */
export function pick<Item>(choices: Choices, list: readonly [Item, ...Item[]]): Item {
  return list[choices.below(list.length)] ?? list[0];
}

/** True in so many of a hundred cases. */
export function happens({ below }: Choices, percent: number): boolean {
  return below(100) >= 100 - percent;
}

/** Some of a list, in its order, and at least one. */
export function pickSome<Item>(choices: Choices, list: readonly [Item, ...Item[]]): readonly [Item, ...Item[]] {
  const [first, ...others] = list.filter(() => happens(choices, 40));
  return first === undefined ? [pick(choices, list)] : [first, ...others];
}
