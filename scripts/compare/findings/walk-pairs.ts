import type { SchemaPair } from '../rule.ts';
import { childPairs, type ChildPair, type Polarity } from './child-pairs.ts';
import type { SchemaDocument } from './gather-places.ts';
import { createMerger } from './merge-schema.ts';
import { marksOf } from './marks.ts';
import type { MergedSchema } from './merged-schema.ts';
import { alignSides } from './pair-schemas.ts';
import { topLabel, type PlaceLabel } from './place-label.ts';

/** A pair of places, met once however many ways lead to it. */
export interface PairNode {
  readonly pair: SchemaPair;
  /** As it was first met. */
  readonly label: PlaceLabel;
  readonly polarity: Polarity;
  readonly isUnderNegation: boolean;
  /** The pairs that it is a part of; the list grows during the walk. */
  readonly parents: Step[];
}

/** The way from a pair to one below it. */
export interface Step {
  readonly parent: PairNode;
  /** What the path of the one below adds to that of the parent. */
  readonly suffix: string;
}

export interface WalkedPairs {
  /** Parents before children. */
  readonly nodes: readonly PairNode[];
  /** True when there were more pairs than the walk takes. */
  readonly isCutShort: boolean;
}

/** More pairs than any schema that people wrote has. */
const mostPairs = 20_000;

/** Schemas that were seen as parts of pairs, one over and over if need be: some schemas meet in ever new combinations. */
const mostParts = 60_000;

interface OpenPair extends Omit<ChildPair, 'polarity'> {
  readonly polarity: Polarity;
  readonly isUnderNegation: boolean;
  readonly step: Step | undefined;
}

/** Walks two schemas side by side from their tops. */
export function walkPairs(before: SchemaDocument, after: SchemaDocument, assertsFormats: boolean): WalkedPairs {
  const below = [createMerger(before), createMerger(after)] as const;
  const top = { pointer: '', schema: before.schema };
  const start = { before: [top], after: [{ pointer: '', schema: after.schema }], label: topLabel };
  const open: OpenPair[] = [{ ...start, polarity: 'same', isUnderNegation: false, step: undefined }];
  const nodes = new Map<string, PairNode>();
  let parts = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = keyOf(next, below);
    const known = nodes.get(key);
    if (known !== undefined) {
      if (next.step !== undefined) known.parents.push(next.step);
      continue;
    }
    if (nodes.size >= mostPairs || parts >= mostParts) return { nodes: [...nodes.values()], isCutShort: true };
    const node = nodeOf(next, below, assertsFormats);
    parts += node.pair.before.pointers.length + node.pair.after.pointers.length;
    nodes.set(key, node);
    for (const child of childPairs(node.pair, node.label).toReversed()) open.push(openChild(child, node));
  }
  return { nodes: [...nodes.values()], isCutShort: false };
}

function nodeOf(
  { before, after, label, polarity, isUnderNegation, step }: OpenPair,
  below: readonly [MergedSchema['below'], MergedSchema['below']],
  assertsFormats: boolean,
): PairNode {
  const [left, right] = alignSides(before, after, below);
  const pair = { before: left, after: right, name: label.name, assertsFormats, isRoot: step === undefined };
  return { pair, label, polarity, isUnderNegation, parents: step === undefined ? [] : [step] };
}

function openChild(child: ChildPair, parent: PairNode): OpenPair {
  return {
    ...child,
    polarity: combine(parent.polarity, child.polarity),
    isUnderNegation: parent.isUnderNegation !== (child.polarity === 'opposite'),
    step: { parent, suffix: child.label.path.slice(parent.label.path.length) },
  };
}

function combine(above: Polarity, here: Polarity): Polarity {
  if (above === 'either' || here === 'either') return 'either';
  return above === here ? 'same' : 'opposite';
}

/** Two ways to the same definition lead to one pair, unless something is said beside the reference. */
function keyOf(
  { before, after, polarity, isUnderNegation }: OpenPair,
  [left, right]: readonly [MergedSchema['below'], MergedSchema['below']],
): string {
  return JSON.stringify([marksOf(left(before).gathered), marksOf(right(after).gathered), polarity, isUnderNegation]);
}
