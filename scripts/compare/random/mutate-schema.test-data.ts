import { isJsonArray, isJsonObject, type JsonObject, type JsonSchema, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { pointerSegments } from '../../model/pointer.ts';
import { walkSchema } from '../../schema/walk.ts';
import { happens, pick, type Choices } from './choices.test-data.ts';
import type { Making } from './making.test-data.ts';
import { keywordMakers, makeKeyword, randomSchema } from './random-schema.test-data.ts';
import { randomValue, smallNames } from './random-values.test-data.ts';

type Edit = (schema: JsonObject, making: Making) => JsonSchema;

/** Some schema of a document, changed a little; now and then two of them. */
export function mutateSchema(schema: JsonSchema, choices: Choices, dialect: Dialect): JsonSchema {
  const once = mutateOnce(schema, choices, dialect);
  return happens(choices, 25) ? mutateOnce(once, choices, dialect) : once;
}

function mutateOnce(schema: JsonSchema, choices: Choices, dialect: Dialect): JsonSchema {
  const places = [...walkSchema(schema, dialect)];
  const place = places[choices.below(places.length)];
  if (place === undefined) return schema;
  const definitions = typeof schema === 'boolean' ? [] : Object.keys(objectAt(schema, 'definitions'));
  const making: Making = { choices, dialect, definitions, depth: 1 };
  const changed = typeof place.schema === 'boolean' ? randomSchema(making) : pick(choices, edits)(place.schema, making);
  const mutated = replaceAt(schema, pointerSegments(place.pointer), changed);
  // What references lead to stays, whatever becomes of the root.
  return isJsonObject(mutated) && definitions.length > 0 && mutated['definitions'] === undefined
    ? { ...mutated, definitions: objectAt(isJsonObject(schema) ? schema : {}, 'definitions') }
    : asSchema(mutated);
}

const edits: readonly [Edit, ...Edit[]] = [
  withOneTurned,
  withOneTurned,
  withOneTurned,
  withoutOne,
  withoutOne,
  withAnother,
  withAnother,
  withOneMadeAnew,
  reordered,
  wrapped,
  (_schema, making) => randomSchema(making),
];

/** A number one more or less, a flag the other way, a list with one more or one less. */
function withOneTurned(schema: JsonObject, making: Making): JsonSchema {
  const keywords = Object.keys(schema).filter((keyword) => canTurn(schema[keyword]));
  const [first, ...others] = keywords;
  if (first === undefined) return withAnother(schema, making);
  const keyword = pick(making.choices, [first, ...others]);
  return { ...schema, [keyword]: turned(keyword, schema[keyword] ?? null, making.choices) };
}

function canTurn(value: JsonValue | undefined): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || isJsonArray(value);
}

function turned(keyword: string, value: JsonValue, choices: Choices): JsonValue {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return turnedNumber(keyword, value, choices);
  if (!isJsonArray(value)) return value;
  if (happens(choices, 50) && value.length > 1) return value.toSpliced(choices.below(value.length), 1);
  const added =
    keyword === 'enum' ? randomValue(choices) : keyword === 'required' ? pick(choices, smallNames) : undefined;
  return added === undefined || value.some((item) => JSON.stringify(item) === JSON.stringify(added))
    ? value.toReversed()
    : [...value, added];
}

function turnedNumber(keyword: string, value: number, choices: Choices): number {
  if (keyword === 'multipleOf') return value * pick(choices, [2, 3]);
  const next = value + pick(choices, [1, -1]);
  return /^(min|max)(Length|Items|Properties|Contains)$/.test(keyword) ? Math.max(0, next) : next;
}

function withoutOne(schema: JsonObject, { choices }: Making): JsonSchema {
  const keywords = Object.keys(schema);
  const dropped = keywords[choices.below(Math.max(1, keywords.length))];
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== dropped || isHome(keyword)));
}

/** What references lead to stays. */
function isHome(keyword: string): boolean {
  return keyword === 'definitions' || keyword === '$defs' || keyword === '$schema';
}

function withAnother(schema: JsonObject, making: Making): JsonSchema {
  const keywords = Object.keys(keywordMakers);
  const keyword = keywords[making.choices.below(keywords.length)] ?? 'type';
  return { ...schema, ...makeKeyword(keyword, making) };
}

function withOneMadeAnew(schema: JsonObject, making: Making): JsonSchema {
  const known = Object.keys(schema).filter((keyword) => Object.hasOwn(keywordMakers, keyword));
  const keyword = known[making.choices.below(Math.max(1, known.length))];
  return keyword === undefined ? withAnother(schema, making) : { ...schema, ...makeKeyword(keyword, making) };
}

function reordered(schema: JsonObject): JsonSchema {
  return Object.fromEntries(Object.entries(schema).toReversed());
}

function wrapped(schema: JsonObject, making: Making): JsonSchema {
  const { definitions, ...own } = schema;
  const around = pick<(of: JsonObject) => JsonObject>(making.choices, [
    (of) => ({ allOf: [of] }),
    (of) => ({ anyOf: [of, randomSchema(making)] }),
    (of) => ({ oneOf: [of, randomSchema(making)] }),
    (of) => ({ allOf: [of, randomSchema(making)] }),
    (of) => ({ not: { not: of } }),
    (of) => ({ not: of }),
  ])(own);
  return definitions === undefined ? around : { ...around, definitions };
}

/** The document with something else at one place. */
export function replaceAt(document: JsonValue, segments: readonly string[], value: JsonValue): JsonValue {
  const [first, ...others] = segments;
  if (first === undefined) return value;
  if (isJsonArray(document))
    return document.with(Number(first), replaceAt(document[Number(first)] ?? null, others, value));
  if (!isJsonObject(document)) return document;
  return Object.fromEntries(
    Object.entries(document).map(([key, item]) => [key, key === first ? replaceAt(item, others, value) : item]),
  );
}

function objectAt(schema: JsonObject, keyword: string): JsonObject {
  const found = schema[keyword];
  return isJsonObject(found) ? found : {};
}

function asSchema(value: JsonValue): JsonSchema {
  return typeof value === 'boolean' || isJsonObject(value) ? value : true;
}
