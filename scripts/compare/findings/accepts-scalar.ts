import type { JsonValue } from '../../model/json.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import { isMultipleOf } from '../../schema/exact-number.ts';
import { isPattern, matchesPattern } from '../solve/matches-pattern.ts';
import { isFree } from './is-free.ts';
import { includesType, typeOfValue } from './keyword-types.ts';
import type { ScalarDemands } from './merge-scalars.ts';
import type { LimitName, MergedSchema } from './merged-schema.ts';

type Judged = ScalarDemands & Pick<MergedSchema, 'values'>;

/** Whether the demands on types, numbers and texts, and `enum`, let a value pass; objects and lists are not looked into. */
export function acceptsScalar(demands: Judged, value: JsonValue): boolean {
  if (!includesType(demands.types?.value, typeOfValue(value))) return false;
  if (demands.values !== undefined) {
    const text = canonicalText(value);
    if (!demands.values.value.some((member) => canonicalText(member.value) === text)) return false;
  }
  if (typeof value === 'number') return acceptsNumber(demands, value);
  return typeof value !== 'string' || acceptsText(demands, value);
}

/** Whether a place may refuse a value; of objects and lists only the type is known, so that any demand may refuse them. */
export function mayRefuse(schema: MergedSchema, value: JsonValue): boolean {
  if (!acceptsScalar(schema, value)) return true;
  return value !== null && typeof value === 'object' && !isFree({ ...schema, types: undefined });
}

function acceptsNumber(demands: Judged, value: number): boolean {
  const isMultiple = demands.multipleOf === undefined || isMultipleOf(value, demands.multipleOf.value);
  return isMultiple && isWithin(demands, 'minimum', value) && isWithin(demands, 'maximum', value);
}

function acceptsText(demands: Judged, value: string): boolean {
  const length = [...value].length;
  return (
    isWithin(demands, 'minLength', length) &&
    isWithin(demands, 'maxLength', length) &&
    demands.patterns.every((pattern) => matches(pattern.value, value))
  );
}

function isWithin({ limits }: Judged, name: LimitName, value: number): boolean {
  const limit = limits[name];
  if (limit === undefined) return true;
  if (value === limit.value) return !limit.isExclusive;
  return name.startsWith('min') ? value > limit.value : value < limit.value;
}

/** Where it would take too long to find out, or a pattern is none, the text is taken for a match. */
function matches(pattern: string, value: string): boolean {
  return !isPattern(pattern) || matchesPattern(pattern, value) !== false;
}
