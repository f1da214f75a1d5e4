import { isJsonObject, type JsonValue } from '../../model/json.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import type { JsonType } from '../../schema/schema-facts.ts';
import { nothingGathered } from './gather-places.ts';
import { commonTypes, concernsOnly, includesType, typeOfValue } from './keyword-types.ts';
import { marksOf } from './marks.ts';
import type { BranchGroup, Conjunct, Gathered, Located, MergedSchema, NamedTypes } from './merged-schema.ts';
import { isFree } from './is-free.ts';

/** A group says the same without its alternatives where they are constants, or each of another type, or only one. */
export function simplifyGroup(group: BranchGroup, mergedBranches: readonly MergedSchema[]): Gathered {
  const isKept = mergedBranches.map((branch, index) => isLive(branch, index, group, mergedBranches));
  const live = mergedBranches.filter((_branch, index) => isKept[index]);
  const [only] = live;
  if (only === undefined) return { ...nothingGathered, never: group.pointer };
  if (live.length === 1) return only.gathered;
  if (group.keyword === 'anyOf' && live.some(isFree)) return nothingGathered;
  if (live.every(isPlain)) {
    const conjuncts = asValues(group, live) ?? asTypes(group, live);
    if (conjuncts !== undefined) return { ...nothingGathered, conjuncts };
  }
  const branches = group.branches.filter((_places, index) => isKept[index]);
  const kept = { ...group, branches: group.keyword === 'anyOf' ? flat(branches, live) : branches };
  const types = impliedTypes(group, live);
  return {
    ...nothingGathered,
    groups: [kept],
    conjuncts: types === undefined ? [] : [{ pointer: group.pointer, schema: {}, types }],
  };
}

/** More branches than these are not compared each with each. */
const mostBranches = 200;

/** A branch that accepts nothing, that is there twice, or that another one covers adds nothing. */
function isLive(branch: MergedSchema, index: number, group: BranchGroup, all: readonly MergedSchema[]): boolean {
  if (branch.never !== undefined) return false;
  if (group.keyword === 'oneOf' || all.length > mostBranches) return true;
  const marks = marksOf(branch.gathered).join('\n');
  if (all.slice(0, index).some((other) => marksOf(other.gathered).join('\n') === marks)) return false;
  return !isCovered(branch, all);
}

/** A choice between a text of at most 5 characters and any text is any text. */
function isCovered(branch: MergedSchema, branches: readonly MergedSchema[]): boolean {
  const { types } = branch;
  if (types === undefined || isFree({ ...branch, types: undefined })) return false;
  return branches.some(
    (other) =>
      other.types !== undefined &&
      isFree({ ...other, types: undefined }) &&
      types.value.every((type) => includesType(other.types?.value, type)),
  );
}

function impliedTypes({ pointer }: BranchGroup, branches: readonly MergedSchema[]): NamedTypes | undefined {
  const value = new Set<JsonType>();
  for (const { types, values } of branches) {
    const own = types?.value ?? values?.value.map((member) => typeOfValue(member.value));
    if (own === undefined) return undefined;
    for (const type of own) value.add(type);
  }
  if (value.has('number')) value.delete('integer');
  return { value: [...value], pointer, isImplied: true };
}

function isPlain(branch: MergedSchema): boolean {
  const parts = [branch.groups, branch.negations, branch.conditionals, branch.openReferences];
  return (
    parts.every((part) => part.length === 0) &&
    branch.unknown.size === 0 &&
    branch.unevaluatedProperties.length === 0 &&
    branch.unevaluatedItems.length === 0
  );
}

function asValues(
  { keyword, pointer }: BranchGroup,
  branches: readonly MergedSchema[],
): readonly Conjunct[] | undefined {
  const lists = branches.map(valuesOf);
  const values = lists.flatMap((list) => list ?? []);
  if (lists.includes(undefined) || values.some(({ value }) => typeof value === 'object' && value !== null))
    return undefined;
  const texts = new Set(values.map(({ value }) => canonicalText(value)));
  if (keyword === 'oneOf' && texts.size < values.length) return undefined;
  return [{ pointer, schema: {}, values }];
}

function valuesOf({ types, values }: MergedSchema): readonly Located<JsonValue>[] | undefined {
  if (values !== undefined) return values.value;
  if (types === undefined || types.value.some((type) => type !== 'null' && type !== 'boolean')) return undefined;
  const at = (value: JsonValue): Located<JsonValue> => ({ value, pointer: types.pointer });
  return types.value.flatMap((type) => (type === 'null' ? [at(null)] : [at(true), at(false)]));
}

/** `anyOf` of a text and a number with a minimum is a schema of both types: no keyword there touches the other type. */
function asTypes({ pointer }: BranchGroup, branches: readonly MergedSchema[]): readonly Conjunct[] | undefined {
  const united: JsonType[] = [];
  for (const { types, values, gathered } of branches) {
    if (types === undefined || values !== undefined || commonTypes(united, types.value).length > 0) return undefined;
    const keywords = gathered.conjuncts.flatMap((conjunct) => Object.keys(withoutType(conjunct).schema));
    if (!keywords.every((keyword) => concernsOnly(keyword, types.value))) return undefined;
    for (const type of types.value) united.push(type);
  }
  // What says nothing but `null` is told by the type; what describes the value is in the other branches.
  const rest = branches.flatMap(({ gathered }) => gathered.conjuncts.map(withoutType));
  return [{ pointer, schema: {}, types: { value: united, pointer, isImplied: false } }, ...rest];
}

/** The types are told for all branches together; so are constants, where they come down to types. */
function withoutType({ pointer, schema }: Conjunct): Conjunct {
  const entries = Object.entries(schema).filter(([keyword]) => !['type', 'enum', 'const'].includes(keyword));
  return { pointer, schema: Object.fromEntries(entries) };
}

function flat(branches: BranchGroup['branches'], merged: readonly MergedSchema[]): BranchGroup['branches'] {
  return branches.flatMap((places, index) => {
    const [group, ...others] = merged[index]?.groups ?? [];
    const isGroupOnly =
      group?.keyword === 'anyOf' &&
      others.length === 0 &&
      merged[index]?.gathered.conjuncts.every(({ schema }) => isJsonObject(schema) && Object.keys(schema).length === 0);
    return isGroupOnly ? group.branches : [places];
  });
}
