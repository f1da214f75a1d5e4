import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../model/json.ts';
import { detectDialect } from './dialect.ts';
import { sampleValue } from './sample.ts';
import { checkSchema, compileValidator } from './validate.ts';
import { walkSchema } from './walk.ts';

const seed = 20_250_115;

/** Schemas that some value fits by the way they are made. */
const satisfiable: fc.Arbitrary<JsonObject> = fc.letrec<{ schema: JsonObject; text: JsonObject; number: JsonObject }>(
  (tie) => ({
    text: fc.oneof(
      fc.record({ type: fc.constant('string'), minLength: fc.nat(20) }),
      fc.record({ type: fc.constant('string'), minLength: fc.nat(4), maxLength: fc.integer({ min: 4, max: 9 }) }),
      fc.record({
        type: fc.constant('string'),
        format: fc.constantFrom('date-time', 'date', 'uuid', 'uri', 'email', 'ipv6', 'sku'),
      }),
      fc.record({
        type: fc.constant('string'),
        pattern: fc.constantFrom(
          '^[A-Z]{3}$',
          '^\\d+(\\.\\d{2})?$',
          '^(S|M|L)$',
          '-',
          '^ord_[0-9a-f]{8}$',
          '^(?!x)\\w+$',
        ),
      }),
      fc.record({ enum: fc.uniqueArray(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 4 }) }),
    ),
    number: fc.oneof(
      fc
        .tuple(fc.constantFrom('integer', 'number'), fc.integer({ min: -1000, max: 1000 }), fc.nat(50))
        .map(([type, minimum, room]) => ({ type, minimum, maximum: minimum + room })),
      fc
        .tuple(fc.constantFrom(0.01, 0.1, 0.25, 3, 7), fc.integer({ min: -100, max: 100 }))
        .map(([multipleOf, minimum]) => ({ type: 'number', multipleOf, minimum, maximum: minimum + 7 })),
      fc
        .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }))
        .map(([bound]) => ({ type: 'number', exclusiveMinimum: bound })),
    ),
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('text'),
      tie('number'),
      fc.constantFrom<JsonObject>({}, { type: 'boolean' }, { type: ['null', 'string'] }, { const: { sku: 'A' } }),
      fc
        .tuple(
          fc.dictionary(fc.constantFrom('sku', 'order_id', 'items', 'price', '__proto__', 'toString'), tie('schema')),
          fc.boolean(),
          fc.boolean(),
        )
        .map(([properties, isRequired, isClosed]) => ({
          type: 'object',
          properties,
          required: isRequired ? Object.keys(properties) : [],
          additionalProperties: !isClosed,
        })),
      fc.tuple(tie('schema'), fc.nat(3)).map(([items, minItems]) => ({ type: 'array', items, minItems })),
      fc
        .tuple(tie('text'))
        .map(([additionalProperties]) => ({ type: 'object', additionalProperties, minProperties: 1 })),
      fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
      fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((parts) => ({
        oneOf: parts.map((part, index) => ({
          type: 'object',
          properties: { kind: { const: `kind-${index}` }, value: part },
          required: ['kind', 'value'],
        })),
      })),
      fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((parts) => ({
        type: 'object',
        allOf: parts.map((part, index) => ({ properties: { [`part${index}`]: part }, required: [`part${index}`] })),
        unevaluatedProperties: false,
      })),
      fc.tuple(tie('schema')).map(([then]) => ({
        type: 'object',
        properties: { kind: { enum: ['gift', 'sale'] } },
        if: { properties: { kind: { const: 'gift' } } },
        then: { properties: { gift: then }, required: ['gift'] },
        else: { required: ['kind'] },
      })),
    ),
  }),
).schema;

const keywords = fc.constantFrom(
  'type',
  'properties',
  'items',
  'prefixItems',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  '$ref',
  '$id',
  'id',
  '$anchor',
  'enum',
  'const',
  'required',
  'pattern',
  'patternProperties',
  'minimum',
  'exclusiveMinimum',
  'multipleOf',
  'minLength',
  'minItems',
  'format',
  'if',
  'then',
  'dependencies',
  'dependentSchemas',
  '$defs',
  'definitions',
  'additionalProperties',
  'examples',
  'default',
  'contains',
  'uniqueItems',
  'propertyNames',
  '__proto__',
  'nullable',
  '$async',
  'discriminator',
  '$dynamicRef',
);

const junk: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue>(
      'object',
      'string',
      '#',
      '#/$defs/a',
      '(',
      '^a',
      'integer',
      true,
      false,
      null,
      0,
      -1,
      1.5,
      1e308,
    ),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keywords, tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('sampleValue', () => {
  it('finds a valid sample, the same twice, for every schema that is satisfiable by construction', () => {
    fc.assert(
      fc.property(satisfiable, (schema) => {
        const first = sampleValue(schema, '2020-12');
        expect(first).not.toHaveProperty('reason');
        expect(JSON.stringify(sampleValue(structuredClone(schema), '2020-12'))).toBe(JSON.stringify(first));
        if ('value' in first) expect(compileValidator(schema, '2020-12').faults(first.value)).toEqual([]);
      }),
      { seed, numRuns: 600 },
    );
  });
});

describe('junk', () => {
  it('makes nothing throw, and a sample of it is valid all the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.dictionary(keywords, junk, { maxKeys: 5 }), fc.boolean()),
        junk,
        (schema: JsonSchema, value) => {
          const { dialect } = detectDialect(schema);
          for (const read of [dialect, 'draft-04', '2019-09', '2020-12'] as const) {
            expect([...walkSchema(schema, read)].length).toBeGreaterThan(0);
            checkSchema(schema, read);
            const validator = compileValidator(schema, read);
            validator.faults(value);
            const result = sampleValue(schema, read);
            if ('value' in result) expect(validator.faults(result.value)).toEqual([]);
          }
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
