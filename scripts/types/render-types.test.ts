import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../model/json.ts';
import { renderOnOneLine } from './render-on-one-line.test-data.ts';
import type { TypesRequest } from './render-types.ts';

/** The type of one field of an object. */
async function fieldType(schema: JsonSchema, request: Partial<TypesRequest> = {}): Promise<string> {
  const document = { type: 'object', required: ['field'], properties: { field: schema }, additionalProperties: false };
  const text = await renderOnOneLine(document, request);
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

describe('odd input', () => {
  test('500 levels of nesting are drawn out, not refused', async () => {
    let schema: JsonSchema = { type: 'string' };
    for (let level = 0; level < 250; level += 1) {
      schema = {
        properties: { inner: { type: ['array', 'null'], items: schema } },
        anyOf: [{ required: ['inner'] }, true],
      };
    }
    expect(await renderOnOneLine(schema)).toContain('export interface OrderPlacedInner2 ');
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
    const text = await renderOnOneLine(
      JSON.parse(`{"properties": {${names.map((name) => `${JSON.stringify(name)}: {"type": "string"}`).join()}}}`),
    );
    const notes = [
      '// Not expressed in these types (the schema checks them):',
      ...['constructor', 'hasOwnProperty', 'toString'].map(
        (name) => `// /properties/${name} type (every JavaScript object has such a member)`,
      ),
    ];
    expect(text).toBe(
      `${notes.join(' ')} export interface OrderPlaced { '1'?: string; zip?: string; __proto__?: string; constructor?: unknown; hasOwnProperty?: unknown; toString?: unknown; length?: string; $ref?: string; $id?: string; enum?: string; 'a"b'?: string; "it's"?: string; ''?: string; 'a\\nb'?: string; '*/'?: string; '\`\${x}\`'?: string; größe?: string; '\\u202e'?: string; '[k: string]'?: string; 'a-b'?: string; }`,
    );
  });

  test('the same schema gives the same bytes, and is not changed', async () => {
    const schema = {
      properties: { a: { $ref: '#/$defs/b' } },
      $defs: { b: { properties: { c: { enum: ['x', 'y'] } } } },
    };
    const before = JSON.stringify(schema);
    expect(await renderOnOneLine(schema)).toBe(await renderOnOneLine(schema));
    expect(JSON.stringify(schema)).toBe(before);
  });
});
