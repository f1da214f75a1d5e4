import type { SchemaPair } from '../rule.ts';
import { variantWords } from './describe-variants.ts';
import { isExclusive, propertyAt } from './disjoint.ts';
import { bothAllow } from './limit-rule.ts';
import type { BranchGroup, MergedSchema, Places } from './merged-schema.ts';
import { pairBranches } from './pair-branches.ts';
import { pairConditionals, pairGroups, pairNegations } from './pair-schemas.ts';
import {
  conditionLabel,
  consequenceLabel,
  containedLabel,
  dependentLabel,
  excludedLabel,
  itemLabel,
  otherItemLabel,
  otherPropertyLabel,
  patternLabel,
  positionLabel,
  propertyLabel,
  propertyNameLabel,
  variantLabel,
  type PlaceLabel,
} from './place-label.ts';

/** What a narrower schema below does to the one above: the same, the opposite, or it depends on the value. */
export type Polarity = 'same' | 'opposite' | 'either';

/** A pair of places below a pair of places. */
export interface ChildPair {
  readonly before: Places;
  readonly after: Places;
  readonly polarity: Polarity;
  readonly label: PlaceLabel;
}

/** Every pair of places below, in the order in which people read a schema. */
export function childPairs(pair: SchemaPair, label: PlaceLabel): readonly ChildPair[] {
  if (pair.before.never !== undefined || pair.after.never !== undefined) return [];
  return [
    ...(bothAllow(pair, 'object') ? propertyPairs(pair, label) : []),
    ...(bothAllow(pair, 'object') ? otherPropertyPairs(pair, label) : []),
    ...(bothAllow(pair, 'array') ? itemPairs(pair, label) : []),
    ...branchPairs(pair, label),
    ...logicPairs(pair, label),
  ];
}

function propertyPairs({ before, after }: SchemaPair, label: PlaceLabel): readonly ChildPair[] {
  const names = new Set([...before.properties.keys(), ...after.properties.keys()]);
  return [...names].flatMap((name) => {
    const [left, right] = [propertyAt(before, name), propertyAt(after, name)];
    const isDescribed = before.properties.has(name) && after.properties.has(name);
    const speaks = isDescribed || bothSpeak(left, right, before, after);
    return speaks ? [same(left, right, propertyLabel(label, name))] : [];
  });
}

/** Where one side says nothing or refuses everything, the rule of the keyword says what there is to say. */
function bothSpeak(left: Places, right: Places, before: MergedSchema, after: MergedSchema): boolean {
  if (left.length === 0 || right.length === 0) return false;
  return before.below(left).never === undefined && after.below(right).never === undefined;
}

function otherPropertyPairs({ before, after }: SchemaPair, label: PlaceLabel): readonly ChildPair[] {
  const isMap = before.properties.size === 0 && after.properties.size === 0;
  const patterns = [...before.patternProperties].flatMap(([pattern, places]) => {
    const other = after.patternProperties.get(pattern);
    return other === undefined ? [] : [same(places, other, patternLabel(label, pattern))];
  });
  const triggers = [...before.dependentSchemas].flatMap(([trigger, places]) => {
    const other = after.dependentSchemas.get(trigger);
    return other === undefined ? [] : [same(places, other, dependentLabel(label, trigger))];
  });
  return [
    ...patterns,
    ...openPair(before.additional, after.additional, before, after, otherPropertyLabel(label, isMap)),
    ...openPair(
      before.unevaluatedProperties,
      after.unevaluatedProperties,
      before,
      after,
      otherPropertyLabel(label, false),
    ),
    ...(before.propertyNames.length > 0 && after.propertyNames.length > 0
      ? [same(before.propertyNames, after.propertyNames, propertyNameLabel(label))]
      : []),
    ...triggers,
  ];
}

function openPair(
  left: Places,
  right: Places,
  before: MergedSchema,
  after: MergedSchema,
  label: PlaceLabel,
): readonly ChildPair[] {
  if (left.length === 0 && right.length === 0) return [];
  const isClosed = before.below(left).never !== undefined || after.below(right).never !== undefined;
  return isClosed ? [] : [same(left, right, label)];
}

function same(before: Places, after: Places, label: PlaceLabel): ChildPair {
  return { before, after, polarity: 'same', label };
}

function itemPairs({ before, after }: SchemaPair, label: PlaceLabel): readonly ChildPair[] {
  const length = Math.max(before.firstItems.length, after.firstItems.length);
  const positions = Array.from({ length }, (_none, index) => {
    const [own, other] = [before.firstItems[index], after.firstItems[index]];
    const [left, right] = [own ?? before.restItems, other ?? after.restItems];
    const isDescribed = own !== undefined && other !== undefined;
    const speaks = isDescribed || bothSpeak(left, right, before, after);
    return speaks ? [same(left, right, positionLabel(label, index))] : [];
  }).flat();
  const restLabel = length === 0 ? itemLabel(label) : otherItemLabel(label);
  const contained = before.contains.flatMap(({ places, most }, index) => {
    const other = after.contains[index];
    if (other === undefined) return [];
    const polarity = most === undefined && other.most === undefined ? ('same' as const) : ('either' as const);
    return [{ before: places, after: other.places, polarity, label: containedLabel(label) }];
  });
  return [
    ...positions,
    ...openPair(before.restItems, after.restItems, before, after, restLabel),
    ...openPair(before.unevaluatedItems, after.unevaluatedItems, before, after, otherItemLabel(label)),
    ...contained,
  ];
}

function branchPairs(pair: SchemaPair, label: PlaceLabel): readonly ChildPair[] {
  return pairGroups(pair.before, pair.after).flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : branchPairsOf(before, after, pair, label),
  );
}

function branchPairsOf(
  left: BranchGroup,
  right: BranchGroup,
  { before, after }: SchemaPair,
  label: PlaceLabel,
): readonly ChildPair[] {
  const mayOverlap = isExclusive(left, before.below) || isExclusive(right, after.below);
  return pairBranches(left, right, before.below, after.below).pairs.map((pair) => {
    const isChoice = left.branches.length > 1 || right.branches.length > 1;
    const name = isChoice ? variantWords(right, pair.after, after.below) : undefined;
    return {
      ...pair,
      polarity: mayOverlap ? ('either' as const) : ('same' as const),
      label: variantLabel(label, name),
    };
  });
}

function logicPairs({ before, after }: SchemaPair, label: PlaceLabel): readonly ChildPair[] {
  const negations = pairNegations(before, after).flatMap((pair) =>
    pair.before === undefined || pair.after === undefined
      ? []
      : [{ before: [pair.before], after: [pair.after], polarity: 'opposite' as const, label: excludedLabel(label) }],
  );
  const conditionals = pairConditionals(before, after).flatMap(({ before: left, after: right }) =>
    left === undefined || right === undefined
      ? []
      : [
          {
            before: [left.condition],
            after: [right.condition],
            polarity: 'either' as const,
            label: conditionLabel(label),
          },
          same(left.consequence, right.consequence, consequenceLabel(label, true)),
          same(left.alternative, right.alternative, consequenceLabel(label, false)),
        ],
  );
  return [...negations, ...conditionals];
}
