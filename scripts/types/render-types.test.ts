import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../model/json.ts';
import { renderTypes, type TypesRequest } from './render-types.ts';

/** The rendered file, on as few lines as its comments allow. */
async function render(schema: JsonSchema, request: Partial<TypesRequest> = {}): Promise<string> {
  const text = await renderTypes({
    schema,
    dialect: '2020-12',
    typeName: 'OrderPlaced',
    openObjects: false,
    header: [],
    ...request,
  });
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The type of one field of an object. */
async function fieldType(schema: JsonSchema, request: Partial<TypesRequest> = {}): Promise<string> {
  const document = { type: 'object', required: ['field'], properties: { field: schema }, additionalProperties: false };
  const text = await render(document, request);
  return /export interface OrderPlaced \{ (?:\/\*\*.*?\*\/ )?field: (.*); \}$/.exec(text)?.[1] ?? text;
}

describe('the type of a schema', () => {
  test.each<[JsonSchema, string]>([
    [true, 'unknown'],
    [false, 'never'],
    [{}, 'unknown'],
    [{ type: 'integer' }, 'number'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: ['integer', 'number'] }, 'number'],
    [{ const: 'paid' }, "'paid'"],
    [{ const: null }, 'null'],
    [{ enum: ['a', 1, true, null] }, "'a' | 1 | true | null"],
    [{ type: 'string', enum: ['a', 1, null] }, "'a'"],
    [{ enum: ["it's", 'a "b"', '*/', '`${x}`', '\n'] }, `"it's" | 'a "b"' | '*/' | '\`\${x}\`' | '\\n'`],
    [{ enum: [{ sku: 'a', n: [1] }, {}] }, "{ sku: 'a'; n: [1] } | { [k: string]: never }"],
    [{ enum: [{ doc: ['a'] }, { doc: ['b'] }] }, "{ doc: ['a'] } | { doc: ['b'] }"],
    [{ type: 'string', anyOf: [{ const: 'a' }, { const: 1 }] }, "'a'"],
    [{ type: 'string', allOf: [{ minLength: 1 }, { required: ['a'] }] }, 'string'],
    [{ type: 'string', oneOf: [{ type: 'null' }, { type: 'object' }] }, 'never'],
    [{ type: 'string', nullable: true }, 'string'],
    [{ type: 'array' }, 'unknown[]'],
    [{ items: { enum: ['a', 'b'] }, minItems: 1, maxItems: 3 }, "('a' | 'b')[]"],
    [{ type: 'array', items: { type: 'array', items: { type: 'string' } } }, 'string[][]'],
    [{ type: 'object' }, '{ [k: string]: unknown; }'],
    [{ type: 'object', additionalProperties: false }, '{ [k: string]: never; }'],
    [{ additionalProperties: { type: 'number' } }, '{ [k: string]: number; }'],
    [{ patternProperties: { '^x-': { type: 'string' } } }, '{ [k: string]: string; }'],
    [{ unevaluatedProperties: { type: 'string' } }, '{ [k: string]: string; }'],
    [{ required: ['sku'], properties: {} }, '{ sku: unknown; [k: string]: unknown; }'],
    [{ properties: { sku: { type: 'string' } } }, '{ sku?: string; }'],
    [
      { properties: { sku: { type: 'string' } }, additionalProperties: true },
      '{ sku?: string; [k: string]: unknown; }',
    ],
    [
      { properties: { sku: { type: 'string' } }, additionalProperties: { type: 'number' } },
      '{ sku?: string; [k: string]: number | string | undefined; }',
    ],
    [
      { properties: { sku: { properties: { a: {} } } }, additionalProperties: { type: 'number' } },
      '{ sku?: { a?: unknown; }; [k: string]: unknown; }',
    ],
    [{ tsType: 'any', type: 'string', tsEnumNames: ['x'], tsEnumRefs: {} }, 'string'],
    [{ type: 'string', enum: ['a'], tsEnumNames: ['A = 1'] }, "'a'"],
  ])('%j is %s', async (schema, expected) => {
    expect(await fieldType(schema)).toBe(expected);
  });

  test.each<[JsonSchema, string]>([
    [{ prefixItems: [{ type: 'number' }, { type: 'string' }], minItems: 1, items: false }, '[number, string?]'],
    [{ prefixItems: [{ type: 'number' }], items: { type: 'null' } }, '[number?, ...null[]]'],
    [{ prefixItems: [{ type: 'number' }], minItems: 3, items: { type: 'null' } }, '[number, null, null, ...null[]]'],
    [{ prefixItems: [{ type: 'number' }] }, '[number?, ...unknown[]]'],
    [{ prefixItems: [{ type: 'number' }, true], maxItems: 1 }, '[number?]'],
    [{ prefixItems: [{ enum: [-1, 'a'] }, { const: -1 }], items: false }, "[(-1 | 'a')?, -1?]"],
    [{ prefixItems: [{ type: 'number' }], unevaluatedItems: false }, '[number?]'],
    [{ type: 'array', items: [{ type: 'number' }] }, 'unknown[]'],
  ])('a tuple of 2020-12, %j, is %s', async (schema, expected) => {
    expect(await fieldType(schema)).toBe(expected);
  });

  test.each<[JsonSchema, string]>([
    [{ items: [{ type: 'number' }, { type: 'string' }], minItems: 2, additionalItems: false }, '[number, string]'],
    [{ items: [{ type: 'number' }], additionalItems: { type: 'string' } }, '[number?, ...string[]]'],
    [{ items: { type: 'number' }, additionalItems: false }, 'number[]'],
    [{ type: 'array', prefixItems: [{ type: 'number' }], unevaluatedItems: false }, 'unknown[]'],
    [{ const: 'a', $dynamicRef: '#x' }, "'a'"],
  ])('in draft-07, %j is %s', async (schema, expected) => {
    expect(await fieldType(schema, { dialect: 'draft-07' })).toBe(expected);
  });

  test('draft-04 has no const', async () => {
    expect(await fieldType({ type: 'string', const: 'a' }, { dialect: 'draft-04' })).toBe('string');
  });

  test('siblings of oneOf and allOf are intersected, and merged where they can be', async () => {
    const email = { properties: { email: { type: 'string' } } };
    expect(await fieldType({ ...email, allOf: [{ required: ['email'] }, { type: 'object' }] })).toBe(
      '{ email: string; }',
    );
    expect(await fieldType({ type: 'object', ...email, oneOf: [{ required: ['email'] }, { required: ['id'] }] })).toBe(
      '{ email?: string; } & ( | { email: unknown; } | { id: unknown; } )',
    );
  });

  test('fields of if, then and dependencies are there, as optional', async () => {
    const schema = {
      properties: { method: { type: 'string' } },
      if: { properties: { method: { const: 'card' } } },
      then: { properties: { cardNumber: { type: 'string' }, method: { minLength: 3 } }, required: ['cardNumber'] },
      dependentSchemas: { method: { properties: { paidAt: { type: 'string' } } } },
    };
    expect(await fieldType(schema)).toBe('{ method?: string; cardNumber?: string; paidAt?: string; }');
  });
});

describe('open objects', () => {
  test('have an index signature unless the schema forbids it', async () => {
    const open = { openObjects: true };
    expect(await fieldType({ properties: { sku: { type: 'string' } } }, open)).toBe(
      '{ sku?: string; [k: string]: unknown; }',
    );
    expect(await fieldType({ properties: { sku: {} }, additionalProperties: false }, open)).toBe('{ sku?: unknown; }');
    expect(await fieldType({ properties: { sku: {} }, unevaluatedProperties: false }, open)).toBe('{ sku?: unknown; }');
    expect(await fieldType({ type: 'object' }, open)).toBe('{ [k: string]: unknown; }');
    expect(await fieldType({ additionalProperties: { type: 'number' } }, open)).toBe('{ [k: string]: number; }');
  });
});

describe('names', () => {
  test('come from the keys of definitions, never from title or $id', async () => {
    const schema = {
      title: 'Something else',
      $id: 'https://shop.example/other.json',
      properties: { sku: { $ref: '#/$defs/stock-unit' }, size: { title: 'Size', properties: { cm: {} } } },
      $defs: { 'stock-unit': { title: 'Sku', $id: '#sku', type: 'string' }, unused: { type: 'null' } },
    };
    expect(await render(schema)).toBe(
      '/** * Something else */ export interface OrderPlaced { sku?: StockUnit; size?: { cm?: unknown; }; } ' +
        '/** * Sku */ export type StockUnit = string;',
    );
  });

  test('are unique, and keep clear of the name of the document', async () => {
    const schema = {
      properties: {
        a: { $ref: '#/definitions/sku' },
        b: { $ref: '#/definitions/Sku' },
        c: { $ref: '#/definitions/order-placed' },
      },
      definitions: { sku: { type: 'string' }, Sku: { type: 'number' }, 'order-placed': { type: 'null' } },
    };
    expect(await render(schema)).toContain('{ a?: Sku; b?: Sku2; c?: OrderPlaced2; }');
  });

  test('do not need the Latin alphabet', async () => {
    const text = await render(
      { $ref: '#/$defs/注文', $defs: { 注文: { properties: { x: { $ref: '#/$defs/größe' } } }, größe: {} } },
      { typeName: 'Überweisung' },
    );
    expect(text).toBe('export interface Überweisung { x?: Größe; } export type Größe = unknown;');
  });

  test('a document that is only a $ref has the type of what it names', async () => {
    const schema = {
      $ref: '#/definitions/OrderPlaced',
      definitions: {
        OrderPlaced: { properties: { again: { $ref: '#' }, also: { $ref: '#/definitions/OrderPlaced' } } },
      },
    };
    expect(await render(schema, { dialect: 'draft-07' })).toBe(
      'export interface OrderPlaced { again?: OrderPlaced; also?: OrderPlaced; }',
    );
  });

  test('any place can be named, and is then named where it stands, too', async () => {
    const schema = {
      properties: {
        lines: { type: 'array', items: { properties: { sku: { type: 'string' } } } },
        first: { $ref: '#/properties/lines/items' },
      },
    };
    expect(await render(schema)).toBe(
      'export interface OrderPlaced { lines?: LinesItems[]; first?: LinesItems; } export interface LinesItems { sku?: string; }',
    );
  });
});

describe('$ref', () => {
  test.each<[string, JsonSchema]>([
    ['#sku', { $anchor: 'sku', type: 'string' }],
    ['#sku', { $id: '#sku', type: 'string' }],
    ['#sku', { id: '#sku', type: 'string' }],
    ['https://shop.example/sku.json', { $id: 'https://shop.example/sku.json', type: 'string' }],
    ['#/$defs/s~1k%7E1u', { type: 'string' }],
  ])('%s is found', async ($ref, target) => {
    const text = await render({ properties: { sku: { $ref } }, $defs: { 's/k/u': target } });
    expect(text).toBe('export interface OrderPlaced { sku?: SKU; } export type SKU = string;');
  });

  test.each(['#/$defs/none', '#none', 'https://shop.example/none.json', '#/__proto__', 'file:///etc/passwd'])(
    '%s leads nowhere, and that is an error',
    async ($ref) => {
      await expect(render({ properties: { sku: { not: { $ref } } } })).rejects.toThrow(
        `Expected $ref ${JSON.stringify($ref)}`,
      );
    },
  );

  test.each<JsonSchema>([
    { $ref: '#' },
    { anyOf: [{ type: 'string' }, { $ref: '#' }] },
    { allOf: [{ $ref: '#/$defs/a' }], $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
  ])('in a circle that never ends is an error: %j', async (schema) => {
    await expect(render(schema)).rejects.toThrow('found a circle that never does');
  });

  test('keeps the description beside it, and in newer drafts what constrains it', async () => {
    const schema = {
      properties: { to: { $ref: '#/$defs/address', description: 'Where to', deprecated: true, required: ['zip'] } },
      $defs: { address: { description: 'A place', properties: { zip: { type: 'string' } } } },
    };
    expect(await render(schema)).toContain('/** * Where to * @deprecated */ to?: { zip: unknown; } & Address;');
    expect(await render(schema, { dialect: 'draft-07' })).toContain('/** * Where to * @deprecated */ to?: Address;');
  });
});

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
    expect(await render({ properties: { field: schema } })).toBe(
      'export interface OrderPlaced { /** * First line. * Second line. * @format date-time * @minLength 1 * @maxLength 9 ' +
        '* @pattern ^a*\\/$ * @default "*\\/" * @example "\\u{202E}" * @deprecated Since 2.0.0. Will be removed after ' +
        '2027-01-01. Replaced by placedAt. * @readOnly */ field?: string; }',
    );
  });

  test('carry the bounds of numbers, lists and maps', async () => {
    const text = await render({
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

  test('know that exclusiveMinimum was a flag in draft-04', async () => {
    const schema = { properties: { price: { type: 'number', minimum: 0, exclusiveMinimum: true } } };
    expect(await render(schema, { dialect: 'draft-04' })).toContain('/** * @exclusiveMinimum 0 */');
    expect(await render(schema)).toContain('/** * @minimum 0 */');
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
      '// Made from events/OutOfStock\n//\n// \\@ts-nocheck\n// a\\u{A}b *\\/ c\\u{202E}\n\nexport type A = unknown;\n',
    );
  });
});

describe('what the types do not express', () => {
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
    const text = await render({
      properties: { pay: { oneOf } },
      $defs: { card: branch('card'), sepa: branch('sepa') },
    });
    expect(text).not.toContain('Not expressed');
  });

  test('has an end', async () => {
    const properties = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`field${index}`, { not: {} }]));
    expect(await render({ properties })).toContain('// and 10 more');
  });
});

describe('odd input', () => {
  test('500 levels of nesting are drawn out, not refused', async () => {
    let schema: JsonSchema = { type: 'string' };
    for (let level = 0; level < 250; level += 1) {
      schema = {
        properties: { inner: { type: ['array', 'null'], items: schema } },
        anyOf: [{ required: ['inner'] }, true],
      };
    }
    expect(await render(schema)).toContain('export interface OrderPlacedInner2 ');
  });

  test('property names of all kinds keep their place and their spelling', async () => {
    const names = [
      'zip',
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'toString',
      'length',
      '$ref',
      '$id',
      'enum',
      'a"b',
      "it's",
      '',
      'a\nb',
      '*/',
      '`${x}`',
      'größe',
      '\u202E',
      '1',
      '[k: string]',
      'a-b',
    ];
    const text = await render(
      JSON.parse(`{"properties": {${names.map((name) => `${JSON.stringify(name)}: {"type": "string"}`).join()}}}`),
    );
    expect(text).toBe(
      `export interface OrderPlaced { '1'?: string; zip?: string; __proto__?: string; constructor?: string; hasOwnProperty?: string; toString?: string; length?: string; $ref?: string; $id?: string; enum?: string; 'a"b'?: string; "it's"?: string; ''?: string; 'a\\nb'?: string; '*/'?: string; '\`\${x}\`'?: string; größe?: string; '\\u{202E}'?: string; '[k: string]'?: string; 'a-b'?: string; }`,
    );
  });

  test('the same schema gives the same bytes, and is not changed', async () => {
    const schema = {
      properties: { a: { $ref: '#/$defs/b' } },
      $defs: { b: { properties: { c: { enum: ['x', 'y'] } } } },
    };
    const before = JSON.stringify(schema);
    expect(await render(schema)).toBe(await render(schema));
    expect(JSON.stringify(schema)).toBe(before);
  });
});
