import fc from 'fast-check';
import type { JsonSchema, JsonValue } from '../model/json.ts';

const HOSTILE = [
  '*/',
  "'",
  '"',
  '`',
  '${x}',
  '\n',
  '\r',
  '\u2028',
  '\u202E',
  '\u2066',
  '\u0000',
  '\\',
  '@ts-ignore',
  '//',
  '/*',
  '<!--',
  'a',
  ' ',
  'é',
  '👩‍🚀',
  '\uFDD0',
  '\uFDD1',
  '\uFDD2',
  '0',
  '__proto__',
  'constructor',
  '{',
  '}',
  'string',
];
/** Text that has broken generators before. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const json = fc.oneof(
  hostileText,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(null, true, false),
  fc.array(hostileText, { maxLength: 2 }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 2 }),
);
const keys = fc.constantFrom('sku', 'price', 'lines', 'a', '__proto__', 'constructor', 'tsType', '$ref', '*/', '');

/** Small schemas of every keyword, most of them nonsense. */
export const { schema: hostileSchema } = fc.letrec<{ schema: JsonSchema; leaf: JsonSchema; node: JsonSchema }>(
  (tie) => {
    const notes = {
      description: hostileText,
      title: hostileText,
      $id: hostileText,
      tsType: hostileText,
      format: hostileText,
      pattern: hostileText,
      default: json,
      examples: fc.array(json, { maxLength: 2 }),
      deprecated: fc.boolean(),
      'x-deprecated': fc.record({ since: hostileText, replacedBy: hostileText }),
    };
    const some = <T>(values: Record<string, fc.Arbitrary<T>>): fc.Arbitrary<Partial<Record<string, T>>> =>
      fc.record(values, { requiredKeys: [] });
    const few = (values: Record<string, fc.Arbitrary<JsonValue>>): fc.Arbitrary<Partial<Record<string, JsonValue>>> =>
      fc
        .subarray(Object.keys(values), { minLength: 1, maxLength: 6 })
        .chain((names) =>
          fc.record(Object.fromEntries(names.map((name) => [name, values[name] ?? fc.constant(null)]))),
        );
    const list = fc.array(tie('schema'), { minLength: 1, maxLength: 3 });
    const map = fc.oneof(
      fc.dictionary(hostileText, tie('schema'), { maxKeys: 3 }),
      fc.dictionary(keys, tie('schema'), { maxKeys: 3 }),
    );
    const types = fc.constantFrom('string', 'integer', 'number', 'boolean', 'null', 'object', 'array');
    return {
      schema: fc.oneof({ maxDepth: 3, depthSize: 'small' }, tie('leaf'), tie('node')),
      leaf: fc.oneof(
        fc.boolean(),
        fc.constantFrom('#/$defs/a', '#/$defs/*~1', '#/$defs/a').map(($ref) => ({ $ref, minLength: 1 })),
        some<JsonValue>({ ...notes, type: types, const: json, enum: fc.array(json, { maxLength: 3 }) }).map(toSchema),
      ),
      node: few({
        ...notes,
        type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
        properties: map,
        required: fc.uniqueArray(keys, { maxLength: 2 }),
        additionalProperties: tie('schema'),
        patternProperties: map,
        unevaluatedProperties: tie('schema'),
        items: tie('schema'),
        prefixItems: list,
        minItems: fc.nat(4),
        maxItems: fc.nat(4),
        allOf: list,
        anyOf: list,
        oneOf: list,
        if: tie('schema'),
        then: tie('schema'),
        else: tie('schema'),
        not: tie('schema'),
        dependentSchemas: map,
      }).map(toSchema),
    };
  },
);

/** Through text and back, so that a key like `__proto__` is a key as any other. */
function toSchema(value: object): JsonSchema {
  return JSON.parse(JSON.stringify(value));
}
