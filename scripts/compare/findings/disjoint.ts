import { acceptsScalar } from './accepts-scalar.ts';
import { commonTypes } from './keyword-types.ts';
import { matchingPlaces } from './merge-objects.ts';
import type { BranchGroup, MergedSchema, Places } from './merged-schema.ts';

/** More branches than these are not compared each with each. */
const mostBranches = 60;

/** Whether a group may refuse a value because two branches accept it: a `oneOf` whose branches may overlap. */
export function isExclusive(group: BranchGroup, below: MergedSchema['below']): boolean {
  if (group.keyword === 'anyOf') return false;
  if (group.branches.length > mostBranches) return true;
  const branches = group.branches.map(below);
  return branches.some((left, index) => branches.slice(index + 1).some((right) => !areDisjoint(left, right)));
}

/** Whether no value can evidently satisfy both: by type, by constants, by bounds, or by a property that both need. */
function areDisjoint(left: MergedSchema, right: MergedSchema, depth = 2): boolean {
  if (left.never !== undefined || right.never !== undefined) return true;
  if (left.types !== undefined && right.types !== undefined) {
    const common = commonTypes(left.types.value, right.types.value);
    if (common.length === 0) return true;
    if (common.some((type) => type !== 'object')) return valuesDiffer(left, right);
  } else if (left.values === undefined && right.values === undefined) return false;
  return valuesDiffer(left, right) || (depth > 0 && propertiesDiffer(left, right, depth));
}

function valuesDiffer(left: MergedSchema, right: MergedSchema): boolean {
  const refuses = (schema: MergedSchema, other: MergedSchema): boolean =>
    other.values !== undefined && other.values.value.every(({ value }) => !acceptsScalar(schema, value));
  return refuses(left, right) || refuses(right, left);
}

/** Both must be for objects only, which the types above say. */
function propertiesDiffer(left: MergedSchema, right: MergedSchema, depth: number): boolean {
  if (left.types === undefined || right.types === undefined) return false;
  const needed = new Set([...left.required.keys(), ...right.required.keys()]);
  return [...needed].some((name) => {
    const [own, other] = [propertyAt(left, name), propertyAt(right, name)];
    return areDisjoint(left.below(own), right.below(other), depth - 1);
  });
}

/** What holds for a property: as declared, by pattern, or as one of the others. Empty: anything. */
export function propertyAt(schema: MergedSchema, name: string): Places {
  const declared = schema.properties.get(name);
  if (declared !== undefined) return declared;
  const byPattern = matchingPlaces(schema.patternProperties, name).flat();
  return byPattern.length > 0 ? byPattern : schema.additional;
}
