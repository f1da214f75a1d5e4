import fc from 'fast-check';
import { isJsonObject, type JsonValue } from '../model/json.ts';
import { hostilePayload } from './hostile-schemas.test-data.ts';
import { hostileText } from './hostile-texts.test-data.ts';
import type { Program } from './program.ts';
import { outOfStock, shopProgram } from './shop-programs.test-data.ts';
import { uncarriable } from './uncarriable.ts';

const hostileProgram: fc.Arbitrary<Program> = fc
  .tuple(hostilePayload, hostileText, hostileText, hostileText, hostileText, fc.boolean())
  .map(([{ schema, example }, name, summary, header, id, hasLongText]) => {
    const key = isJsonObject(example) ? Object.keys(example).find((field) => !field.includes('.')) : undefined;
    return shopProgram(schema, example, {
      id: id.toWellFormed(),
      name,
      summary: hasLongText ? `${summary} `.repeat(40) : summary,
      binding: { headers: { [header]: name, plain: header }, group: summary.replaceAll(/\s/g, '') || undefined, key },
    });
  })
  .filter((program) => uncarriable(program).every(({ pointer }) => pointer === '/keyPath'))
  .map((program) => (uncarriable(program).length > 0 ? { ...program, keyPath: undefined } : program));

/** Programs whose every name and text could do harm; the same ones for the same seed. */
export function hostilePrograms(count: number, seed: number): readonly Program[] {
  return fc.sample(hostileProgram, { numRuns: count, seed });
}

const nested = (depth: number): JsonValue =>
  depth === 0 ? 'deep' : depth % 2 === 0 ? [nested(depth - 1)] : { in: nested(depth - 1) };

/** Programs as people read them. */
export const shopPrograms: readonly Program[] = [
  outOfStock,
  ...['Producer', 'Consumer', 'Date', 'KafkaError', 'TypedDict', 'TimeoutError', 'SERVERS'].map((typeName) =>
    shopProgram(
      { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
      { id: 7 },
      {
        typeName,
        binding: { key: 'id' },
      },
    ),
  ),
  shopProgram({ type: 'array', items: { type: 'string' } }, ['A1', 'B2']),
  shopProgram(true, [
    { note: 'It is a long way. '.repeat(9), comment: 'It is a long way. '.repeat(9) },
    [
      [1, 2],
      [3, 4],
    ],
    ["it's", 'a "b"', {}, []],
  ]),
  shopProgram({ type: 'string', format: 'date-time' }, '2024-05-01T12:00:00Z'),
  shopProgram({ type: 'null' }, null),
  shopProgram(true, nested(150)),
  shopProgram(
    {
      type: 'object',
      required: ['category'],
      properties: { category: { $ref: '#/$defs/category' } },
      $defs: {
        category: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string' },
            'sub-categories': { type: 'array', items: { $ref: '#/$defs/category' } },
          },
        },
      },
    },
    { category: { name: 'Tools', 'sub-categories': [{ name: 'Saws' }] } },
    { binding: { key: 'category.name' } },
  ),
];
