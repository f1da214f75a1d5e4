import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonArray, isJsonObject, ownValue, type JsonSchema, type JsonValue } from '../../model/json.ts';
import { pointerSegments } from '../../model/pointer.ts';
import { compileValidator } from '../../schema/validate.ts';
import { isSchema, walkSchema } from '../../schema/walk.ts';
import { findChanges } from './find-changes.ts';

const scalars: readonly JsonValue[] = [null, true, false, 0, 1, 2, 3.5, -4, '', 'S', 'M', 'SKU-1'];
const values: readonly JsonValue[] = [
  ...scalars,
  ...scalars.flatMap((value) => [[value], { a: value }, { b: value }, { x1: value }]),
  [],
  {},
  [1, 1],
  [1, 'S'],
  ['S', 1],
  [1, 2, 3],
  { a: 1, b: 'S' },
  { a: 'S', b: 1 },
  { a: { a: 1 } },
  { a: [1] },
  { a: 1, b: 2, c: 3 },
];

const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<JsonSchema>(true, false, {}, { type: 'string' }, { type: 'integer' }, { type: ['string', 'null'] }),
    fc
      .record<Record<string, JsonValue>>(
        {
          type: fc.constantFrom<JsonValue>(
            'object',
            'array',
            'string',
            'number',
            'integer',
            ['string', 'null'],
            'boolean',
          ),
          enum: fc.uniqueArray(fc.constantFrom(...scalars), { minLength: 1, maxLength: 3 }),
          const: fc.constantFrom(...scalars),
          minimum: fc.constantFrom(0, 1, 2),
          exclusiveMaximum: fc.constantFrom(2, 3),
          multipleOf: fc.constantFrom(1, 2, 0.5),
          minLength: fc.constantFrom(1, 2),
          maxLength: fc.constantFrom(1, 2),
          pattern: fc.constantFrom('^S', '^M', '.*'),
          required: fc.subarray(['a', 'b']),
          properties: fc.dictionary(fc.constantFrom('a', 'b'), tie('schema'), { maxKeys: 2 }),
          patternProperties: fc.dictionary(fc.constantFrom('^x', '^a'), tie('schema'), { maxKeys: 1 }),
          additionalProperties: tie('schema'),
          propertyNames: fc.constantFrom<JsonValue>(true, { pattern: '^a' }, { maxLength: 1 }),
          minProperties: fc.constantFrom(1, 2),
          maxProperties: fc.constantFrom(1, 2),
          prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
          items: tie('schema'),
          contains: tie('schema'),
          uniqueItems: fc.boolean(),
          maxItems: fc.constantFrom(0, 1, 2),
          dependentRequired: fc.constantFrom<JsonValue>({ a: ['b'] }, { b: ['a'] }),
          allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
          anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
          oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
          not: tie('schema'),
          if: tie('schema'),
          then: tie('schema'),
          else: tie('schema'),
        },
        { requiredKeys: [] },
      )
      .map(few),
  ),
}));

/** Of all keywords only a few at once, so that schemas accept something. */
function few(keywords: Record<string, JsonValue>): JsonSchema {
  const kept = Object.entries(keywords).filter(([keyword], index) => (keyword.length * 7 + index * 3) % 5 < 2);
  return Object.fromEntries(kept.slice(0, 4));
}

/** One keyword of one place is set to that of another schema, or removed: what people do between two versions. */
function edited(before: JsonSchema, other: JsonSchema, where: number, which: number): JsonSchema {
  const places = [...walkSchema(before, '2020-12')].filter((place) => isJsonObject(place.schema));
  const place = places[where % Math.max(1, places.length)];
  if (place === undefined || typeof place.schema === 'boolean') return other;
  const entries = isJsonObject(other) ? Object.entries(other) : [];
  const change = entries[which % Math.max(1, entries.length)];
  const gone = Object.keys(place.schema)[which % Math.max(1, Object.keys(place.schema).length)];
  const kept = Object.entries(place.schema).filter(([keyword]) => change !== undefined || keyword !== gone);
  const schema = Object.fromEntries(change === undefined ? kept : [...kept, change]);
  const replaced = withValueAt(before, pointerSegments(place.pointer), schema);
  return isSchema(replaced) ? replaced : other;
}

function withValueAt(value: JsonValue, [segment, ...rest]: readonly string[], placed: JsonValue): JsonValue {
  if (segment === undefined) return placed;
  if (isJsonArray(value)) {
    return value.map((item, index) => (String(index) === segment ? withValueAt(item, rest, placed) : item));
  }
  if (!isJsonObject(value)) return value;
  const below = ownValue(value, segment);
  return below === undefined ? value : { ...value, [segment]: withValueAt(below, rest, placed) };
}

const edit = fc
  .tuple(schema, schema, fc.nat(20), fc.nat(20))
  .map(([before, other, where, which]) => [before, edited(before, other, where, which)] as const);

const numRuns = Number(process.env['FINDINGS_RUNS'] ?? 1000);

test(
  'a value that is lost or gained has a change that says so',
  () => {
    fc.assert(
      fc.property(edit, fc.boolean(), ([one, two], isSwapped) => {
        const [before, after] = isSwapped ? [two, one] : [one, two];
        const changes = findChanges({ schema: before, dialect: '2020-12' }, { schema: after, dialect: '2020-12' });
        const effects = new Set(changes.map(({ effect }) => effect));
        const [left, right] = [compileValidator(before, '2020-12'), compileValidator(after, '2020-12')];
        for (const value of values) {
          const [was, is] = [left.faults(value).length === 0, right.faults(value).length === 0];
          if (was && !is) expect([...effects], JSON.stringify(value)).toSatisfy(isTold('narrows'));
          if (!was && is) expect([...effects], JSON.stringify(value)).toSatisfy(isTold('widens'));
        }
      }),
      { numRuns, seed: Number(process.env['FINDINGS_SEED'] ?? 7) },
    );
  },
  Math.max(60_000, numRuns * 20),
);

function isTold(effect: 'narrows' | 'widens'): (effects: readonly string[]) => boolean {
  return (effects) => effects.includes(effect) || effects.includes('replaces');
}
