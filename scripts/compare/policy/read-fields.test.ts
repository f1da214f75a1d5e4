import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../model/json.ts';
import { defaultLimits, judgeReader } from '../compare-schemas.ts';
import { readFields } from './read-fields.ts';

async function verdict(writer: JsonSchema, reader: JsonSchema, ...fields: readonly string[]): Promise<string> {
  const found = await judgeReader(
    { schema: writer, dialect: '2020-12' },
    readFields({ schema: reader, dialect: '2020-12' }, fields),
    { policy: 'declared', formats: 'assertion', limits: defaultLimits },
  );
  return found.verdict;
}

const line = (type: string): JsonSchema => ({
  type: 'object',
  required: ['sku', 'note'],
  properties: { sku: { type }, note: { type: 'string' } },
});

const order = (change: { readonly sku?: string; readonly total?: string; readonly name?: string }): JsonSchema => ({
  type: 'object',
  required: ['id', 'total'],
  additionalProperties: false,
  minProperties: 2,
  properties: {
    id: { type: 'string' },
    total: { type: change.total ?? 'number' },
    'buyer.name': { type: change.name ?? 'string' },
    lines: { type: 'array', minItems: 1, items: { $ref: '#/$defs/line' } },
  },
  $defs: { line: line(change.sku ?? 'string') },
});

describe('a consumer that reads some fields', () => {
  test('is hurt by what reaches them in a payload that is a list', async () => {
    const lines = (type: string): JsonSchema => ({ type: 'array', items: line(type) });
    expect(await verdict(lines('integer'), lines('string'), '[].sku')).toBe('breaking');
    expect(await verdict(lines('integer'), lines('string'), '[]')).toBe('breaking');
    expect(await verdict(lines('integer'), lines('string'), '[].note')).toBe('compatible');
  });

  test('is hurt by what reaches them, and by nothing else', async () => {
    const changed = order({ sku: 'integer' });
    expect(await verdict(changed, order({}))).toBe('breaking');
    expect(await verdict(changed, order({}), 'lines[].sku')).toBe('breaking');
    expect(await verdict(changed, order({}), 'lines')).toBe('breaking');
    expect(await verdict(changed, order({}), 'lines[]')).toBe('breaking');
    expect(await verdict(changed, order({}), 'lines[].note')).toBe('compatible');
    expect(await verdict(changed, order({}), 'total', 'id')).toBe('compatible');
    expect(await verdict(changed, order({}), 'total', 'lines[].sku')).toBe('breaking');
  });

  test('whose name has a dot', async () => {
    expect(await verdict(order({ name: 'integer' }), order({}), 'buyer.name')).toBe('breaking');
    expect(await verdict(order({ name: 'integer' }), order({}), 'id')).toBe('compatible');
  });

  test('that are no longer required, or no longer there', async () => {
    const before: JsonSchema = { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: true } };
    const after: JsonSchema = { type: 'object', properties: { a: { type: 'string' }, b: true } };
    expect(await verdict(after, before, 'a')).toBe('breaking');
    expect(await verdict(after, before, 'b')).toBe('compatible');
    expect(await verdict({ type: 'object', properties: { b: true } }, before, 'a')).toBe('breaking');
  });

  test('in one of several branches, each of which may then hold', async () => {
    const union = (price: string): JsonSchema => ({
      oneOf: ['card', 'cash'].map((kind) => ({
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: kind }, price: { type: price }, tip: { type: 'number' } },
      })),
    });
    expect(await verdict(union('string'), union('number'), 'price')).toBe('breaking');
    expect(await verdict(union('string'), union('number'), 'tip')).toBe('compatible');
    expect(await verdict(union('number'), union('number'), 'tip')).toBe('compatible');
  });

  test('that a condition asks for', async () => {
    const asking = (required: readonly string[]): JsonSchema => ({
      type: 'object',
      properties: { kind: { type: 'string' }, until: { type: 'string' }, seats: { type: 'integer' } },
      if: { properties: { kind: { const: 'hold' } }, required: ['kind'] },
      then: { required },
    });
    expect(await verdict(asking([]), asking(['until']), 'until')).toBe('breaking');
    expect(await verdict(asking([]), asking(['until']), 'seats')).toBe('compatible');
  });

  test('of a map, of a tuple, and of what refers to itself', async () => {
    const map = (type: string): JsonSchema => ({ type: 'object', additionalProperties: { type } });
    expect(await verdict(map('string'), map('integer'), 'red')).toBe('breaking');
    const tuple = (type: string): JsonSchema => ({
      properties: { pair: { type: 'array', prefixItems: [{ properties: { a: { type } } }, { type: 'string' }] } },
    });
    expect(await verdict(tuple('string'), tuple('integer'), 'pair[].a')).toBe('breaking');
    expect(await verdict(tuple('string'), tuple('integer'), 'pair[].b')).toBe('compatible');
    const tree = (type: string): JsonSchema => ({
      properties: { size: { type }, child: { $ref: '#' }, note: { type } },
    });
    expect(await verdict(tree('string'), tree('integer'), 'child.child.size')).toBe('breaking');
    expect(await verdict(tree('string'), tree('integer'), 'child.other')).toBe('compatible');
  });

  test('and the whole of a part that refers to other parts', async () => {
    const whole = (type: string): JsonSchema => ({
      properties: { buyer: { $ref: '#/$defs/buyer' }, seller: { $ref: '#/$defs/buyer' } },
      $defs: { buyer: { properties: { name: { $ref: '#/$defs/name' } } }, name: { type } },
    });
    expect(await verdict(whole('string'), whole('integer'), 'buyer')).toBe('breaking');
    expect(await verdict(whole('string'), whole('integer'), 'buyer.name')).toBe('breaking');
    expect(await verdict(whole('string'), whole('integer'), 'buyer.age')).toBe('compatible');
  });
});
