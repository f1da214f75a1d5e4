import { describe, expect, test } from 'vitest';
import { maySlowDown } from '../language/slow-pattern.ts';
import { matchesPattern } from './matches-pattern.ts';

describe('a pattern that JavaScript would never be done with', () => {
  const text = `${'a'.repeat(60)}b`;

  test('is matched all the same', () => {
    expect(matchesPattern('^(a+)+$', text)).toBe(false);
    expect(matchesPattern('^(a+)+b$', text)).toBe(true);
    expect(matchesPattern('^(a|a)*$', text)).toBe(false);
  });

  test('takes texts that look like patterns for texts', () => {
    expect(matchesPattern('^(.+)+$', '^[a-z]+$ (not | a) \\d{3} pattern/- at all')).toBe(true);
    expect(matchesPattern('^(\\w+)+$', '^[a-z]+$ (not | a) \\d{3} pattern/- at all')).toBe(false);
  });

  test('is left open where an automaton cannot be made of it', () => {
    expect(matchesPattern('^(?:(a+)\\1)+$', text)).toBeUndefined();
  });
});

describe('what may slow down', () => {
  test.each(['^(a+)+$', '(x|y)*z', '^(\\d{1,9}-?)*$', '^(a*)\\1$'])('%s, on texts that are not short', (pattern) => {
    expect(maySlowDown(pattern, 24)).toBe(false);
    expect(maySlowDown(pattern, 100)).toBe(true);
  });

  test.each(['^[a-z]+$', '^(\\d{1,3}\\.){3}\\d{1,3}$', '^[A-Z]{2}-[0-9]{4}$'])('never %s', (pattern) => {
    expect(maySlowDown(pattern, 10_000)).toBe(false);
  });

  test('a pattern that may start anywhere, on very long texts', () => {
    expect(maySlowDown('[a-z]+x', 1000)).toBe(false);
    expect(maySlowDown('[a-z]+x', 100_000)).toBe(true);
  });
});
