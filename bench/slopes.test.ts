import { describe, expect, test } from 'vitest';
import { growthText, slopesOf } from './slopes.ts';

const sizes = [100, 1000, 5000];
const slopesFor = (cost: (size: number) => number) => slopesOf(sizes.map((size) => ({ size, value: cost(size) })));

describe('slopesOf', () => {
  test('what the first size costs whatever it holds is no part of a slope', () => {
    expect(slopesFor((size) => 60 + size / 10)).toEqual([0.1, 0.1]);
  });

  test('one size has no slope', () => {
    expect(slopesOf([{ size: 100, value: 1 }])).toEqual([]);
  });
});

describe('growthText', () => {
  test('a cost by the version does not grow', () => {
    expect(growthText(slopesFor((size) => 5 + size))).toBe('no');
  });

  test('a square does', () => {
    expect(growthText(slopesFor((size) => size * size))).toMatch(/^yes, ×5\.45$/);
  });

  test('what levels off shrinks', () => {
    expect(growthText(slopesFor(Math.sqrt))).toMatch(/^no, it shrinks: ×0\.4/);
  });

  test('what only begins to cost in a large catalog grows', () => {
    expect(growthText([0, 2])).toBe('yes, from nothing');
  });

  test('two sizes say nothing of growth', () => {
    expect(growthText([1])).toBe('unknown');
    expect(growthText([NaN, 2])).toBe('unknown');
  });
});
