import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../model/json.ts';
import { compare, relationOf } from './compared.test-data.ts';

/** A chain of definitions, each made of the next, more than once. */
function chain(length: number, leaf: JsonSchema, make: (next: JsonObject, at: number) => JsonSchema): JsonObject {
  const definitions = Array.from({ length }, (_none, at) => [
    `d${at}`,
    at === length - 1 ? leaf : make({ $ref: `#/$defs/d${at + 1}` }, at),
  ]);
  return { $ref: '#/$defs/d0', $defs: Object.fromEntries(definitions) };
}

/** Without the bounds that they test, each of these takes longer than the universe has been there. */
describe('schemas that would never be done with', () => {
  test('payloads that double with each level', async () => {
    const makes: readonly ((next: JsonObject) => JsonSchema)[] = [
      (next) => ({ type: 'array', minItems: 2, items: next }),
      (next) => ({ type: 'object', required: ['a', 'b'], properties: { a: next, b: next } }),
      (next) => ({ type: 'array', minItems: 2, uniqueItems: true, items: next }),
      (next) => ({ type: 'array', minItems: 2, uniqueItems: true, prefixItems: [next, next] }),
    ];
    for (const make of makes) {
      const { backward } = await compare(chain(60, { type: 'string' }, make), chain(60, { type: 'null' }, make));
      expect(backward).toMatchObject({ verdict: 'unknown' });
      const small = await compare(chain(4, { type: 'string' }, make), chain(4, { type: 'number' }, make));
      expect(relationOf(small)).toBe('x');
    }
  });

  test('demands that ask for the same twice', async () => {
    const makes: readonly ((next: JsonObject, at: number) => JsonSchema)[] = [
      (next, at) => ({ allOf: [{ anyOf: [next, { minLength: at + 1 }] }, { anyOf: [next, { pattern: `a{${at}}` }] }] }),
      (next, at) => ({ oneOf: [{ not: next }, { not: { allOf: [next, { minLength: at + 1 }] } }, { maxLength: at }] }),
    ];
    for (const make of makes) {
      const { backward, forward } = await compare(
        chain(60, { type: 'string' }, make),
        chain(60, { type: 'integer' }, make),
      );
      for (const found of [backward, forward]) expect(found.verdict).not.toBe('breaking');
    }
  });

  test('a deep payload, of which each level is asked about twice', async () => {
    const asking = (leaf: string): JsonSchema => ({
      allOf: [{ properties: { a: { $ref: '#' } } }, { properties: { a: { $ref: '#' }, b: { type: leaf } } }],
      oneOf: [
        { properties: { a: { $ref: '#' } }, required: ['level'] },
        { properties: { a: { $ref: '#' }, c: { type: leaf } }, required: ['b'] },
      ],
    });
    let deep: JsonValue = { b: 1 };
    for (let level = 0; level < 60; level += 1) deep = { a: deep, level };
    expect((await compare({ const: deep }, asking('integer'))).backward).toEqual({ verdict: 'compatible' });
    // Here validators would have to confirm, and they do not remember what they asked before.
    const { backward } = await compare({ const: deep }, asking('string'));
    expect(backward).toMatchObject({ verdict: 'unknown' });
    expect(backward).toHaveProperty('reason', expect.stringContaining('would keep validators busy'));
  });

  test('patterns and names that meet in ever new combinations', async () => {
    const letters = [...'abcdefghij'];
    const meeting = (leaf: string): JsonSchema => ({
      $ref: '#/$defs/s0',
      $defs: Object.fromEntries(
        Array.from({ length: 24 }, (_none, at) => {
          const to = (number: number): JsonObject => ({ $ref: `#/$defs/s${number % 24}` });
          const named = Array.from({ length: 12 }, (_item, index) => [
            `p${letters[index % 10]}${index}`,
            to(at * 7 + index * 3),
          ]);
          const patterns = letters.map((letter, index) => [`^.*${letter}`, to(at * 3 + index * 5 + 1)]);
          const maps = { properties: Object.fromEntries(named), patternProperties: Object.fromEntries(patterns) };
          return [`s${at}`, { type: ['object', leaf], ...maps }];
        }),
      ),
    });
    const comparison = await compare(meeting('string'), meeting('null'), { policy: 'declared' });
    expect(comparison.backward.verdict).not.toBe('compatible');
    expect(comparison.findings.at(-1)).toMatchObject({ rule: 'comparison-cut-short' });
  });

  test('more references than validators can be expected to compile', async () => {
    const many = (leaf: string): JsonSchema => ({
      $defs: Object.fromEntries(Array.from({ length: 3000 }, (_none, at) => [`d${at}`, { type: leaf }])),
      properties: Object.fromEntries(
        Array.from({ length: 3000 }, (_none, at) => [`p${at}`, { $ref: `#/$defs/d${at}` }]),
      ),
    });
    const { backward } = await compare(many('string'), many('null'));
    expect(backward).toHaveProperty('reason', expect.stringContaining('3000 references'));
    expect((await compare(many('integer'), many('number'))).backward.verdict).toBe('compatible');
  });

  test('a union of forty kinds that holds itself', async () => {
    const union = (leaf: string): JsonSchema => ({
      oneOf: Array.from({ length: 40 }, (_none, at) => ({
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: `k${at}` }, size: { type: at === 39 ? leaf : 'string' }, child: { $ref: '#' } },
      })),
    });
    const { backward } = await compare(union('string'), union('null'));
    expect(backward).toMatchObject({ verdict: 'breaking', witness: { kind: 'k39', size: '' } });
  });
});
