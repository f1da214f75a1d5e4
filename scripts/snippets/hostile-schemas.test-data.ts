import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { appendPointer } from '../model/pointer.ts';
import { hostileNames, hostileText } from './hostile-texts.test-data.ts';

/** A schema and a value that it accepts. */
export interface HostilePayload {
  readonly schema: JsonObject;
  readonly example: JsonValue;
}

/** The schema is made last: it may put parts of itself into the definitions. */
interface Part {
  readonly value: JsonValue;
  readonly schema: (definitions: Map<string, JsonValue>) => JsonObject;
}

const part = (value: JsonValue, schema: JsonObject): Part => ({ value, schema: () => schema });

const integer = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 53), 2 ** 63, -(2 ** 63), 2 ** 64, 1e21, 1e300),
);
const number = fc.oneof(
  integer,
  fc.constantFrom(-0, 5e-324, 1e-7, 0.1, 1.5e300, 1.7976931348623157e308),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const leaf: fc.Arbitrary<Part> = fc.oneof(
  hostileText.map((value) => part(value, { type: 'string' })),
  fc.tuple(hostileText, hostileText).map(([value, other]) => part(value, { enum: [...new Set([other, value])] })),
  hostileText.map((value) => part(value, { const: value })),
  fc.tuple(hostileText, fc.boolean()).map(([text, isNull]) => part(isNull ? null : text, { enum: [text, null] })),
  fc.tuple(hostileText, fc.boolean()).map(([text, isNull]) => part(isNull ? null : text, { type: ['string', 'null'] })),
  integer.map((value) => part(value, { type: 'integer' })),
  fc.tuple(integer, fc.boolean()).map(([value, isNull]) => part(isNull ? null : value, { type: ['integer', 'null'] })),
  number.map((value) => part(value, { type: 'number' })),
  number.map((value) => part(value, { enum: [value, 7, 'seven'] })),
  fc.boolean().map((value) => part(value, { type: 'boolean' })),
  fc
    .constantFrom<readonly [JsonValue, JsonObject]>(
      [null, { type: 'null' }],
      ['2024-05-01T12:00:00Z', { type: 'string', format: 'date-time' }],
      [{}, { type: 'object' }],
      [{}, { type: 'object', properties: {}, additionalProperties: false }],
      [[], { type: 'array' }],
      [[[], {}, [null]], {}],
    )
    .map(([value, schema]) => part(value, schema)),
);

/** Below a definition, so that a `$ref` leads there, its name as hostile as any. */
function defined(name: string, schema: JsonObject, definitions: Map<string, JsonValue>): JsonObject {
  let free = name;
  for (let count = 2; definitions.has(free); count += 1) free = `${name}${count}`;
  definitions.set(free, schema);
  return { $ref: `#${encodeURI(appendPointer('/$defs', free))}` };
}

interface RecordChoices {
  readonly members: readonly Part[];
  readonly title: string | undefined;
  readonly isOpen: boolean;
}

/** Every second name is required; of those that are not, some are described and not there. */
function recordOf(names: readonly string[], { members, title, isOpen }: RecordChoices): Part {
  const described = names.slice(0, members.length);
  const isThere = (index: number): boolean => index % 3 !== 2;
  const entries = described.flatMap((name, index): [string, JsonValue][] => {
    const member = members[index];
    return member === undefined || !isThere(index) ? [] : [[name, member.value]];
  });
  // A name that the schema leaves open.
  const extra: [string, JsonValue][] = isOpen ? names.slice(members.length).map((name) => [name, [name]]) : [];
  return {
    value: Object.fromEntries([...entries, ...extra]),
    schema: (definitions) => ({
      ...(title === undefined ? {} : { title, description: title }),
      type: 'object',
      required: described.filter((_, index) => index % 2 === 0 && isThere(index)),
      properties: Object.fromEntries(described.map((name, index) => [name, members[index]?.schema(definitions) ?? {}])),
      ...(isOpen ? {} : { additionalProperties: false }),
    }),
  };
}

/** A record that has one of its own kind inside. */
function recursive(name: string, own: string, { value, schema }: Part): Part {
  return {
    value: { [name]: { [own]: value, [name]: { [own]: value } }, [own]: value },
    schema: (definitions) => {
      const properties: Record<string, JsonValue> = {};
      const ref = defined(name, { type: 'object', required: [own], properties }, definitions);
      const members = new Map<string, JsonValue>([
        [own, schema(definitions)],
        [name, ref],
      ]);
      for (const [key, member] of members) {
        Object.defineProperty(properties, key, { value: member, enumerable: true });
      }
      return ref;
    },
  };
}

const { branch } = fc.letrec<{ branch: Part; any: Part }>((tie) => ({
  any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('branch')),
  branch: fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .tuple(
          hostileNames,
          fc.record({
            members: fc.array(tie('any'), { maxLength: 6 }),
            title: fc.option(hostileText, { nil: undefined }),
            isOpen: fc.boolean(),
          }),
        )
        .map(([names, choices]) => recordOf(names, choices)),
    },
    fc.tuple(hostileNames, leaf).map(([names, { value, schema }]): Part => ({
      value: Object.fromEntries(names.map((name) => [name, value])),
      schema: (definitions) => ({ type: 'object', additionalProperties: schema(definitions) }),
    })),
    fc.array(tie('any'), { maxLength: 4 }).map((items): Part => ({
      value: items.map(({ value }) => value),
      schema: (definitions) => ({
        type: 'array',
        prefixItems: items.map(({ schema }) => schema(definitions)),
        items: false,
      }),
    })),
    fc.tuple(tie('any'), fc.nat(3)).map(([{ value, schema }, count]): Part => ({
      value: Array.from({ length: count }, () => value),
      schema: (definitions) => ({ type: 'array', items: schema(definitions) }),
    })),
    fc.tuple(tie('any'), tie('any'), fc.constantFrom('anyOf', 'oneOf')).map(([one, other, keyword]): Part => ({
      value: one.value,
      schema: (definitions) => ({ [keyword]: [other.schema(definitions), one.schema(definitions), { type: 'null' }] }),
    })),
    fc.tuple(tie('branch'), hostileText).map(([{ value, schema }, name]): Part => ({
      value,
      schema: (definitions) => defined(name, schema(definitions), definitions),
    })),
    fc
      .tuple(hostileText, hostileText, tie('any'))
      .filter(([name, own]) => name !== own)
      .map(([name, own, inner]) => recursive(name, own, inner)),
    fc.tuple(leaf, fc.integer({ min: 20, max: 140 }), hostileText).map(([bottom, depth, name]) =>
      Array.from({ length: depth }).reduce<Part>(
        ({ value, schema }, _, level): Part =>
          level % 3 === 0
            ? { value: [value], schema: (definitions) => ({ type: 'array', items: schema(definitions) }) }
            : {
                value: { [name]: value },
                schema: (definitions) => ({ type: 'object', properties: { [name]: schema(definitions) } }),
              },
        bottom,
      ),
    ),
  ),
}));

/** Schemas with all that a language may stumble over, each with an example. */
export const hostilePayload: fc.Arbitrary<HostilePayload> = fc
  .oneof({ weight: 9, arbitrary: branch }, { weight: 1, arbitrary: leaf })
  .map(({ value, schema }) => {
    const definitions = new Map<string, JsonValue>();
    const root = schema(definitions);
    return {
      schema: definitions.size === 0 ? root : { ...root, $defs: Object.fromEntries(definitions) },
      example: value,
    };
  });
