import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../model/json.ts';
import { createJudge } from '../judge/judge.ts';
import { createNodeStore } from '../node/node-store.ts';
import { evaluate } from '../solve/evaluate.ts';
import { witnessOf } from '../value-of.test-data.ts';
import { declaredBy } from './declared.ts';

const number: JsonObject = { type: 'number' };
const sku: JsonObject = { properties: { sku: number } };
const price: JsonObject = { properties: { price: number } };
const both = { sku: 1, price: 1 };

/** Whether a value has declared properties only: as the node says, and as both validators say of the schema. */
async function isDeclared(schema: JsonSchema, value: JsonValue): Promise<boolean> {
  const declared = declaredBy({ schema, dialect: '2020-12' }, createNodeStore());
  const judgement = evaluate(declared.node, value);
  const opinion = await createJudge(declared.schema(), 'draft-07', { formats: 'annotation' }).opinion(value);
  expect(opinion, JSON.stringify({ schema, value })).toEqual({ ajv: judgement, hyperjump: judgement });
  return judgement === true;
}

describe('what is declared', () => {
  it('is what stands under properties, whatever it is', async () => {
    expect(await isDeclared(sku, { sku: 'any' })).toBe(true);
    expect(await isDeclared(sku, both)).toBe(false);
    expect(await isDeclared({ ...sku, additionalProperties: true }, both)).toBe(false);
    expect(await isDeclared({ properties: { sku: true } }, { sku: { a: 1 } })).toBe(true);
  });

  it('is what anything at the same place declares', async () => {
    for (const beside of [
      { allOf: [price] },
      { anyOf: [price, true] },
      { oneOf: [price, false] },
      { if: price },
      { if: true, then: price },
      { if: true, else: price },
      { dependentSchemas: { other: price } },
      { $ref: '#/$defs/price', $defs: { price } },
    ]) {
      expect(await isDeclared({ ...sku, ...beside }, both)).toBe(true);
      expect(await isDeclared({ ...sku, ...beside }, { ...both, other: 1 })).toBe(false);
    }
    expect(await isDeclared({ ...sku, not: price }, both)).toBe(false);
  });

  it('is what a pattern or a map takes in', async () => {
    expect(await isDeclared({ ...sku, patternProperties: { '^p': number } }, both)).toBe(true);
    expect(await isDeclared({ ...sku, additionalProperties: number }, both)).toBe(true);
    expect(await isDeclared({ ...sku, unevaluatedProperties: number }, both)).toBe(true);
    expect(await isDeclared({ additionalProperties: sku }, { a: { sku: 1 } })).toBe(true);
    expect(await isDeclared({ additionalProperties: sku }, { a: both })).toBe(false);
  });

  it('is everything where nothing is', async () => {
    for (const free of [true, {}, { type: 'object' }, { required: ['sku'] }, { properties: {} }])
      expect(await isDeclared(free, both)).toBe(true);
  });

  it('is looked for in properties, items and recursive schemas', async () => {
    expect(await isDeclared({ properties: { line: sku } }, { line: both })).toBe(false);
    expect(await isDeclared({ items: sku }, [{ sku: 1 }, both])).toBe(false);
    expect(await isDeclared({ prefixItems: [sku], items: price }, [{ sku: 1 }, { price: 1 }])).toBe(true);
    expect(await isDeclared({ prefixItems: [sku], items: price }, [both])).toBe(false);
    expect(await isDeclared({ prefixItems: [sku], allOf: [{ items: price }] }, [both, { price: 1 }])).toBe(true);
    expect(await isDeclared({ prefixItems: [sku], contains: price }, [both])).toBe(true);
    expect(await isDeclared({ prefixItems: [sku], items: price }, [{ sku: 1 }, both])).toBe(false);
    const tree = { properties: { left: { $ref: '#' }, sku: number } };
    expect(await isDeclared(tree, { left: { left: { sku: 1 } } })).toBe(true);
    expect(await isDeclared(tree, { left: { left: both } })).toBe(false);
  });
});

describe('a property that is looked at in several ways', () => {
  const line = (value: JsonValue): JsonValue => ({ line: value });

  it('may have what any of them declares', async () => {
    const named = { properties: { line: sku } };
    for (const beside of [
      { patternProperties: { '^l': price } },
      { allOf: [{ additionalProperties: price }] },
      { allOf: [{ properties: { line: price } }] },
      { allOf: [{ patternProperties: { e$: price } }] },
    ]) {
      expect(await isDeclared({ ...named, ...beside }, line(both))).toBe(true);
      expect(await isDeclared({ ...named, ...beside }, line({ ...both, other: 1 }))).toBe(false);
    }
    expect(await isDeclared({ ...named, additionalProperties: price }, line(both))).toBe(false);
    expect(await isDeclared({ ...named, patternProperties: { '^m': price } }, line(both))).toBe(false);
  });

  it('may match two patterns', async () => {
    const patterns = (one: string, other: string) => ({ patternProperties: { [one]: sku, [other]: price } });
    expect(await isDeclared(patterns('^l', 'e$'), line(both))).toBe(true);
    expect(await isDeclared(patterns('^l', '^m'), line(both))).toBe(false);
  });
});

describe('the policies', () => {
  const before = { type: 'object', ...sku };
  const after = { type: 'object', properties: { sku: number, price: { type: 'string' } } };

  it('differ in what a writer may write', () => {
    expect(witnessOf(before, after, { policy: 'strict' })).toEqual({ kind: 'value', value: { price: null } });
    expect(witnessOf(before, after, { policy: 'declared' })).toEqual({ kind: 'none' });
    expect(witnessOf({ type: 'object' }, after, { policy: 'declared' }).kind).toBe('value');
  });

  it('differ in what a reader ignores', () => {
    for (const closed of [{ additionalProperties: false }, { unevaluatedProperties: false }]) {
      expect(witnessOf(after, { ...before, ...closed }, { policy: 'declared' }).kind).toBe('value');
      expect(witnessOf(after, { ...before, ...closed }, { policy: 'tolerant' })).toEqual({ kind: 'none' });
      const wrong = { ...before, properties: { sku: { type: 'string' } }, ...closed };
      expect(witnessOf(after, wrong, { policy: 'tolerant' })).toEqual({ kind: 'value', value: { sku: 0 } });
    }
  });
});
