import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../model/json.ts';
import { compare, relationOf, type Relation } from './compared.test-data.ts';

describe('what is not known', () => {
  test.each<readonly [string, JsonSchema, JsonSchema, RegExp]>([
    [
      'a keyword that some validators assert',
      { type: 'number' },
      { type: 'number', range: [1, 2] },
      /"range" is in no draft/,
    ],
    [
      'a reference that leads out of the document',
      { type: 'string' },
      { $ref: 'https://shop.example/sku.json' },
      /leads to nothing in this document/,
    ],
    [
      'a pattern that is no regular language',
      { type: 'string', minLength: 30 },
      { type: 'string', pattern: '^(.+)\\1$' },
      /\\1/,
    ],
    [
      'a format and a pattern',
      { type: 'string', pattern: '^[0-9T:Z-]+$' },
      { type: 'string', not: { format: 'date-time', pattern: '^9999-12-31T23:59:60' } },
      /date-time/,
    ],
  ])('%s', async (_, before, after, reason) => {
    const { backward } = await compare(before, after);
    expect(backward.verdict).toBe('unknown');
    expect(backward).toHaveProperty('reason', expect.stringMatching(reason));
  });

  test('a keyword that nobody knows is the same on both sides', async () => {
    const schema = { type: 'number', range: [1, 2] };
    expect(relationOf(await compare(schema, { allOf: [schema], title: 'x' }))).toBe('=');
  });

  test('a search that is too long', async () => {
    const { backward } = await compare({ type: 'integer' }, { type: 'string' }, { limits: { steps: 1 } });
    expect(backward).toEqual({ verdict: 'unknown', reason: 'the search took more than 1 steps' });
    const late = await compare(
      { type: 'integer' },
      { type: 'string' },
      { limits: { steps: 100, isOutOfTime: () => true } },
    );
    expect(late.backward).toEqual({ verdict: 'unknown', reason: 'the time was up' });
  });

  test('a reference to itself demands nothing where it asks about the same value, and all where it does not', async () => {
    const schema = {
      type: 'object',
      dependentSchemas: { again: { $ref: '#' } },
      properties: { size: { $ref: '#' } },
    };
    const { backward, forward } = await compare(
      { type: 'object', properties: { size: { type: 'integer' } }, required: ['size'] },
      schema,
    );
    expect(backward).toMatchObject({ verdict: 'breaking' });
    expect(forward).toMatchObject({ verdict: 'breaking' });
    expect((await compare(schema, { type: 'object', properties: { size: { type: 'object' } } })).backward.verdict).toBe(
      'compatible',
    );
  });

  test('schemas that are nested without end', async () => {
    let deep: JsonSchema = { type: 'string' };
    for (let depth = 0; depth < 20_000; depth += 1) deep = { properties: { a: deep } };
    expect((await compare(deep, { type: 'string' })).backward.verdict).toBe('unknown');
  });
});

describe('formats', () => {
  test.each<readonly [string, Relation, JsonSchema, JsonSchema]>([
    ['uuid', '>', { type: 'string', format: 'uuid' }, { type: 'string' }],
    ['uri within uri-reference', '>', { type: 'string', format: 'uri' }, { type: 'string', format: 'uri-reference' }],
    ['date and date-time', 'x', { type: 'string', format: 'date' }, { type: 'string', format: 'date-time' }],
    [
      'a date has ten characters',
      '=',
      { type: 'string', format: 'date' },
      { type: 'string', format: 'date', maxLength: 10 },
    ],
    [
      'a long address',
      '<',
      { type: 'string', format: 'uri', maxLength: 400 },
      { type: 'string', format: 'uri', maxLength: 300 },
    ],
    ['a format that nobody checks', '=', { type: 'string', format: 'sku' }, { type: 'string' }],
  ])('%s', async (_, relation, before, after) => {
    expect(relationOf(await compare(before, after))).toBe(relation);
    expect(relationOf(await compare(before, after, { formats: 'annotation' }))).not.toBe('unknown');
  });
});
