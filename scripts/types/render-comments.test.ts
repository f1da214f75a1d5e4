import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../model/json.ts';
import { renderOnOneLine } from './render-on-one-line.test-data.ts';
import { renderTypes } from './render-types.ts';

describe('comments', () => {
  test('carry what the type cannot', async () => {
    const schema = {
      description: 'First line.\nSecond line.',
      type: 'string',
      format: 'date-time',
      minLength: 1,
      maxLength: 9,
      pattern: '^a*/$',
      default: '*/',
      examples: ['\u202E', 'b'],
      'x-deprecated': { since: '2.0.0', 'remove after': '2027-01-01', replacedBy: 'placedAt' },
      readOnly: true,
    };
    expect(await renderOnOneLine({ properties: { field: schema } })).toBe(
      'export interface OrderPlaced { /** * First line. * Second line. * @format date-time * @minLength 1 * @maxLength 9 ' +
        '* @pattern ^a*\\/$ * @default "*\\/" * @example "\\u202e" * @deprecated Since 2.0.0. Will be removed after ' +
        '2027-01-01. Replaced by placedAt. * @readOnly */ field?: string; }',
    );
  });

  test('carry the bounds of numbers, lists and maps', async () => {
    const text = await renderOnOneLine({
      properties: {
        price: { type: 'integer', minimum: 0, exclusiveMaximum: 10, multipleOf: 5 },
        tags: { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true, items: { type: 'string', maxLength: 9 } },
        prices: { minProperties: 1, maxProperties: 2, additionalProperties: { description: 'Net\nprice', minimum: 1 } },
        note: { anyOf: [{ type: 'string', maxLength: 9 }, { type: 'null' }] },
      },
    });
    expect(text).toContain(
      '/** * @asType integer * @minimum 0 * @exclusiveMaximum 10 * @multipleOf 5 */ price?: number;',
    );
    expect(text).toContain(
      '/** * Each item: maxLength 9 * @minItems 1 * @maxItems 3 * @uniqueItems */ tags?: string[];',
    );
    expect(text).toContain('/** * Each value: Net price; minimum 1 * @minProperties 1 * @maxProperties 2 */ prices?:');
    expect(text).toContain('/** * @maxLength 9 */ note?: string | null;');
  });

  test('do not speak of what a $ref hides', async () => {
    const schema = {
      properties: { tags: { $ref: '#/definitions/list', items: { maxLength: 9 }, maxItems: 3 } },
      definitions: { list: { type: 'array' } },
    };
    expect(await renderOnOneLine(schema, { dialect: '2019-09' })).toContain('* Each item: maxLength 9 * @maxItems 3 ');
    expect(await renderOnOneLine(schema, { dialect: 'draft-07' })).not.toContain('/**');
  });

  test('know that exclusiveMinimum was a flag in draft-04', async () => {
    const schema = { properties: { price: { type: 'number', minimum: 0, exclusiveMinimum: true } } };
    expect(await renderOnOneLine(schema, { dialect: 'draft-04' })).toContain('/** * @exclusiveMinimum 0 */');
    expect(await renderOnOneLine(schema)).toContain('/** * @minimum 0 */');
  });

  test('at the top are plain text', async () => {
    const text = await renderTypes({
      schema: true,
      dialect: '2020-12',
      typeName: 'A',
      openObjects: false,
      header: ['Made from events/OutOfStock', '', '@ts-nocheck', 'a\nb */ c\u202E'],
    });
    expect(text).toBe(
      '// Made from events/OutOfStock\n//\n// \\@ts-nocheck\n// a\\u000ab *\\/ c\\u202e\n\nexport type A = unknown;\n',
    );
  });
});

describe('what the types do not express', () => {
  test('has unevaluatedItems in it where contains may have looked at an item', async () => {
    const schema = { type: 'array', prefixItems: [{ type: 'string' }], contains: {}, unevaluatedItems: false };
    expect(await renderOnOneLine(schema)).toContain('// (root) contains // (root) unevaluatedItems');
  });

  test('is listed by place, sorted', async () => {
    const schema = {
      if: {},
      then: {},
      not: {},
      properties: {
        b: { contains: {}, type: 'array' },
        a: { propertyNames: {}, type: 'object', dependentRequired: {}, minProperties: 1 },
        c: { oneOf: [{ properties: { x: {} } }, { properties: { y: {} } }] },
        d: { $ref: '#/$defs/used' },
      },
      $defs: { used: { not: {} }, unused: { not: {} } },
    };
    const text = await renderTypes({
      schema,
      dialect: '2020-12',
      typeName: 'A',
      openObjects: false,
      header: ['From here'],
    });
    expect(text.split('\n').slice(0, 11)).toEqual([
      '// From here',
      '',
      '// Not expressed in these types (the schema checks them):',
      '//   (root) if/then/else',
      '//   (root) not',
      '//   /$defs/used not',
      '//   /properties/a dependentRequired',
      '//   /properties/a propertyNames',
      '//   /properties/b contains',
      '//   /properties/c oneOf (exactly one)',
      '',
    ]);
  });

  test.each<[string, JsonSchema[]]>([
    [
      'a constant',
      [
        { properties: { by: { const: 'card' } }, required: ['by'] },
        { properties: { by: { enum: ['sepa'] } }, required: ['by'] },
      ],
    ],
    ['their type', [{ type: 'string' }, { type: 'integer' }, { type: 'null' }, { type: 'object' }]],
    ['their values', [{ const: 'a' }, { enum: ['b', 'c'] }]],
    ['a constant behind $ref and allOf', [{ $ref: '#/$defs/card' }, { allOf: [{ $ref: '#/$defs/sepa' }] }]],
  ])('leaves out a oneOf whose branches %s tells apart', async (_how, oneOf) => {
    const branch = (by: string): JsonSchema => ({ properties: { by: { const: by } }, required: ['by'] });
    const text = await renderOnOneLine({
      properties: { pay: { oneOf } },
      $defs: { card: branch('card'), sepa: branch('sepa') },
    });
    expect(text).not.toContain('Not expressed');
  });

  test('has an end', async () => {
    const properties = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`field${index}`, { not: {} }]));
    expect(await renderOnOneLine({ properties })).toContain('// and 10 more');
  });
});
