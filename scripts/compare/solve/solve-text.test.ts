import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../model/json.ts';
import { hasFormat } from '../../schema/formats.ts';
import { valueOf, witnessOf } from '../value-of.test-data.ts';
import type { Outcome } from './outcome.ts';

const text = (keywords: JsonObject): JsonObject => ({ type: 'string', ...keywords });

describe('a text', () => {
  it.each([
    [{}, ''],
    [{ minLength: 1, pattern: '^b*$' }, 'b'],
    [{ pattern: '^(a|b)$', not: { const: 'a' } }, 'b'],
    [{ pattern: '^ab', maxLength: 2 }, 'ab'],
    [{ not: { maxLength: 1 }, pattern: '^a*$' }, 'aa'],
    [{ not: { minLength: 1 } }, ''],
  ] as const)('%j is found: %j', (keywords, value) => {
    expect(valueOf(text(keywords))).toEqual({ kind: 'value', value });
  });

  it.each([
    { minLength: 2, maxLength: 1 },
    { pattern: '^a$', minLength: 2 },
    { pattern: '^[ab]$', not: { enum: ['a', 'b'] } },
    { pattern: '^a', not: { pattern: 'a' } },
    { format: 'date', pattern: 'x' },
    { format: 'uuid', maxLength: 35 },
    { format: 'email', pattern: '^[^@]*$' },
  ] as const)('%j is proved to be none', (keywords) => {
    expect(valueOf(text(keywords))).toEqual({ kind: 'none' });
  });

  it('counts characters, not halves of them', () => {
    expect(valueOf(text({ const: '\u{1F600}', maxLength: 1 })).kind).toBe('value');
    expect(valueOf(text({ const: '\u{1F600}', minLength: 2 }))).toEqual({ kind: 'none' });
  });
});

/** Undefined: no text was found. */
function isFoundWith(found: Outcome, format: string): boolean | undefined {
  return found.kind === 'value' && typeof found.value === 'string' ? hasFormat(found.value, format) : undefined;
}

describe('formats', () => {
  it('of which one lies within the other', () => {
    expect(witnessOf(text({ format: 'uri' }), text({ format: 'uri-reference' }))).toEqual({ kind: 'none' });
    expect(witnessOf(text({ format: 'ipv4' }), text({ format: 'hostname' }))).toEqual({ kind: 'none' });
    expect(witnessOf(text({ format: 'uri-reference' }), text({ format: 'uri' })).kind).toBe('value');
    expect(witnessOf(text({ format: 'ipv4' }), text({ format: 'date' })).kind).toBe('value');
  });

  it('and patterns, each way round', () => {
    expect(witnessOf(text({ format: 'date' }), { pattern: '^\\d{4}-\\d\\d-\\d\\d$' })).toEqual({ kind: 'none' });
    expect(witnessOf(text({ pattern: '^\\d{4}-01-0[1-9]$' }), { format: 'date' })).toEqual({ kind: 'none' });
    const found = witnessOf(text({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }), { format: 'date' });
    expect(isFoundWith(found, 'date')).toBe(false);
  });

  it('are looked for as long as they must be, and open where nothing is known', () => {
    const long = valueOf(text({ format: 'email', minLength: 40 }));
    expect(isFoundWith(long, 'email')).toBe(true);
    expect(valueOf(text({ format: 'regex', pattern: '^\\(.+\\)\\{5\\}\\(\\?=x\\)$' })).kind).not.toBe('none');
  });

  it('are annotations when asked', () => {
    expect(witnessOf(text({}), { format: 'date' }, { formats: 'annotation' })).toEqual({ kind: 'none' });
    expect(witnessOf(text({}), { format: 'date' }).kind).toBe('value');
    expect(witnessOf(text({}), { format: 'int32' })).toEqual({ kind: 'none' });
  });
});
