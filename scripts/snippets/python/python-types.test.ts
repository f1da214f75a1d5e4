import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { sampleValue } from '../../schema/sample.ts';
import { shopProgram } from '../shop-programs.test-data.ts';
import { pythonPayload } from './python-payload.ts';
import { renderPythonTypes } from './render-python-types.ts';

/** The declarations for an order with one field, `it`, of this schema. */
function fieldOf(schema: JsonValue, definitions: Record<string, JsonValue> = {}): string {
  const root = { type: 'object', required: ['it'], properties: { it: schema }, $defs: definitions };
  const sample = sampleValue(root, '2020-12');
  return pythonPayload(shopProgram(root, 'value' in sample ? sample.value : { it: null }), []).blocks.join('\n\n');
}

function typeOf(schema: JsonValue): string | undefined {
  return /^ {4}it: (.*)$/m.exec(fieldOf(schema))?.[1];
}

describe('python types', () => {
  it.each<[JsonValue, string]>([
    [{ type: 'string' }, 'str'],
    [{ type: 'integer' }, 'int'],
    [{ type: 'number' }, 'float'],
    [{ type: ['number', 'integer'] }, 'float'],
    [{ type: 'boolean' }, 'bool'],
    [{ type: 'null' }, 'None'],
    [{ type: ['null', 'string'] }, 'str | None'],
    [{ enum: ['restock', 'sale'] }, 'Literal["restock", "sale"]'],
    [{ enum: ['sale', null, 3, true] }, 'Literal["sale", 3, True] | None'],
    [{ enum: [1.5] }, 'Any'],
    [{ const: 'sale' }, 'Literal["sale"]'],
    [{ type: 'array', items: { type: 'string' } }, 'list[str]'],
    [{ type: 'array' }, 'list[Any]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false }, 'list[str | int]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }] }, 'list[Any]'],
    [{ type: 'object' }, 'dict[str, Any]'],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, 'dict[str, int]'],
    [{ type: 'object', patternProperties: { '^x': { type: 'integer' } } }, 'dict[str, Any]'],
    [{ type: 'object', properties: { a: {} }, additionalProperties: { type: 'integer' } }, 'dict[str, Any]'],
    [{ type: 'object', properties: { a: {} }, oneOf: [{ properties: { b: {} } }] }, 'OrderPlacedIt1'],
    [{ anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] }, 'str | int | None'],
    [{ oneOf: [{ type: 'string' }, true] }, 'Any'],
    [{ type: 'string', anyOf: [{ format: 'uri' }, { format: 'email' }] }, 'str'],
    [{ allOf: [{ type: 'string' }, { minLength: 1 }] }, 'str'],
    [{ $ref: '#/$defs/gone' }, 'Any'],
    [{ $ref: 'https://example.com/schema' }, 'Any'],
    [true, 'Any'],
    [{}, 'Any'],
  ])('of %j', (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });

  it('are nested classes, named after field, item, definition or title', () => {
    const address = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
    const declarations = fieldOf(
      {
        type: 'object',
        properties: {
          lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
          home: { $ref: '#/$defs/address' },
          work: { $ref: '#/$defs/address', description: 'Where to deliver by day.' },
          gift: { type: 'object', title: 'Gift wrap', properties: { color: { type: 'string' } } },
        },
      },
      { address },
    );
    expect(declarations).toBe(`class OrderPlacedItLine(TypedDict):
    sku: NotRequired[str]

class Address(TypedDict):
    city: str

class GiftWrap(TypedDict):
    color: NotRequired[str]

class OrderPlacedIt(TypedDict):
    lines: NotRequired[list[OrderPlacedItLine]]
    home: NotRequired[Address]
    work: NotRequired[Address]
    gift: NotRequired[GiftWrap]

class OrderPlaced(TypedDict):
    it: OrderPlacedIt`);
  });

  it('mention themselves in quotes', () => {
    const category = {
      type: 'object',
      properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/$defs/category' } } },
    };
    expect(fieldOf({ $ref: '#/$defs/category' }, { category })).toContain(
      '    children: NotRequired["list[Category]"]',
    );
  });

  it.each(['class', 'unit-price', '__secret', 'str', 'OrderPlaced', 'ﬁeld', '', '1st'])(
    'write the field %j as text',
    (name) => {
      const program = shopProgram({ type: 'object', properties: { [name]: { type: 'integer' } } }, {});
      const { blocks, imports } = pythonPayload(program, []);
      expect(blocks).toEqual([
        `OrderPlaced = TypedDict(\n    "OrderPlaced",\n    {\n        "${name}": NotRequired[int],\n    },\n)`,
      ]);
      expect(imports).toEqual(['NotRequired', 'TypedDict']);
    },
  );

  it('give a root that is no object a name', () => {
    const { blocks, imports } = pythonPayload(shopProgram({ type: 'array', items: { enum: ['A1'] } }, []), []);
    expect(blocks).toEqual(['OrderPlaced: TypeAlias = list[Literal["A1"]]']);
    expect(imports).toEqual(['Literal', 'TypeAlias']);
  });

  it('take no name that means something else', () => {
    const program = (typeName: string): string => {
      return pythonPayload(shopProgram({ type: 'object', properties: { id: {} } }, {}, { typeName }), ['TOPIC'])
        .typeName;
    };
    expect(['TimeoutError', 'TypedDict', 'TOPIC', 'class', '7Up', 'Ä'].map(program)).toEqual([
      'TimeoutErrorEvent',
      'TypedDictEvent',
      'TOPICEvent',
      'Class',
      'Value7Up',
      'A',
    ]);
  });

  it('break long lines as Black does', () => {
    const values = ['restocked by the supplier', 'sold in a shop', 'returned by a customer'];
    expect(fieldOf({ anyOf: [{ enum: values }, { type: 'array', items: { type: 'string' } }] })).toContain(`    it: (
        Literal[
            "restocked by the supplier",
            "sold in a shop",
            "returned by a customer",
        ]
        | list[str]
    )`);
  });

  it('end, and stay small, however definitions mention each other', () => {
    const twice = (name: string): JsonValue => ({
      anyOf: [{ items: { $ref: name } }, { additionalProperties: { $ref: name }, type: 'object' }],
    });
    const definitions = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `d${index}`,
        index === 59 ? { type: 'string' } : twice(`#/$defs/d${index + 1}`),
      ]),
    );
    expect(fieldOf({ $ref: '#/$defs/d0' }, definitions).length).toBeLessThan(25_000);
    const own = { $ref: '#/$defs/own' };
    const knot = { allOf: [{ properties: { next: own } }, { properties: { next: own } }], type: 'object' };
    expect(fieldOf(own, { own: knot })).toContain('next: NotRequired[Any]');
    expect(fieldOf(own, { own })).toContain('it: Any');
  });
});

/** The module of types for a schema, below its comment and its imports. */
function moduleOf(schema: JsonObject, example: JsonValue): string {
  const source = { schema, dialect: '2020-12' } as const;
  return renderPythonTypes({ source, example, typeName: 'OrderPaid', header: [] }).replace(
    /^\n?from typing.*\n\n\n/,
    '',
  );
}

describe('the module of types', () => {
  const id = { type: 'string' };
  const card = { title: 'Card', properties: { by: { const: 'card' }, last4: id }, required: ['by', 'last4'] };
  const invoice = { properties: { by: { const: 'invoice' } }, required: ['by'] };
  const order = { type: 'object', properties: { id, at: { properties: { day: id } } }, required: ['id'] };

  it('has a class for each kind of an object, with what all kinds have in each', () => {
    expect(moduleOf({ ...order, oneOf: [card, invoice] }, { id: '1', by: 'card', last4: '0000' }))
      .toBe(`class OrderPaidAt(TypedDict):
    day: NotRequired[str]


class OrderPaidCard(TypedDict):
    id: str
    at: NotRequired[OrderPaidAt]
    by: Literal["card"]
    last4: str


class OrderPaid2(TypedDict):
    id: str
    at: NotRequired[OrderPaidAt]
    by: Literal["invoice"]


OrderPaid: TypeAlias = OrderPaidCard | OrderPaid2
`);
  });

  it('narrows a field of all kinds to what it is in one, and leaves out what one forbids', () => {
    const known = { type: 'object', properties: { by: id, note: id }, required: ['by'] };
    const silent = { properties: { by: { const: 'invoice' }, note: false, due: id } };
    const text = moduleOf({ ...known, anyOf: [card, silent] }, { by: 'invoice', due: 'today' });
    expect(text).toContain('class OrderPaid2(TypedDict):\n    by: Literal["invoice"]\n    due: NotRequired[str]\n');
    expect(text).toContain('    by: Literal["card"]\n    note: NotRequired[str]\n    last4: str\n');
  });

  it.each<[string, JsonObject]>([
    ['is open in other ways', { patternProperties: { '^x-': id } }],
    ['has a condition', { if: {}, then: { properties: { more: id } } }],
    ['has two unions', { anyOf: [{ properties: { more: id } }] }],
  ])('knows no kinds where an object %s', (_, others) => {
    expect(moduleOf({ ...order, oneOf: [card, invoice], ...others }, { id: '1', by: 'card', last4: '0' })).toBe(
      'OrderPaid: TypeAlias = dict[str, Any]\n',
    );
  });

  it('knows no kinds where one is no object, is not to be found, or where there are very many', () => {
    for (const member of [{ type: 'string' }, { $ref: '#/$defs/gone' }, false])
      expect(moduleOf({ ...order, oneOf: [card, member] }, { id: '1', by: 'card', last4: '0' })).toContain(
        'dict[str, Any]',
      );
    const many = Array.from({ length: 41 }, (_, index) => ({ properties: { [`kind${index}`]: id } }));
    expect(moduleOf({ ...order, anyOf: many }, { id: '1' })).toContain('dict[str, Any]');
  });

  it('says of an example that none of the kinds holds whole that it is an object', () => {
    const example = { id: '1', by: 'card', last4: '0000', extra: true };
    expect(moduleOf({ ...order, oneOf: [card, invoice] }, example)).toBe('OrderPaid: TypeAlias = dict[str, Any]\n');
  });

  it('ends where a kind holds the whole again', () => {
    const tree = { properties: { left: { $ref: '#' }, right: { $ref: '#' } } };
    expect(moduleOf({ ...order, oneOf: [tree, invoice] }, { id: '1', by: 'invoice' })).toContain(
      'left: NotRequired[Any]',
    );
  });

  it('says what a map holds whose names follow one pattern', () => {
    const map = (rest: JsonObject): JsonObject => ({
      type: 'object',
      properties: { it: { type: 'object', patternProperties: { '^x': { type: 'integer' } }, ...rest } },
    });
    expect(moduleOf(map({ additionalProperties: false }), {})).toContain('it: NotRequired[dict[str, int]]');
    expect(moduleOf(map({}), {})).toContain('it: NotRequired[dict[str, Any]]');
  });
});
