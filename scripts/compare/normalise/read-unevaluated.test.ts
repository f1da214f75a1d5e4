import { describe, expect, it } from 'vitest';
import type { JsonSchema, JsonValue } from '../../model/json.ts';
import { readSides } from '../decide.ts';
import { createJudge } from '../judge/judge.ts';
import { evaluate } from '../solve/evaluate.ts';
import { witnessOf } from '../value-of.test-data.ts';

const formats = 'annotation';

/** What the nodes say of a value, which must be what both validators say. */
async function accepts(schema: JsonSchema, value: JsonValue, dialect: '2019-09' | '2020-12' = '2020-12') {
  const document = { schema, dialect };
  const { before } = readSides(document, document, { policy: 'strict', formats, limits: { steps: 1000 } });
  const judgement = evaluate(before.reader, value);
  const opinion = await createJudge(schema, dialect, { formats }).opinion(value);
  expect(opinion, JSON.stringify({ schema, value })).toEqual({ ajv: judgement, hyperjump: judgement });
  return judgement;
}

describe('unevaluatedProperties', () => {
  const closed = { properties: { sku: {} }, unevaluatedProperties: false };

  it('knows what stands beside it', async () => {
    expect(await accepts(closed, { sku: 1 })).toBe(true);
    expect(await accepts(closed, { price: 1 })).toBe(false);
    expect(await accepts({ ...closed, patternProperties: { '^p': {} } }, { price: 1 })).toBe(true);
    expect(await accepts({ ...closed, additionalProperties: { type: 'number' } }, { price: 1 })).toBe(true);
    expect(await accepts({ properties: { sku: {} }, unevaluatedProperties: { type: 'number' } }, { price: '1' })).toBe(
      false,
    );
  });

  it('knows what applies at its place, where it applies', async () => {
    const priced = { properties: { price: { type: 'number' } }, required: ['price'] };
    for (const applied of [
      { allOf: [priced] },
      { anyOf: [priced, true] },
      { oneOf: [priced, { required: ['none'] }] },
      { $ref: '#/$defs/priced', $defs: { priced } },
      { if: priced },
      { if: false, else: priced },
      { if: true, then: priced },
      { dependentSchemas: { sku: priced } },
    ])
      expect(await accepts({ ...closed, ...applied }, { sku: 1, price: 1 })).toBe(true);
    for (const refused of [
      { anyOf: [{ properties: { price: { type: 'string' } } }, true] },
      { not: { not: priced } },
      { if: { properties: { price: false } }, then: { properties: { price: {} } } },
      { dependentSchemas: { none: priced } },
    ])
      expect(await accepts({ ...closed, ...refused }, { sku: 1, price: 1 })).toBe(false);
  });

  it('does not see through a property, nor into its neighbours', async () => {
    expect(await accepts({ ...closed, properties: { line: { properties: { sku: {} } } } }, { sku: 1 })).toBe(false);
    expect(await accepts({ allOf: [closed, { properties: { price: {} } }] }, { price: 1 })).toBe(false);
    expect(await accepts({ allOf: [{ unevaluatedProperties: true }], unevaluatedProperties: false }, { a: 1 })).toBe(
      true,
    );
  });
});

describe('unevaluatedItems', () => {
  it('knows tuples, and what is contained from 2020-12 on', async () => {
    const tuple = { prefixItems: [{}], unevaluatedItems: false };
    expect(await accepts(tuple, [1])).toBe(true);
    expect(await accepts(tuple, [1, 2])).toBe(false);
    expect(await accepts({ allOf: [{ prefixItems: [{}, {}] }], unevaluatedItems: false }, [1, 2])).toBe(true);
    expect(await accepts({ items: [{}], unevaluatedItems: false }, [1, 2], '2019-09')).toBe(false);
    expect(await accepts({ items: [{}], additionalItems: {}, unevaluatedItems: false }, [1, 2], '2019-09')).toBe(true);
    const containing = { contains: { type: 'string' }, unevaluatedItems: { type: 'number' } };
    expect(await accepts(containing, ['a', 1])).toBe(true);
    expect(await accepts(containing, ['a', null])).toBe(false);
    expect(await accepts(containing, ['a', 1], '2019-09')).toBe(false);
  });

  it('knows that what depends on a property is not asked about an array', async () => {
    const schema = { dependentSchemas: { sku: { items: {} } }, unevaluatedItems: false };
    expect(await accepts(schema, [1])).toBe(false);
    expect(witnessOf({ type: 'array', maxItems: 1 }, schema).kind).toBe('value');
    expect(await accepts({ dependentRequired: { sku: ['price'] }, unevaluatedItems: false }, [1])).toBe(false);
  });
});

it('too many schemas that may apply or not are left open', () => {
  const anyOf = Array.from({ length: 12 }, (_, at) => ({ properties: { [`p${at}`]: { type: 'string' } } }));
  expect(witnessOf({ anyOf, unevaluatedProperties: false }, { maxProperties: 1 })).toEqual({
    kind: 'unknown',
    reason: '"unevaluated…" beside too many schemas that may apply or not',
  });
});
