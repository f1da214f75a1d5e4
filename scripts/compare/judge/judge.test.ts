import { getAllRegisteredSchemaUris } from '@hyperjump/json-schema/draft-2020-12';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JsonSchema, JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { createJudge, type Opinion } from './judge.ts';

const dialects: readonly Dialect[] = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'];
const both = (accepts: boolean | undefined): Opinion => ({ ajv: accepts, hyperjump: accepts });

function ask(schema: JsonSchema, value: JsonValue, dialect: Dialect = '2020-12'): Promise<Opinion> {
  return createJudge(schema, dialect, { formats: 'annotation' }).opinion(value);
}

/** Values whose `__proto__` is a key like any other: only a parser makes these. */
function parsed(text: string): JsonSchema & JsonValue {
  const value: JsonSchema & JsonValue = JSON.parse(text);
  return value;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(dialects)('in %s', (dialect) => {
  const line = { type: 'object', required: ['sku'], properties: { sku: { type: 'string', minLength: 3 } } };
  const order = {
    $ref: '#/definitions/order',
    definitions: { order: { properties: { lines: { type: 'array', items: { $ref: '#/definitions/line' } } } }, line },
  };

  it('both accept and both refuse', async () => {
    expect(await ask(order, { lines: [{ sku: 'cup' }] }, dialect)).toEqual(both(true));
    expect(await ask(order, { lines: [{ sku: 'c' }] }, dialect)).toEqual(both(false));
    const judge = createJudge(order, dialect, { formats: 'annotation' });
    expect(await judge.accepts({ lines: [] })).toBe(true);
    expect(await judge.refuses({ lines: [] })).toBe(false);
    expect(await judge.accepts({ lines: [{}] })).toBe(false);
    expect(await judge.refuses({ lines: [{}] })).toBe(true);
  });

  it.each(['date-time', 'email', 'uri', 'ipv4', 'date', 'uuid'])(
    '%s is an assertion or an annotation',
    async (format) => {
      const ordered = { properties: { ordered: { format } } };
      const value = { ordered: 'not at all' };
      expect(await createJudge(ordered, dialect, { formats: 'assertion' }).opinion(value)).toEqual(both(false));
      expect(await createJudge(ordered, dialect, { formats: 'annotation' }).opinion(value)).toEqual(both(true));
    },
  );

  it.each(['idn-email', 'int32', 'constructor', '__proto__'])('%s is an annotation always', async (format) => {
    const judge = createJudge({ format }, dialect, { formats: 'assertion' });
    expect(await judge.opinion('\u0000')).toEqual(both(true));
  });

  it('multiples are exact', async () => {
    for (const value of [19.99, 0.07, 1.1, 1e21])
      expect(await ask({ multipleOf: 0.01 }, value, dialect)).toEqual(both(true));
    for (const value of [0.005, 19.999, 1e-9])
      expect(await ask({ multipleOf: 0.01 }, value, dialect)).toEqual(both(false));
    expect(await ask({ multipleOf: 3 }, 1e-8, dialect)).toEqual(both(false));
  });

  it('the dialect decides, and not $schema', async () => {
    for (const $schema of ['http://json-schema.org/draft-07/schema', 'https://example.com/none', 'x y', '#', '']) {
      expect(await ask({ $schema, properties: { sku: { $schema, type: 'string' } } }, { sku: 1 }, dialect)).toEqual(
        both(false),
      );
    }
  });

  it('a reference to elsewhere is not followed', async () => {
    const fetched = vi.fn<typeof fetch>();
    vi.stubGlobal('fetch', fetched);
    const elsewhere = [
      'https://example.com/a',
      'http://json-schema.org/draft-07/schema#',
      'file:///etc/passwd',
      'a.json',
    ];
    for (const $ref of [...elsewhere, 'x y', '#/definitions/none', '#none', 'urn:judge:schema#/none', '%']) {
      const judge = createJudge({ properties: { sku: { $ref } } }, dialect, { formats: 'annotation' });
      expect(await judge.opinion({ sku: 1 }), $ref).toEqual(both(undefined));
      expect(await judge.accepts({ sku: 1 })).toBe(false);
      expect(await judge.refuses({ sku: 1 })).toBe(false);
      expect(judge.refusal({ sku: 1 })).toBeUndefined();
    }
    expect(fetched).not.toHaveBeenCalled();
  });

  it('circles of references end', async () => {
    expect(await ask({ $ref: '#' }, 1, dialect)).toEqual(both(undefined));
    expect(await ask({ $ref: '#/$ref' }, 1, dialect)).toEqual(both(undefined));
    expect(await ask({ $ref: '#/%24ref' }, 1, dialect)).toEqual(both(undefined));
    const chain = {
      $ref: '#/definitions/a',
      definitions: { a: { $ref: '#/definitions/b' }, b: { $ref: '#/definitions/a' } },
    };
    expect(await ask(chain, 1, dialect)).toEqual(both(undefined));
    const tree = { type: 'object', additionalProperties: { $ref: '#' } };
    expect(await ask(tree, { a: { b: {} } }, dialect)).toEqual(both(true));
    expect(await ask(tree, { a: { b: 1 } }, dialect)).toEqual(both(false));
  });

  it('a fault in a definition that nobody uses is none', async () => {
    const schema = { type: 'string', definitions: { broken: { $ref: '#/nowhere' }, worse: { pattern: '(' } } };
    expect(await ask(schema, 'cup', dialect)).toEqual(both(true));
  });

  it('$ids that no reference needs are overlooked', async () => {
    const name = dialect === 'draft-04' ? 'id' : '$id';
    for (const id of [
      'https://example.com/a',
      'Order v1 {}',
      '#/properties/sku',
      '',
      '%',
      'file:///a',
      '//',
      'urn:x',
    ]) {
      const schema = { [name]: id, properties: { sku: { [name]: id, type: 'string' }, [name]: { type: 'string' } } };
      expect(await ask(schema, { sku: 1 }, dialect), id).toEqual(both(false));
      expect(await ask(schema, { sku: 'cup', [name]: 'x' }, dialect), id).toEqual(both(true));
      const referring = { ...schema, definitions: { line }, items: { $ref: '#/definitions/line' } };
      expect(await ask(referring, [{ sku: 'c' }], dialect), id).toEqual(both(false));
    }
  });

  it('values that look like schemas are values', async () => {
    const values: readonly JsonValue[] = [
      { $ref: '#/x' },
      { $id: 'a', id: 'b', $anchor: 'c', undefined: 'd', $schema: 'e', $dynamicAnchor: 'f' },
      [{ lines: [{ $ref: 'x', n: [1, null] }] }],
    ];
    for (const value of values) {
      expect(await ask({ enum: [1, value] }, value, dialect)).toEqual(both(true));
      expect(await ask({ enum: [1, value] }, 1, dialect)).toEqual(both(true));
      expect(await ask({ enum: [1, value] }, {}, dialect)).toEqual(both(false));
      expect(await ask({ default: value, example: value, examples: [value] }, 1, dialect)).toEqual(both(true));
    }
  });

  it('names of Object.prototype are names like any other', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'toJSON', '']) {
      const text = JSON.stringify(name);
      const typed = parsed(`{"properties":{${text}:{"type":"string"}}}`);
      expect(await ask(typed, {}, dialect), name).toEqual(both(true));
      expect(await ask(typed, parsed(`{${text}:1}`), dialect), name).toEqual(both(false));
      expect(await ask(typed, parsed(`{${text}:"1"}`), dialect), name).toEqual(both(true));
      const closed = parsed(`{"properties":{${text}:{}},"additionalProperties":false}`);
      expect(await ask(closed, parsed(`{${text}:1}`), dialect), name).toEqual(both(true));
      expect(await ask({ additionalProperties: false }, parsed(`{${text}:1}`), dialect), name).toEqual(both(false));
      expect(await ask({ required: [name] }, {}, dialect), name).toEqual(both(false));
      expect(await ask({ required: [name] }, parsed(`{${text}:1}`), dialect), name).toEqual(both(true));
      expect(await ask({ enum: [{}] }, parsed(`{${text}:1}`), dialect), name).toEqual(both(false));
      const pattern = parsed(`{"patternProperties":{${text}:{"type":"string"}},"additionalProperties":false}`);
      expect(await ask(pattern, parsed(`{${text}:1}`), dialect), name).toEqual(both(false));
      expect(await ask(pattern, parsed(`{${text}:"1"}`), dialect), name).toEqual(both(true));
    }
  });

  it('patterns need no u flag, and broken ones say nothing', async () => {
    expect(await ask({ pattern: '^[\\w-.]+\\-$' }, 'a-', dialect)).toEqual(both(true));
    expect(await ask({ pattern: '^\\p{Lu}$' }, 'É', dialect)).toEqual(both(true));
    expect(await ask({ patternProperties: { '^\\-': false } }, { '-': 1 }, dialect)).toEqual(both(false));
    expect(await ask({ pattern: '(' }, 'a', dialect)).toEqual(both(undefined));
  });

  it('nothing is left behind in memory', async () => {
    const registered = getAllRegisteredSchemaUris().length;
    for (let count = 0; count < 200; count += 1) {
      const schema = { $id: `https://example.com/${count}`, id: `https://example.com/${count}`, ...order };
      expect(await ask(schema, { lines: [{}] }, dialect)).toEqual(both(false));
    }
    expect(getAllRegisteredSchemaUris()).toHaveLength(registered);
  });
});

describe('references', () => {
  it('by anchor, and through keywords that no draft knows', async () => {
    const anchored = { $ref: '#line', $defs: { line: { $anchor: 'line', type: 'string' } } };
    expect(await ask(anchored, 1, '2019-09')).toEqual(both(false));
    const named = { items: { $ref: '#line' }, definitions: { line: { $id: '#line', type: 'string' } } };
    expect(await ask(named, [1], 'draft-07')).toEqual(both(false));
    const components = { schemas: { 'Order line': { type: 'string', examples: [{ $id: '%' }] } } };
    expect(await ask({ items: { $ref: '#/components/schemas/Order%20line' }, components }, [1])).toEqual(both(false));
  });

  it('that are dynamic lead to their anchor', async () => {
    const tree = { $dynamicAnchor: 'node', type: 'object', properties: { child: { $dynamicRef: '#node' } } };
    expect(await ask(tree, { child: { child: 1 } })).toEqual(both(false));
    const recursive = { type: 'object', properties: { child: { $recursiveRef: '#' } } };
    expect(await ask(recursive, { child: { child: 1 } }, '2019-09')).toEqual(both(false));
    expect(await ask({ ...recursive, $recursiveAnchor: true }, { child: { child: 1 } }, '2019-09')).toEqual(
      both(false),
    );
  });

  it('that need an $id are for Hyperjump only', async () => {
    const schema = {
      $id: 'https://example.com/order',
      properties: { line: { $ref: 'line' } },
      $defs: { line: { $id: 'line', $ref: '#/$defs/sku', $defs: { sku: { type: 'string' } } } },
    };
    expect(await ask(schema, { line: 1 })).toEqual({ ajv: undefined, hyperjump: false });
  });
});

describe('Hyperjump is mended', () => {
  it('contains evaluates items from 2020-12 on', async () => {
    const schema = { contains: { type: 'string' }, allOf: [{}], unevaluatedItems: false };
    expect((await ask(schema, ['a'], '2019-09')).hyperjump).toBe(false);
    expect((await ask(schema, ['a'], '2020-12')).hyperjump).toBe(true);
  });

  it('a const that looks like a schema evaluates nothing', async () => {
    const schema = { const: { $id: 'a' }, unevaluatedProperties: false };
    expect(await ask(schema, { $id: 'a' })).toEqual(both(false));
  });
});

describe('a refusal', () => {
  const refusal = (schema: JsonSchema, value: JsonValue) =>
    createJudge(schema, '2020-12', { formats: 'annotation' }).refusal(value);

  it('names the deepest place, and not the anyOf around it', () => {
    const payment = { properties: { amount: { type: 'number' } }, required: ['amount'] };
    expect(refusal({ anyOf: [{ type: 'string' }, payment] }, { amount: '1' })).toEqual({
      instancePointer: '/amount',
      schemaPointer: '/anyOf/1/properties/amount/type',
      keyword: 'type',
      sentence: '/amount must be a number, found "1"',
    });
  });

  it('blames the array for what contains does not find', () => {
    expect(refusal({ contains: { properties: { sku: { const: 1 } } } }, [{ sku: 2 }])?.keyword).toBe('contains');
  });

  it('is undefined for a value that is accepted', () => {
    expect(refusal({ type: 'string' }, 'cup')).toBeUndefined();
  });
});
