import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSteps, commonMultiple, isMultipleOf, snapToMultiple } from './exact-number.ts';

describe('exact numbers', () => {
  it.each([
    [19.99, 0.01, true],
    [0.3, 0.1, true],
    [1e300, 1e299, true],
    [1.5, 0.1, true],
    [0, 7, true],
    [-0.07, 0.01, true],
    [19.999, 0.01, false],
    [1, 0.3, false],
    [1e-7, 1, false],
    [5, 0, false],
    [5, -5, false],
  ])('%d is a multiple of %d: %s', (value, step, expected) => {
    expect(isMultipleOf(value, step)).toBe(expected);
  });

  it('find the common multiple of steps', () => {
    expect(commonMultiple([0.06, 0.04])).toBe(0.12);
    expect(commonMultiple([0.3, 1])).toBe(3);
    expect(commonMultiple([])).toBeUndefined();
  });

  it('step without the noise of binary fractions', () => {
    expect(addSteps(0.1, 0.1, 2)).toBe(0.3);
    expect(snapToMultiple(-0.05, 0.1, 'down')).toBe(-0.1);
    expect(snapToMultiple(-0.05, 0.1, 'up')).toBe(0);
  });

  it('agree with whole numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10_000 }), fc.nat(6), (cents, step, places) => {
        const scale = 10 ** places;
        expect(isMultipleOf(cents / scale, step / scale)).toBe(cents % step === 0);
      }),
      { seed: 1 },
    );
  });
});
