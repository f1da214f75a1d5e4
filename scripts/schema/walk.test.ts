import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { walkSchema } from './walk.ts';

function pointers(schema: JsonSchema, dialect: Dialect): readonly string[] {
  return [...walkSchema(schema, dialect)].map(({ pointer }) => pointer);
}

describe('walkSchema', () => {
  it('goes where schemas stand, and nowhere else', () => {
    const order = {
      properties: { properties: { type: 'string' }, 'a/b~c': true, __proto__: {} },
      enum: [{ properties: { sku: {} } }],
      const: { items: {} },
      default: { not: {} },
      examples: [{ allOf: [{}] }],
      allOf: [{ if: {}, then: false }],
    };
    expect(pointers(order, 'draft-07')).toEqual([
      '',
      '/properties/properties',
      '/properties/a~1b~0c',
      '/allOf/0',
      '/allOf/0/if',
      '/allOf/0/then',
    ]);
  });

  it('enters a property named __proto__', () => {
    expect(pointers(JSON.parse('{"properties":{"__proto__":{"not":{}}}}'), 'draft-07')).toEqual([
      '',
      '/properties/__proto__',
      '/properties/__proto__/not',
    ]);
  });

  it('knows what each draft knows', () => {
    const list = { items: [{}, {}], additionalItems: {}, prefixItems: [{}], if: {}, contains: {}, $defs: { sku: {} } };
    expect(pointers(list, 'draft-04')).toEqual(['', '/items/0', '/items/1', '/additionalItems']);
    expect(pointers(list, 'draft-07')).toEqual(['', '/items/0', '/items/1', '/additionalItems', '/if', '/contains']);
    expect(pointers(list, '2020-12')).toEqual(['', '/prefixItems/0', '/if', '/contains', '/$defs/sku']);
    const coupon = { dependencies: { coupon: ['code'], code: {} }, dependentSchemas: { code: {} } };
    expect(pointers(coupon, 'draft-06')).toEqual(['', '/dependencies/code']);
    expect(pointers(coupon, '2019-09')).toEqual(['', '/dependentSchemas/code']);
  });

  it('passes by what stands beside a $ref that hides it', () => {
    const order = { $ref: '#/definitions/order', properties: { sku: {} }, definitions: { order: {} } };
    expect(pointers(order, 'draft-07')).toEqual(['', '/definitions/order']);
    expect(pointers(order, '2019-09')).toEqual(['', '/properties/sku', '/definitions/order']);
  });

  it('takes junk for no schema', () => {
    expect(pointers({ properties: [{}], allOf: {}, not: 5, items: null }, 'draft-07')).toEqual(['']);
  });

  it('does not overflow the stack', () => {
    let deep: JsonSchema = { type: 'string' };
    for (let level = 0; level < 20_000; level++) deep = { not: deep };
    let count = 0;
    for (const _ of walkSchema(deep, '2020-12')) count++;
    expect(count).toBe(20_001);
  });
});
