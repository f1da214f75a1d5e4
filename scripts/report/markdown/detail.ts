import { counted } from '../shown-text.ts';

/** What of the review is told. A comment has room for so much, and what matters least goes first. */
export interface Detail {
  readonly hasDiffs: boolean;
  /** Changes that break nobody. */
  readonly hasOtherChanges: boolean;
  readonly hasPayloads: boolean;
  /** Messages that break nobody. */
  readonly hasSafeMessages: boolean;
  /** False: so many messages as have room, the most important first. */
  readonly hasAllMessages: boolean;
}

const everything: Detail = {
  hasDiffs: true,
  hasOtherChanges: true,
  hasPayloads: true,
  hasSafeMessages: true,
  hasAllMessages: true,
};

/** From everything to as much as there is room for. */
export const detailStages: readonly Detail[] = (
  ['hasDiffs', 'hasOtherChanges', 'hasPayloads', 'hasSafeMessages', 'hasAllMessages'] as const
).reduce<readonly Detail[]>(
  (stages, part) => [...stages, { ...(stages.at(-1) ?? everything), [part]: false }],
  [everything],
);

/** How many messages have no details, for they break nobody, or for want of room. */
export interface Missing {
  readonly safe: number;
  readonly others: number;
}

/** What a stage leaves out, in words. */
export function leftOut(detail: Detail, { safe, others }: Missing): readonly string[] {
  return [
    ...(detail.hasDiffs ? [] : ['changes of types']),
    ...(detail.hasOtherChanges ? [] : ['changes that break nobody']),
    ...(detail.hasPayloads ? [] : ['payloads']),
    ...(safe === 0 ? [] : ['messages that break nobody']),
    ...(others === 0 ? [] : [`the details of ${counted(others, 'message')}`]),
  ];
}

/** As many pieces from the start as fit into so many bytes, line ends counted. */
export function fitting(pieces: readonly string[], room: number): readonly string[] {
  let used = 0;
  const firstTooMany = pieces.findIndex((piece) => (used += bytes(piece) + 2) > room);
  return firstTooMany < 0 ? pieces : pieces.slice(0, firstTooMany);
}

export function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
