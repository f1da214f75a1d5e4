import fc from 'fast-check';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import type { Program } from './program.ts';
import { outOfStock, shopProgram } from './shop-programs.test-data.ts';
import { uncarriable } from './uncarriable.ts';

const hostileTexts = [
  '"',
  "'",
  '"""',
  "'''",
  '`',
  '\\',
  '\\"',
  '\n',
  '\r\n',
  '	',
  '\0',
  '\0' + '7',
  '\u2028',
  '\u2029',
  '',
  '﻿',
  '*/',
  '/*',
  '//',
  '#',
  '#{x}',
  '${x}',
  '$(x)',
  '{x}',
  '{{',
  '}}',
  '%s',
  '%',
  '<!--',
  '</script>',
  '\\N{DASH}',
  '\\u0041',
  '‮',
  '⁦',
  '‍',
  '👩‍🚀',
  '𝒳',
  'é',
  'é',
  'ﬁ',
  '󠀁',
  '️',
  '￿',
  '􏿿',
  '__proto__',
  'constructor',
  'toString',
  'class',
  'def',
  'None',
  'True',
  'await',
  'enum',
  'default',
  'match',
  '__secret',
  'str',
  'list',
  'Any',
  'TypedDict',
  'OrderPlaced',
  'self',
  'event',
  '0',
  '01',
  '-1',
  '',
  ' ',
  'a b',
  'a-b',
  'a.b',
  'ｆｕｌｌ',
  'coding: latin-1',
  '@ts-expect-error',
  '# type: ignore',
  '-*- coding:utf-7 -*-',
];

const text = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.array(fc.constantFrom(...hostileTexts), { maxLength: 4 }).map((texts) => texts.join('')),
  fc.string({ unit: 'binary' }),
);
const number = fc.oneof(
  fc
    .constantFrom(0, -0, 1, 1e21, 1e300, 5e-324, 2 ** 53, 2 ** 64, -(2 ** 63), 1e-7, 0.1, 1.5e300)
    .filter(Number.isFinite),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const payload = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 5 }),
    // Not `fc.dictionary`: an object that is made from entries has `__proto__` as a property of its own.
    fc.array(fc.tuple(text, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** A schema that describes a value closely, so that every name and text of it becomes part of a type. */
function schemaOf(value: JsonValue): JsonObject {
  if (isJsonArray(value)) return { type: 'array', prefixItems: value.map(schemaOf) };
  if (isJsonObject(value)) {
    const properties = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, schemaOf(member)]));
    return { type: 'object', properties, required: Object.keys(value).filter((_, index) => index % 2 === 0) };
  }
  return typeof value === 'string' ? { enum: [value, `${value}!`] } : { type: value === null ? 'null' : typeof value };
}

const hostilePrograms: readonly Program[] = fc
  .sample(fc.tuple(payload, text, text, text, text), { numRuns: 200, seed: 20261124 })
  .map(([value, name, summary, header, id]) => {
    const key = isJsonObject(value) ? Object.keys(value).find((field) => !field.includes('.')) : undefined;
    return shopProgram(schemaOf(value), value, {
      id: id.toWellFormed(),
      name,
      summary,
      binding: { headers: { [header]: name, plain: header }, group: summary.replaceAll(/\s/g, '') || undefined, key },
    });
  })
  .filter((program) => uncarriable(program).every(({ pointer }) => pointer === '/keyPath'))
  .map((program) => (uncarriable(program).length > 0 ? { ...program, keyPath: undefined } : program));

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

/** All of them. */
export const programs = [...shopPrograms, ...hostilePrograms];
