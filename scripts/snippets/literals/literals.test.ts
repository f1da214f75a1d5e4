import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../model/json.ts';
import { pythonBytes, pythonFormatted, pythonLiteral } from './python.ts';
import { typescriptLiteral, typescriptMember, typescriptTemplate } from './typescript.ts';

const place = { margin: 0, column: 0, replaced: new Map<string, string>() };
const python = (value: JsonValue): string => pythonLiteral(value, place);
const typescript = (value: JsonValue): string => typescriptLiteral(value, place);

describe('literals', () => {
  it.each<[JsonValue, string, string]>([
    [null, 'None', 'null'],
    [true, 'True', 'true'],
    [-0, '-0.0', '-0'],
    [0, '0', '0'],
    [1.5, '1.5', '1.5'],
    [1e21, '1e+21', '1e+21'],
    [2 ** 64, '18446744073709552000', '18446744073709552000'],
    ['sale', '"sale"', "'sale'"],
    ["it's", '"it\'s"', '"it\'s"'],
    ['say "no"', '\'say "no"\'', '\'say "no"\''],
    ['\'"', '"\'\\""', "'\\'\"'"],
    ['a\\n\n\r\t', '"a\\\\n\\n\\r\\t"', "'a\\\\n\\n\\r\\t'"],
    ['\u00007', '"\\x007"', "'\\u00007'"],
    ['\u2028\u202e', '"\\u2028\\u202e"', "'\\u2028\\u202e'"],
    ['\u{e0001}', '"\\U000e0001"', "'\\u{e0001}'"],
    ['\u00a0', '"\\xa0"', "'\\u00a0'"],
    ['Zürich 🛒', '"Zürich 🛒"', "'Zürich 🛒'"],
    [[], '[]', '[]'],
    [{}, '{}', '{}'],
    [['A1', 2], '["A1", 2]', "['A1', 2]"],
    [
      { sku: 'A1', 'unit-price': 2 },
      '{\n    "sku": "A1",\n    "unit-price": 2,\n}',
      "{\n  sku: 'A1',\n  'unit-price': 2,\n}",
    ],
    [
      [
        [1, 2],
        [3, 4],
      ],
      '[\n    [1, 2],\n    [3, 4],\n]',
      '[\n  [1, 2],\n  [3, 4],\n]',
    ],
    [JSON.parse('{"__proto__":1}'), '{\n    "__proto__": 1,\n}', "{\n  ['__proto__']: 1,\n}"],
  ])('of %j', (value, inPython, inTypescript) => {
    expect(python(value)).toBe(inPython);
    expect(typescript(value)).toBe(inTypescript);
  });

  it('are broken when they do not fit', () => {
    const skus = Array.from({ length: 20 }, (_, index) => `SKU-${index}`);
    expect(python(skus).split('\n')).toHaveLength(22);
    expect(typescript({ comment: 'x'.repeat(100) })).toBe(`{\n  comment:\n    '${'x'.repeat(100)}',\n}`);
  });

  it('hold code where there is to be some', () => {
    expect(pythonLiteral({ 'a/b': ['x'] }, { ...place, replaced: new Map([['/a~1b/0', 'utc_now()']]) })).toContain(
      '[utc_now()]',
    );
  });

  it('can be parts of other text', () => {
    expect(pythonFormatted('{x} "\\N{DASH}')).toBe('{{x}} \\"\\\\N{{DASH}}');
    expect(typescriptTemplate('`${x}\\')).toBe('\\`\\${x}\\\\');
    expect(pythonBytes('OutOfStock')).toBe('b"OutOfStock"');
    expect(pythonBytes('Ä')).toBe('"Ä".encode("utf-8")');
    expect(typescriptMember('sku')).toBe('.sku');
    expect(typescriptMember('unit-price')).toBe("['unit-price']");
  });
});
