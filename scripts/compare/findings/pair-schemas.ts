import { isFree } from './is-free.ts';
import { sameText } from './merge-schema.ts';
import type { BranchGroup, Conditional, MergedSchema, Places } from './merged-schema.ts';
import { likeness } from './pair-branches.ts';
import type { SchemaPlace } from '../../schema/walk.ts';

type Two<Value> = readonly [Value, Value];

/**
 * Both sides of one place. Where a single shape became one of several, the single one is read as a choice of one, so that
 * the others count as added.
 */
export function alignSides(
  before: Places,
  after: Places,
  [left, right]: Two<MergedSchema['below']>,
): Two<MergedSchema> {
  const [first, second] = [left(before), right(after)];
  return [choiceOfOne(first, before, second) ?? first, choiceOfOne(second, after, first) ?? second];
}

function choiceOfOne(single: MergedSchema, places: Places, several: MergedSchema): MergedSchema | undefined {
  const [group] = several.groups;
  if (group === undefined || several.groups.length > 1 || single.groups.length > 0 || single.never !== undefined)
    return undefined;
  if (!isFree({ ...several, groups: [], types: undefined }) || saysTooLittle(single)) return undefined;
  const isAmong = group.branches.some((branch) => {
    const schema = several.below(branch);
    return sameText(places, branch) || likeness(single, { ...schema, types: schema.types ?? several.types }) >= 0.5;
  });
  if (!isAmong) return undefined;
  const choice: BranchGroup = { keyword: group.keyword, pointer: single.pointers[0] ?? '', branches: [places] };
  const { types, annotations, dialect, pointers, gathered, below } = single;
  return { ...below([]), types, annotations, dialect, pointers, gathered, groups: [choice] };
}

/** A bare object, or no demand at all, is not recognised among the variants. */
function saysTooLittle(single: MergedSchema): boolean {
  const isCompound = single.types?.value.some((type) => type === 'object' || type === 'array') ?? true;
  return isCompound && isFree({ ...single, types: undefined });
}

/** Things of both sides in pairs, in order; what has no partner stands alone. */
export interface Paired<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** The same first, and then one after the other. */
function pairInOrder<Value>(
  before: readonly Value[],
  after: readonly Value[],
  isSame: (left: Value, right: Value) => boolean,
): readonly Paired<Value>[] {
  const rest = [...after];
  const same = before.flatMap((value) => {
    const index = rest.findIndex((other) => isSame(value, other));
    return index < 0 ? [] : [{ before: value, after: rest.splice(index, 1)[0] }];
  });
  const taken = new Set(same.map((pair) => pair.before));
  const left = before.filter((value) => !taken.has(value));
  const others = Array.from({ length: Math.max(left.length, rest.length) }, (_none, index) => ({
    before: left[index],
    after: rest[index],
  }));
  return [...same, ...others];
}

export function pairGroups(before: MergedSchema, after: MergedSchema): readonly Paired<BranchGroup>[] {
  return pairInOrder(
    before.groups,
    after.groups,
    (left, right) =>
      left.branches.length === right.branches.length &&
      left.branches.every((places, index) => sameText(places, right.branches[index] ?? [])),
  );
}

export function pairNegations(before: MergedSchema, after: MergedSchema): readonly Paired<SchemaPlace>[] {
  return pairInOrder(before.negations, after.negations, (left, right) => sameText([left], [right]));
}

export function pairConditionals(before: MergedSchema, after: MergedSchema): readonly Paired<Conditional>[] {
  return pairInOrder(before.conditionals, after.conditionals, (left, right) =>
    sameText([left.condition], [right.condition]),
  );
}
