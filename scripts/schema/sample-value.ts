import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../model/json.ts';
import { canonicalText } from './canonical-text.ts';
import { isForeign } from './keywords.ts';
import { hintForName } from './name-hints.ts';
import { listsFor } from './sample-array.ts';
import { numbersFor } from './sample-number.ts';
import { objectsFor } from './sample-object.ts';
import { textsFor } from './sample-text.ts';
import { variantsOf } from './sample-variants.ts';
import type { Position, Sampling, Variant } from './sampling.ts';
import { fixedValues, listOf, typesOf, type JsonType } from './schema-facts.ts';
import type { SchemaPlace } from './walk.ts';

/** Scalars of one type at one place; more are never looked at. */
const mostScalars = 60;

/** Values for schemas that hold together, the best first: const, examples, default, enum, and then by type. */
export function* valuesFor(
  sampling: Sampling,
  places: readonly SchemaPlace[],
  position: Position,
): Generator<JsonValue> {
  for (const variant of variantsOf(sampling, places, position)) {
    yield* fixedAndAnnotated(sampling, variant);
    const schemas = variant.places.map(({ schema }) => schema);
    if (fixedValues(schemas, !isForeign('const', sampling.dialect)) !== undefined) continue;
    yield* eachFirst(typesOf(schemas).map((type) => valuesOfType(type, sampling, variant, position)));
    yield* defaultsOf(schemas).filter(isBlank);
  }
}

/** A few values of each, then the rest: another type is worth more than many more values of the same. */
function* eachFirst<Value>(sources: readonly Generator<Value>[]): Generator<Value> {
  for (const source of sources) {
    for (let count = 0; count < 4; count++) {
      const next = source.next();
      if (next.done !== true) yield next.value;
    }
  }
  for (const source of sources) yield* source;
}

/** What the schemas themselves offer. A blank default (`""`, `[]`, `{}`, null) shows readers nothing: it comes last. */
export function* fixedAndAnnotated(sampling: Sampling, { places }: Variant): Generator<JsonValue> {
  const schemas = places.map(({ schema }) => schema);
  const fixed = fixedValues(schemas, !isForeign('const', sampling.dialect));
  const offered = [...examplesOf(schemas), ...defaultsOf(schemas).filter((value) => !isBlank(value))];
  if (fixed === undefined) {
    yield* offered;
    return;
  }
  const allowed = new Set(fixed.map(canonicalText));
  yield* offered.filter((value) => allowed.has(canonicalText(value)));
  yield* fixed;
}

function* valuesOfType(type: JsonType, sampling: Sampling, variant: Variant, position: Position): Generator<JsonValue> {
  const schemas = variant.places.map(({ schema }) => schema);
  const hint = hintForName(position.name, position.parent);
  switch (type) {
    case 'object':
      return yield* objectsFor(sampling, variant, position);
    case 'array':
      return yield* listsFor(sampling, variant, position);
    case 'string':
      return yield* textsFor(schemas, hint).take(mostScalars);
    case 'integer':
    case 'number':
      return yield* numbersFor(schemas, type === 'integer', numberHint(hint.number, type)).take(mostScalars);
    case 'boolean':
      return yield* [true, false];
    case 'null':
      return yield null;
  }
}

/** An amount of money that has to be whole is one of cents. */
function numberHint(hint: number, type: JsonType): number {
  return type === 'integer' && !Number.isInteger(hint) ? Math.round(hint * 100) : hint;
}

/** `examples`, and OpenAPI's `example`; some write an object of named examples, which is not one. */
function examplesOf(schemas: readonly JsonObject[]): readonly JsonValue[] {
  return schemas.flatMap((schema) => {
    const single = ownValue(schema, 'example');
    return [...listOf(schema, 'examples'), ...(single === undefined ? [] : [single])];
  });
}

function defaultsOf(schemas: readonly JsonObject[]): readonly JsonValue[] {
  return schemas.map((schema) => ownValue(schema, 'default')).filter((value) => value !== undefined);
}

function isBlank(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.length === 0;
  return value === null || value === '' || (isJsonObject(value) && Object.keys(value).length === 0);
}
