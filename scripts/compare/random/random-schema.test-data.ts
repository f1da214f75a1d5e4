import type { JsonObject, JsonSchema, JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { isForeign } from '../../schema/keywords.ts';
import { happens, pick, pickSome, type Choices } from './choices.test-data.ts';
import { randomReference, type Making } from './making.test-data.ts';
import { randomRecipe } from './recipes.test-data.ts';
import { smallNames } from './random-values.test-data.ts';
import { patterns, scalarMakers } from './scalar-keywords.test-data.ts';

type MakeKeywords = (making: Making) => JsonObject;

export const keywordMakers: Readonly<Record<string, MakeKeywords>> = {
  ...scalarMakers,
  minItems: ({ choices }) => ({ minItems: choices.below(3) }),
  maxItems: ({ choices }) => ({ maxItems: choices.below(4) + (happens(choices, 20) ? 0 : 1) }),
  uniqueItems: ({ choices }) => ({ uniqueItems: !happens(choices, 10) }),
  items: (making) => ({ items: below(making) }),
  prefixItems: (making) => {
    const tuple = schemas(making, 3);
    if (making.dialect === '2020-12') return { prefixItems: tuple };
    return { items: tuple, ...(happens(making.choices, 50) ? { additionalItems: below(making, true) } : {}) };
  },
  contains: (making) => ({
    contains: below(making),
    ...(happens(making.choices, 30) ? { minContains: making.choices.below(4) } : {}),
    ...(happens(making.choices, 30) ? { maxContains: making.choices.below(3) } : {}),
  }),
  required: ({ choices }) => ({ required: pickSome(choices, smallNames) }),
  properties: (making) => ({ properties: named(making, smallNames) }),
  patternProperties: (making) => ({ patternProperties: named(making, patterns) }),
  additionalProperties: (making) => ({
    additionalProperties: happens(making.choices, 50) ? false : below(making, true),
  }),
  propertyNames: (making) => ({ propertyNames: randomName(making) }),
  minProperties: ({ choices }) => ({ minProperties: choices.below(3) }),
  maxProperties: ({ choices }) => ({ maxProperties: choices.below(4) + (happens(choices, 20) ? 0 : 1) }),
  dependencies: (making) => {
    const [name] = pickSome(making.choices, smallNames);
    return {
      dependencies: {
        [name]: happens(making.choices, 50) ? beside(making) : pickSome(making.choices, smallNames),
      },
    };
  },
  dependentRequired: ({ choices }) => ({
    dependentRequired: { [pick(choices, smallNames)]: pickSome(choices, smallNames) },
  }),
  dependentSchemas: (making) => ({ dependentSchemas: named(making, smallNames, beside) }),
  allOf: (making) => ({ allOf: schemasBeside(making, 3) }),
  anyOf: (making) => ({ anyOf: schemasBeside(making, 3) }),
  oneOf: (making) => ({ oneOf: schemasBeside(making, 3) }),
  not: (making) => ({ not: beside(making) }),
  if: (making) => ({
    if: beside(making),
    ...(happens(making.choices, 70) ? { then: beside(making) } : {}),
    ...(happens(making.choices, 60) ? { else: beside(making) } : {}),
  }),
  unevaluatedProperties: (making) => ({
    unevaluatedProperties: happens(making.choices, 60) ? false : below(making),
  }),
  unevaluatedItems: (making) => ({ unevaluatedItems: happens(making.choices, 60) ? false : below(making) }),
  $ref: (making) => ({ $ref: randomReference(making) }),
};

const logic: readonly [string, ...string[]] = ['allOf', 'anyOf', 'oneOf', 'not', 'if', '$ref'];

/** What goes together: of such a group one schema takes most of its keywords. */
const groups: readonly [readonly [string, ...string[]], ...(readonly [string, ...string[]])[]] = [
  ['type', 'enum', 'const'],
  ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ['minLength', 'maxLength', 'pattern', 'format'],
  ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems', 'unevaluatedItems'],
  [
    'properties',
    'required',
    'additionalProperties',
    'patternProperties',
    'propertyNames',
    'minProperties',
    'maxProperties',
    'dependencies',
    'dependentRequired',
    'dependentSchemas',
    'unevaluatedProperties',
  ],
  logic,
];

const LOGIC = groups.length - 1;

const typesOfGroup: readonly (string | undefined)[] = [undefined, 'integer', 'string', 'array', 'object', undefined];

/** A schema of a few keywords that speak of the same values. */
export function randomSchema(making: Making): JsonObject {
  const { choices, depth } = making;
  if (depth > 0 && happens(choices, 12)) return randomRecipe(making, () => below(making));
  const which = chooseGroup(making);
  const group = groups[which] ?? groups[0];
  const type = typesOfGroup[which];
  // Two demands of the first group mostly exclude each other.
  const count = 1 + choices.below(which === 0 ? 1 : depth === 0 ? 2 : 4);
  const inner: Making = which === LOGIC ? making : { ...making, focus: which };
  const parts = Array.from({ length: count }, () => makeKeyword(pick(choices, group), inner));
  if (depth > 0 && which !== LOGIC && happens(choices, 30)) parts.push(makeKeyword(pick(choices, logic), inner));
  if (happens(choices, 8)) parts.push(makeKeyword(pick(choices, pick(choices, groups)), inner));
  return Object.assign({}, ...(type !== undefined && happens(choices, 60) ? [{ type }] : []), ...parts);
}

/** What is said of one place is mostly said of values of one type. */
function chooseGroup({ choices, depth, focus }: Making): number {
  if (focus !== undefined && happens(choices, 88)) return depth > 0 && happens(choices, 15) ? LOGIC : focus;
  return choices.below(depth === 0 ? LOGIC : groups.length);
}

/** One keyword, with what belongs to it; nothing where the draft does not have it. */
export function makeKeyword(keyword: string, making: Making): JsonObject {
  const { dialect } = making;
  if (keyword === 'prefixItems' || !isForeign(keyword, dialect)) {
    const made = keywordMakers[keyword]?.(making) ?? {};
    return Object.fromEntries(Object.entries(made).filter(([name]) => !isForeign(name, dialect)));
  }
  return {};
}

/** A whole document, with definitions now and then. */
export function randomDocument(choices: Choices, dialect: Dialect): JsonObject {
  const definitions = happens(choices, 25) ? ['a', 'b'] : [];
  const making: Making = { choices, dialect, definitions, depth: 1 + choices.below(3) };
  const root = randomSchema(making);
  if (definitions.length === 0) return root;
  return { ...root, definitions: Object.fromEntries(definitions.map((name) => [name, below(making)])) };
}

/** A schema for something inside of the value. */
function below(making: Making, mayBeBoolean = making.dialect !== 'draft-04'): JsonSchema {
  const { choices, dialect, definitions, depth } = making;
  return beside({ choices, dialect, definitions, depth }, mayBeBoolean);
}

/** A schema for the same value. */
function beside(making: Making, mayBeBoolean = making.dialect !== 'draft-04'): JsonSchema {
  const { choices, depth } = making;
  if (mayBeBoolean && happens(choices, 12)) return !happens(choices, 30);
  if (making.definitions.length > 0 && happens(choices, 15)) return { $ref: randomReference(making) };
  return randomSchema({ ...making, depth: Math.max(0, depth - 1) });
}

function schemas(making: Making, most: number): readonly JsonSchema[] {
  return Array.from({ length: 1 + making.choices.below(most) }, () => below(making));
}

function schemasBeside(making: Making, most: number): readonly JsonSchema[] {
  return Array.from({ length: 1 + making.choices.below(most) }, () => beside(making));
}

function named(making: Making, names: readonly [string, ...string[]], make = below): JsonObject {
  return Object.fromEntries(pickSome(making.choices, names).map((name): [string, JsonValue] => [name, make(making)]));
}

/** A schema for names of properties: few names, or all of some shape. */
function randomName(making: Making): JsonSchema {
  const { choices } = making;
  if (happens(choices, 40)) return { enum: pickSome(choices, [...smallNames, 'd', 'bb']) };
  return happens(choices, 60)
    ? { ...makeKeyword(pick(choices, ['pattern', 'maxLength', 'minLength']), making) }
    : below(making);
}
