import { ownValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { appendPointer } from '../../model/pointer.ts';
import type { Conjunct, Limit, LimitName, MergedSchema } from './merged-schema.ts';

/** The limits of sizes: whole numbers, never exclusive. */
const sizes = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;

/** One bound per side, the tightest. For integers every bound is an inclusive whole number. */
export function mergeLimits(
  conjuncts: readonly Conjunct[],
  dialect: Dialect,
  isWhole: boolean,
): MergedSchema['limits'] {
  const limits: Partial<Record<LimitName, Limit>> = {};
  for (const conjunct of conjuncts) {
    for (const name of sizes) {
      const found = sizeAt(conjunct, name);
      if (found !== undefined) limits[name] = tightest(name, limits[name], found);
    }
    for (const name of ['minimum', 'maximum'] as const) {
      for (const bound of boundsAt(conjunct, name, dialect)) {
        limits[name] = tightest(name, limits[name], isWhole ? wholeBound(name, bound) : bound);
      }
    }
  }
  return limits;
}

function sizeAt({ pointer, schema }: Conjunct, name: LimitName): Limit | undefined {
  const value = ownValue(schema, name);
  if (typeof value !== 'number' || (name.startsWith('min') && value <= 0)) return undefined;
  return { value, isExclusive: false, pointer: appendPointer(pointer, name) };
}

function boundsAt({ pointer, schema }: Conjunct, name: 'minimum' | 'maximum', dialect: Dialect): readonly Limit[] {
  const exclusiveName = name === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const [value, exclusive] = [ownValue(schema, name), ownValue(schema, exclusiveName)];
  const isExclusive = dialect === 'draft-04' && exclusive === true;
  return [
    ...(typeof value === 'number' ? [{ value, isExclusive, pointer: appendPointer(pointer, name) }] : []),
    ...(typeof exclusive === 'number' && dialect !== 'draft-04'
      ? [{ value: exclusive, isExclusive: true, pointer: appendPointer(pointer, exclusiveName) }]
      : []),
  ];
}

function wholeBound(name: 'minimum' | 'maximum', { value, isExclusive, pointer }: Limit): Limit {
  const step = isExclusive && Number.isInteger(value) ? 1 : 0;
  const whole = name === 'minimum' ? Math.ceil(value) + step : Math.floor(value) - step;
  return { value: whole, isExclusive: false, pointer };
}

function tightest(name: LimitName, left: Limit | undefined, right: Limit): Limit {
  if (left === undefined) return right;
  return compareLimits(name, left, right) === 'looser' ? left : right;
}

/** Whether the second limit allows less than the first, more, or the same. */
export function compareLimits(name: LimitName, before: Limit, after: Limit): 'tighter' | 'looser' | 'same' {
  if (before.value === after.value) {
    if (before.isExclusive === after.isExclusive) return 'same';
    return after.isExclusive ? 'tighter' : 'looser';
  }
  return after.value > before.value === name.startsWith('min') ? 'tighter' : 'looser';
}
