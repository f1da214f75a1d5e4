import { describe, expect, it } from 'vitest';
import { isMultipleOf } from '../../schema/exact-number.ts';
import type { JsonObject } from '../../model/json.ts';
import { valueOf } from '../value-of.test-data.ts';

const number = (keywords: JsonObject): JsonObject => ({ type: 'number', ...keywords });

describe('a number', () => {
  it.each([
    [{}, 0],
    [{ minimum: 3 }, 3],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
    [{ multipleOf: 0.01, exclusiveMinimum: 19.98 }, 19.99],
    [{ multipleOf: 0.5, exclusiveMaximum: 0 }, -0.5],
    [{ allOf: [{ multipleOf: 4 }, { multipleOf: 6 }], exclusiveMinimum: 0 }, 12],
    [{ multipleOf: 2, not: { multipleOf: 3 } }, 2],
    [{ type: 'integer', minimum: 1, not: { enum: [1, 2, 4] } }, 3],
    [{ type: 'integer', maximum: -5 }, -5],
    [{ minimum: 7, maximum: 7 }, 7],
  ] as const)('%j is found: %j', (keywords, value) => {
    expect(valueOf(number(keywords))).toEqual({ kind: 'value', value });
  });

  it.each([
    { minimum: 3, exclusiveMaximum: 3 },
    { minimum: 3, maximum: 2 },
    { type: 'integer', minimum: 3, exclusiveMinimum: 3, exclusiveMaximum: 4 },
    { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 2 },
    { multipleOf: 0.01, exclusiveMinimum: 19.98, exclusiveMaximum: 19.99 },
    { multipleOf: 6, not: { multipleOf: 3 } },
    { allOf: [{ multipleOf: 4 }, { multipleOf: 6 }], exclusiveMinimum: 0, exclusiveMaximum: 12 },
    { type: 'integer', minimum: 1, maximum: 3, not: { enum: [1, 2, 3] } },
    { multipleOf: 2, minimum: 1, maximum: 5, not: { multipleOf: 4 }, allOf: [{ not: { const: 2 } }] },
  ] as const)('%j is proved to be none', (keywords) => {
    expect(valueOf(number(keywords))).toEqual({ kind: 'none' });
  });

  it('is written exactly where doubles are further apart than multiples', () => {
    for (const [multipleOf, minimum] of [
      [3, 1e17],
      [7, 1e300],
      [0.01, 123_456_789_012_345.67],
    ] as const) {
      const outcome = valueOf(number({ multipleOf, minimum }));
      expect(outcome.kind === 'value' && typeof outcome.value === 'number' && outcome.value >= minimum).toBe(true);
      expect(outcome.kind === 'value' && isMultipleOf(Number(outcome.value), multipleOf)).toBe(true);
    }
    const negative = valueOf(number({ multipleOf: 3, maximum: -1e17 }));
    expect(negative.kind === 'value' && isMultipleOf(Number(negative.value), 3)).toBe(true);
  });

  it('that JSON can write and JavaScript cannot is not proved away', () => {
    const between = { type: 'integer', exclusiveMinimum: 1e16, maximum: 10_000_000_000_000_002 };
    expect(valueOf({ ...between, not: { multipleOf: 2 } }).kind).toBe('unknown');
    expect(valueOf(number({ exclusiveMinimum: 1, exclusiveMaximum: 1 + Number.EPSILON })).kind).toBe('unknown');
    expect(valueOf(number({ minimum: 0, maximum: 1e-6, not: { multipleOf: 1e-30 } })).kind).not.toBe('none');
  });

  it('of multiples that come together too late is left open', () => {
    const late = { allOf: [{ multipleOf: 1.1e308 }, { multipleOf: 1.3e308 }], exclusiveMinimum: 0 };
    expect(valueOf(number(late)).kind).toBe('unknown');
  });
});
