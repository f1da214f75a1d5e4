import type { JsonSchema, JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { UnusableSchemaError } from './prepare-for-ajv.ts';
import { fixedAndAnnotated, valuesFor } from './sample-value.ts';
import { variantsOf } from './sample-variants.ts';
import type { Position, Sampling } from './sampling.ts';
import { compileValidator, compileValidatorAt, type ValidationFault, type Validator } from './validate.ts';
import type { SchemaPlace } from './walk.ts';

/** A value that the schema accepts, or a sentence on why none was found. */
export type Sample = { readonly value: JsonValue } | { readonly reason: string };

const start: Position = { name: '', parent: '', entered: [''], recursion: 0, depth: 0 };

/** Steps of one search: a step is a branch looked at or a value tried. */
const stepsOfSearch = 50_000;
/** Values of the whole that are tried in one search, and values of one place. */
const mostWholes = 150;
const mostOfPlace = 60;
/** Ways to read the root that are looked at for whole examples. */
const mostVariants = 20;

/**
 * An example payload for readers: whole examples of the schema first, else one put together from its parts. It is the
 * same each time, and always valid, formats included. Never throws.
 */
export function sampleValue(schema: JsonSchema, dialect: Dialect): Sample {
  try {
    return search(schema, dialect);
  } catch (error) {
    if (error instanceof UnusableSchemaError) return { reason: error.message };
    if (error instanceof RangeError) return { reason: 'the schema is nested too deeply to sample' };
    throw error;
  }
}

/**
 * The first search trusts each part to fit where it is put, which it nearly always does. The second one tries each
 * part against its own schema, which costs a compilation for each place.
 */
function search(schema: JsonSchema, dialect: Dialect): Sample {
  const validator = compileValidator(schema, dialect);
  const [unusable] = validator.faults(null);
  if (unusable?.keyword === 'schema') return { reason: unusable.reason };
  const root: SchemaPlace = { pointer: '', schema };
  let nearest: readonly ValidationFault[] | undefined;
  let isGivenUp = false;
  for (const isCareful of [false, true]) {
    const sampling = createSampling(schema, dialect, isCareful);
    let left = mostWholes;
    for (const value of wholes(sampling, root)) {
      const faults = validator.faults(value);
      if (faults.length === 0) return { value };
      if (nearest === undefined || faults.length < nearest.length) nearest = faults;
      if (--left === 0) break;
    }
    isGivenUp = !sampling.spend();
  }
  return { reason: reasonFor(nearest?.[0], isGivenUp) };
}

function reasonFor(fault: ValidationFault | undefined, isGivenUp: boolean): string {
  const given = isGivenUp ? ` (the search was given up after ${stepsOfSearch} steps)` : '';
  if (fault !== undefined) return `the nearest try was refused, since ${fault.reason}${given}`;
  return isGivenUp
    ? `the search was given up after ${stepsOfSearch} steps`
    : 'its demands contradict each other, ask for something too large, or lead back to themselves without end';
}

function* wholes(sampling: Sampling, root: SchemaPlace): Generator<JsonValue> {
  for (const variant of variantsOf(sampling, [root], start).take(mostVariants))
    yield* fixedAndAnnotated(sampling, variant);
  yield* sampling.candidates([root], start);
  yield* sampling.candidates([root], { ...start, recursion: 2 });
}

function createSampling(root: JsonSchema, dialect: Dialect, isCareful: boolean): Sampling {
  let left = stepsOfSearch;
  const fits = isCareful ? createJudge(root, dialect) : () => true;
  const sampling: Sampling = {
    root,
    dialect,
    spend: () => left-- > 0,
    candidates: (places, position) => valuesFor(sampling, places, position),
    pick: (places, position) => {
      let tries = mostOfPlace;
      for (const value of sampling.candidates(places, position)) {
        if (places.every((place) => fits(place, value))) return value;
        if (--tries === 0 || !sampling.spend()) return undefined;
      }
      return undefined;
    },
  };
  return sampling;
}

/** Whether a part fits its schema; a schema is compiled once for each place. */
function createJudge(root: JsonSchema, dialect: Dialect): (place: SchemaPlace, value: JsonValue) => boolean {
  const validators = new Map<JsonSchema, Validator>();
  return (place, value) => {
    if (typeof place.schema === 'boolean') return place.schema;
    const validator = validators.get(place.schema) ?? compileValidatorAt(root, place, dialect);
    validators.set(place.schema, validator);
    const faults = validator.faults(value);
    // A part that cannot be judged (a reference that leads back to itself, say) will not be judged later either.
    if (faults[0]?.keyword === 'schema') throw new UnusableSchemaError(faults[0].reason);
    return faults.length === 0;
  };
}
