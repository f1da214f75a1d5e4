import type { JsonObject, JsonSchema } from '../../model/json.ts';
import { happens, pick, pickSome, type Choices } from './choices.test-data.ts';
import { randomReference, type Making } from './making.test-data.ts';
import { smallNames } from './random-values.test-data.ts';

type Recipe = (making: Making, below: () => JsonSchema) => JsonObject;

/** Schemas whose keywords must meet for anything to happen, which chance alone hardly makes. */
const recipes: readonly [Recipe, ...Recipe[]] = [discriminatedUnion, fewDifferentItems, recursive, fewNames];

export function randomRecipe(making: Making, below: () => JsonSchema): JsonObject {
  return pick(making.choices, recipes)(making, below);
}

/** Members that a property tells apart, more or less. */
function discriminatedUnion({ choices }: Making, below: () => JsonSchema): JsonObject {
  const members = Array.from({ length: 2 + choices.below(2) }, (): JsonObject => ({
    ...(happens(choices, 80) ? { type: 'object' } : {}),
    properties: { a: smallEnum(choices), b: below() },
    ...(happens(choices, 60) ? { required: pickSome(choices, ['a', 'b']) } : {}),
    ...(happens(choices, 30) ? { additionalProperties: false } : {}),
  }));
  return { [happens(choices, 70) ? 'oneOf' : 'anyOf']: members };
}

/** Items that must differ, or be there, of few values. */
function fewDifferentItems({ choices, dialect }: Making): JsonObject {
  const tuple = Array.from({ length: 1 + choices.below(3) }, () => smallEnum(choices));
  const isTuple = happens(choices, 60);
  const isLatest = dialect === '2020-12';
  return {
    type: 'array',
    ...(isTuple ? { [isLatest ? 'prefixItems' : 'items']: tuple } : {}),
    ...(isTuple && happens(choices, 50) ? { [isLatest ? 'items' : 'additionalItems']: smallEnum(choices) } : {}),
    ...(isTuple ? {} : { items: smallEnum(choices) }),
    ...(happens(choices, 60) ? { uniqueItems: true } : {}),
    ...(happens(choices, 60) ? { minItems: 1 + choices.below(4) } : {}),
    ...(happens(choices, 30) ? { maxItems: 1 + choices.below(4) } : {}),
    ...(happens(choices, 30) ? { not: { uniqueItems: true } } : {}),
    ...(dialect !== 'draft-04' && happens(choices, 30) ? { contains: smallEnum(choices) } : {}),
  };
}

/** Holds more of its kind, or of the document's. */
function recursive(making: Making, below: () => JsonSchema): JsonObject {
  const { choices } = making;
  const more: JsonSchema = { $ref: randomReference(making) };
  const list = {
    type: 'array',
    items: more,
    ...(happens(choices, 50) ? { minItems: 1 + choices.below(2) } : {}),
    ...(happens(choices, 40) ? { uniqueItems: true } : {}),
  };
  const node = {
    type: 'object',
    properties: { a: more, b: below() },
    ...(happens(choices, 60) ? { required: pickSome(choices, ['a', 'b']) } : {}),
  };
  const members = pickSome<JsonObject>(choices, [list, node, smallEnum(choices)]);
  return { [happens(choices, 80) ? 'anyOf' : 'oneOf']: members };
}

/** Names of which there are not many, and properties that take up some of them. */
function fewNames({ choices, dialect }: Making, below: () => JsonSchema): JsonObject {
  const map = (): JsonObject => ({ additionalProperties: below() });
  return {
    type: 'object',
    ...(dialect === 'draft-04' ? {} : { propertyNames: { enum: pickSome(choices, smallNames) } }),
    ...(happens(choices, 60) ? { allOf: [{ not: map() }, ...(happens(choices, 50) ? [{ not: map() }] : [])] } : {}),
    ...(dialect !== 'draft-04' && happens(choices, 30)
      ? { not: { propertyNames: { enum: pickSome(choices, smallNames) } } }
      : {}),
    ...(happens(choices, 40) ? { minProperties: 1 + choices.below(3) } : {}),
  };
}

function smallEnum(choices: Choices): JsonObject {
  return { enum: pickSome(choices, [1, 2, 3, 'a']) };
}
