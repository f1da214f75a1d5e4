import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../model/json.ts';
import { valueOf, witnessOf } from '../value-of.test-data.ts';

const array = (keywords: JsonObject): JsonObject => ({ type: 'array', ...keywords });
const boolean: JsonObject = { type: 'boolean' };

describe('an array', () => {
  it.each([
    [{}, []],
    [{ minItems: 2, items: { const: 1 } }, [1, 1]],
    [{ prefixItems: [{ const: 1 }, { const: 2 }], minItems: 2 }, [1, 2]],
    [{ contains: { const: 3 }, items: { type: 'integer' }, minContains: 2 }, [3, 3]],
    [{ not: { items: { type: 'integer' } } }, [null]],
    [{ not: { uniqueItems: true } }, [null, null]],
    [{ not: { maxItems: 1 }, items: { const: 1 } }, [1, 1]],
    [{ prefixItems: [{ const: 1 }], items: { const: 2 }, allOf: [{ contains: { const: 2 } }] }, [1, 2]],
    [{ prefixItems: [{ enum: [1, 2] }, { const: 1 }], uniqueItems: true, minItems: 2 }, [2, 1]],
    [{ prefixItems: [{ const: 1 }, { const: 2 }], items: { const: 1 }, not: { uniqueItems: true } }, [1, 2, 1]],
  ] as const)('%j is found: %j', (keywords, value) => {
    expect(valueOf(array(keywords))).toEqual({ kind: 'value', value });
  });

  it.each([
    { minItems: 2, maxItems: 1 },
    { minItems: 3, items: boolean, uniqueItems: true },
    { contains: { const: 1 }, items: { const: 2 } },
    { contains: { const: 1 }, minContains: 2, uniqueItems: true },
    { contains: { type: 'integer' }, maxContains: 1, items: { type: 'integer' }, minItems: 2 },
    { items: false, not: { items: { type: 'string' } } },
    { prefixItems: [false], minItems: 1 },
    { not: { uniqueItems: true }, maxItems: 1 },
    { prefixItems: [{ const: 1 }, { const: 2 }], items: false, not: { uniqueItems: true } },
    { const: [1, [2]], items: { not: { const: [2] } } },
  ] as const)('%j is proved to be none', (keywords) => {
    expect(valueOf(array(keywords))).toEqual({ kind: 'none' });
  });

  it('is told from a list of others', () => {
    const listed = { enum: [[1], [1, 2], [2, 1]] };
    expect(witnessOf(array({ items: { enum: [1, 2] }, uniqueItems: true, minItems: 1 }), listed)).toEqual({
      kind: 'value',
      value: [2],
    });
    const pairs = array({ items: { enum: [1, 2] }, uniqueItems: true, minItems: 2 });
    expect(witnessOf(pairs, listed)).toEqual({ kind: 'none' });
  });

  it('is left open where an item is', () => {
    const unclear = { type: 'string', pattern: '(a)\\1' };
    expect(valueOf(array({ prefixItems: [{ type: 'null' }], items: unclear, minItems: 2 })).kind).toBe('unknown');
    expect(valueOf(array({ items: unclear, minItems: 2, uniqueItems: true })).kind).toBe('unknown');
    expect(valueOf(array({ minItems: 200_000 })).kind).toBe('unknown');
    expect(valueOf(array({ minItems: 300, uniqueItems: true })).kind).toBe('unknown');
  });
});

it('as many items as there are values, and no more', () => {
  const switches = array({ items: { anyOf: [boolean, { type: 'null' }] }, uniqueItems: true });
  expect(witnessOf(switches, { maxItems: 3 })).toEqual({ kind: 'none' });
  expect(witnessOf(switches, { maxItems: 2 }).kind).toBe('value');
});
