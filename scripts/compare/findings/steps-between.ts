import type { JsonValue } from '../../model/json.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import type { JsonType } from '../../schema/schema-facts.ts';
import type { SchemaPair } from '../rule.ts';
import { commonTypes, includesType } from './keyword-types.ts';
import type { Located, MergedSchema } from './merged-schema.ts';

/** What one side has and the other lacks. */
export interface Step<Value> {
  readonly lost: readonly Value[];
  readonly gained: readonly Value[];
}

interface TypeStep extends Step<JsonType> {
  readonly isDisjoint: boolean;
}

/** How the types changed, where both sides name some. Lists of values have rules of their own. */
export function typeStep({ before, after }: SchemaPair): TypeStep | undefined {
  if (!speaksOfTypes(before) || !speaksOfTypes(after)) return undefined;
  if (before.types?.isImplied === true && after.types?.isImplied === true) return undefined;
  const [left, right] = [before.types?.value, after.types?.value];
  if (left === undefined || right === undefined) return undefined;
  const lost = left.filter((type) => !includesType(right, type));
  const gained = right.filter((type) => !includesType(left, type));
  return { lost, gained, isDisjoint: commonTypes(left, right).length === 0 };
}

export function speaksOfTypes({ values, never }: MergedSchema): boolean {
  return values === undefined && never === undefined;
}

/** The types that came or went, without `null` and without the step from integer to number: those have rules of their own. */
export function plainTypes(step: TypeStep, which: 'lost' | 'gained', other: MergedSchema): readonly JsonType[] {
  if (step.isDisjoint) return [];
  const isNumberOnly = other.types?.value.includes('integer') === true;
  return step[which].filter((type) => type !== 'null' && !(type === 'number' && isNumberOnly));
}

/** Whether `null` came or went while other values stayed. */
export function nullStep(pair: SchemaPair): 'added' | 'removed' | undefined {
  const types = typeStep(pair);
  if (types !== undefined && !types.isDisjoint) {
    if (types.lost.includes('null')) return 'removed';
    return types.gained.includes('null') ? 'added' : undefined;
  }
  const [left, right] = [pair.before.values?.value, pair.after.values?.value];
  if (left === undefined || right === undefined) return undefined;
  if (!left.some(isPresent) || !right.some(isPresent)) return undefined;
  const [wasThere, isThere] = [!left.every(isPresent), !right.every(isPresent)];
  if (wasThere === isThere) return undefined;
  return isThere ? 'added' : 'removed';
}

function isPresent({ value }: Located<JsonValue>): boolean {
  return value !== null;
}

/** How two lists of values differ; `null` is left to the rules of nullable places. */
export function valueStep(pair: SchemaPair): Step<Located<JsonValue>> | undefined {
  const [left, right] = [pair.before.values?.value, pair.after.values?.value];
  if (left === undefined || right === undefined) return undefined;
  const isNullTold = nullStep(pair) !== undefined;
  const missingFrom = (list: readonly Located<JsonValue>[]): ((member: Located<JsonValue>) => boolean) => {
    const texts = new Set(list.map(({ value }) => canonicalText(value)));
    return (member) => !texts.has(canonicalText(member.value)) && !(isNullTold && !isPresent(member));
  };
  return { lost: left.filter(missingFrom(right)), gained: right.filter(missingFrom(left)) };
}

/** Whether both sides are one constant each. */
export function bothConstant({ before, after }: SchemaPair): boolean {
  return before.values?.value.length === 1 && after.values?.value.length === 1;
}

interface TextStep extends Step<Located<string>> {
  /** One text took the place of one other. */
  readonly changed: readonly [Located<string>, Located<string>] | undefined;
}

/** How the patterns or formats of a place changed. */
export function textStep(before: readonly Located<string>[], after: readonly Located<string>[]): TextStep {
  const missingFrom = (list: readonly Located<string>[]) => (text: Located<string>) =>
    !list.some(({ value }) => value === text.value);
  const [lost, gained] = [before.filter(missingFrom(after)), after.filter(missingFrom(before))];
  const [one, other] = [lost[0], gained[0]];
  if (one === undefined || other === undefined || lost.length > 1 || gained.length > 1) {
    return { lost, gained, changed: undefined };
  }
  return { lost: [], gained: [], changed: [one, other] };
}
