import { describe, expect, test } from 'vitest';
import type { JsonSchema, JsonValue } from '../model/json.ts';
import { compileValidator } from '../schema/validate.ts';
import { compare } from './compared.test-data.ts';

const closed = { type: 'object', additionalProperties: false };

describe('findings', () => {
  test('each has a payload that it alone explains', async () => {
    const before = {
      ...closed,
      properties: { sku: { type: 'string' }, size: { enum: ['S', 'M'] } },
      required: ['sku'],
    };
    const after = { ...closed, properties: { sku: { type: 'string', minLength: 2 }, size: { enum: ['M', 'L'] } } };
    const { findings } = await compare(before, after);
    const sorted = findings.toSorted((left, right) => (left.rule < right.rule ? -1 : 1));
    expect(sorted.map(({ rule, breaks }) => [rule, breaks.backward?.value, breaks.forward?.value])).toEqual([
      ['enum-value-added', undefined, { sku: 'aa', size: 'L' }],
      ['enum-value-removed', { sku: 'aa', size: 'S' }, undefined],
      ['min-length-added', { sku: '' }, undefined],
      ['required-property-removed', undefined, {}],
    ]);
    for (const { breaks } of findings) {
      if (breaks.backward !== undefined) {
        expect(compileValidator(before, '2020-12').faults(breaks.backward.value)).toEqual([]);
        expect(compileValidator(after, '2020-12').faults(breaks.backward.value)).not.toEqual([]);
      }
    }
  });

  test('a refactoring is one quiet line', async () => {
    const { findings, isSameSet } = await compare(
      { type: 'integer', anyOf: [{ maximum: 5 }, { minimum: 4 }] },
      { type: 'integer' },
    );
    expect(isSameSet).toBe(true);
    expect(findings.map(({ rule }) => rule)).toEqual(['refactored']);
  });
});

describe('witnesses', () => {
  test.each<readonly [string, JsonSchema, JsonSchema, JsonValue]>([
    ['null, where that is enough', { type: ['null', 'integer'] }, { type: 'integer' }, null],
    [
      'nothing but what must be there',
      { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a'] },
      { type: 'object', required: ['b'] },
      { a: '' },
    ],
    [
      'no longer than it must be',
      { type: 'array', items: { type: 'integer' }, minItems: 1 },
      { type: 'array', items: { minimum: 3 } },
      [0],
    ],
    ['just over the edge', { type: 'string', pattern: '^[a-z]*$' }, { type: 'string', maxLength: 3 }, 'aaaa'],
    ['a cent', { type: 'number', multipleOf: 0.01, exclusiveMinimum: 0 }, { type: 'number', minimum: 0.02 }, 0.01],
  ])('%s', async (_, before, after, witness) => {
    expect((await compare(before, after)).backward).toMatchObject({ verdict: 'breaking', witness });
  });
});
