import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../model/json.ts';
import { propertyPlaces } from './child-places.ts';
import { placeAt } from './places-below.ts';
import { resolveLocalRef } from './resolve-local-ref.ts';
import { textsForPattern } from './sample-pattern.ts';
import { below, type Position, type Sampling, type Variant } from './sampling.ts';
import { listOf, numbersOf, objectOf } from './schema-facts.ts';
import type { SchemaPlace } from './walk.ts';

/** How deep optional properties are shown; below, only what is required. */
const deepestOptional = 7;
const mostAdded = 200;

interface ObjectPlan {
  readonly variant: Variant;
  readonly position: Position;
  readonly required: ReadonlySet<string>;
  /** Declared and required names, in the order of the schema. */
  readonly names: readonly string[];
  readonly least: number;
  readonly most: number;
  /** How many entries are added over and above minProperties; undefined: one, where only that shows the shape. */
  readonly added: number | undefined;
  /** Values already picked, so that dropping one property does not sample all others anew. */
  readonly picked: Map<string, JsonValue | undefined>;
}

/** Objects for one variant: with every property that can be shown, then with fewer, then with other values. Finite. */
export function* objectsFor(sampling: Sampling, variant: Variant, position: Position): Generator<JsonValue> {
  const plan = planFor(sampling, variant, position);
  const selections = function* (): Generator<readonly string[]> {
    const optional = plan.names.filter((name) => !plan.required.has(name));
    yield plan.names;
    for (const left of optional) yield plan.names.filter((name) => name !== left);
    const needed = plan.names.filter((name) => plan.required.has(name));
    yield needed;
    for (const added of optional) yield plan.names.filter((name) => plan.required.has(name) || name === added);
  };
  for (const names of selections()) {
    if (!sampling.spend()) return;
    const value = assemble(sampling, plan, names, new Map());
    if (value !== undefined) yield value;
  }
  for (const added of [0, 1, 2]) {
    const value = assemble(sampling, { ...plan, added }, plan.names, new Map());
    if (value !== undefined) yield value;
  }
  yield* withOtherValues(sampling, plan);
}

function planFor(sampling: Sampling, variant: Variant, position: Position): ObjectPlan {
  const schemas = variant.places.map(({ schema }) => schema);
  const required = new Set(
    schemas.flatMap((schema) => listOf(schema, 'required')).filter((name) => typeof name === 'string'),
  );
  const declared = schemas.flatMap((schema) => Object.keys(objectOf(schema, 'properties')));
  return {
    variant,
    position,
    required,
    names: [...new Set([...declared, ...required])].filter(
      (name) => required.has(name) || isShown(sampling, variant, name),
    ),
    least: Math.max(0, ...numbersOf(schemas, 'minProperties')),
    most: Math.min(Infinity, ...numbersOf(schemas, 'maxProperties')),
    added: undefined,
    picked: new Map(),
  };
}

/** An optional property is not shown when it may not be there, or when it is deprecated. */
function isShown({ root, dialect }: Sampling, { places }: Variant, name: string): boolean {
  return propertyPlaces(places, name).every(({ schema }) => {
    if (typeof schema === 'boolean') return schema;
    const ref = ownValue(schema, '$ref');
    const target = typeof ref === 'string' ? resolveLocalRef(root, ref, dialect)?.schema : undefined;
    return (
      ownValue(schema, 'deprecated') !== true && !(isJsonObject(target) && ownValue(target, 'deprecated') === true)
    );
  });
}

function assemble(
  sampling: Sampling,
  plan: ObjectPlan,
  selected: readonly string[],
  replaced: ReadonlyMap<string, JsonValue>,
): JsonObject | undefined {
  const entries = new Map<string, JsonValue>();
  const open = selected.toSorted((left, right) => Number(plan.required.has(right)) - Number(plan.required.has(left)));
  for (const name of open) {
    const isFull = entries.size >= plan.most;
    if (!plan.required.has(name) && isFull) continue;
    const other = replaced.get(name);
    const value = other === undefined ? valueOf(sampling, plan, name) : other;
    if (value === undefined && plan.required.has(name)) return undefined;
    if (value !== undefined) entries.set(name, value);
  }
  for (const name of missingDependents(plan, entries)) {
    const value = valueOf(sampling, plan, name);
    if (value === undefined) return undefined;
    entries.set(name, value);
  }
  addEntries(sampling, plan, entries);
  if (entries.size < plan.least) return undefined;
  const ordered = [...new Set([...plan.names, ...entries.keys()])];
  return Object.fromEntries(
    ordered.flatMap((name) => {
      const value = entries.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function valueOf(sampling: Sampling, plan: ObjectPlan, name: string): JsonValue | undefined {
  if (plan.picked.has(name)) return plan.picked.get(name);
  const places = propertyPlaces(plan.variant.places, name);
  const position = below(plan.position, plan.variant, name);
  const isRequired = plan.required.has(name);
  const isDeep = position.depth > deepestOptional && !isRequired;
  let value = isDeep ? undefined : sampling.pick(places, { ...position, recursion: 0 });
  if (value === undefined && isRequired) value = sampling.pick(places, { ...position, recursion: 2 });
  plan.picked.set(name, value);
  return value;
}

/** What dependentRequired (or dependencies, in older drafts) asks for beside what is there. */
function missingDependents({ variant }: ObjectPlan, entries: ReadonlyMap<string, JsonValue>): readonly string[] {
  const found = new Set(entries.keys());
  for (const name of found) {
    for (const { schema } of variant.places) {
      for (const keyword of ['dependentRequired', 'dependencies']) {
        const dependents = ownValue(objectOf(schema, keyword), name);
        if (Array.isArray(dependents))
          dependents.filter((other) => typeof other === 'string').forEach((other) => found.add(other));
      }
    }
  }
  return [...found].filter((name) => !entries.has(name));
}

/** Fills up to minProperties; a map with no names of its own gets one entry, so that its shape shows. */
function addEntries(sampling: Sampling, plan: ObjectPlan, entries: Map<string, JsonValue>): void {
  const isMap = entries.size === 0 && plan.names.length === 0 && describesEntries(plan.variant);
  const added = plan.added === undefined ? Number(isMap) : entries.size + plan.added;
  const wanted = Math.min(Math.max(plan.least, added), plan.most);
  if (entries.size >= wanted || wanted > mostAdded) return;
  for (const name of newNames(sampling, plan)) {
    if (!sampling.spend() || entries.size >= wanted) return;
    if (entries.has(name)) continue;
    const position = { ...below(plan.position, plan.variant, ''), recursion: 0 };
    const value = sampling.pick(propertyPlaces(plan.variant.places, name), position);
    if (value !== undefined) entries.set(name, value);
  }
}

function describesEntries({ places }: Variant): boolean {
  return places.some(
    (place) =>
      Object.keys(objectOf(place.schema, 'patternProperties')).length > 0 ||
      ['additionalProperties', 'unevaluatedProperties'].some((keyword) => {
        const schema = ownValue(place.schema, keyword);
        return isJsonObject(schema) && Object.keys(schema).length > 0;
      }),
  );
}

function* newNames(sampling: Sampling, plan: ObjectPlan): Generator<string> {
  const { places } = plan.variant;
  const naming = places.flatMap((place) => placeAt(place, 'propertyNames'));
  const optional = places.flatMap(({ schema }) => Object.keys(objectOf(schema, 'properties')));
  yield* optional;
  for (const place of places) {
    for (const pattern of Object.keys(objectOf(place.schema, 'patternProperties'))) {
      let left = 30;
      for (const name of textsForPattern(pattern, 0)) if (left-- > 0) yield name;
    }
  }
  const text: SchemaPlace = { pointer: '', schema: { type: 'string' } };
  const position = { ...below(plan.position, plan.variant, 'key'), recursion: 0 };
  for (const name of sampling.candidates([text, ...naming], position)) if (typeof name === 'string') yield name;
}

/** The full object with one value after the other replaced by its next best ones. */
function* withOtherValues(sampling: Sampling, plan: ObjectPlan): Generator<JsonValue> {
  for (const name of plan.names) {
    const position = { ...below(plan.position, plan.variant, name), recursion: 0 };
    let left = 6;
    for (const value of sampling.candidates(propertyPlaces(plan.variant.places, name), position)) {
      if (!sampling.spend() || left-- === 0) break;
      const object = assemble(sampling, plan, plan.names, new Map([[name, value]]));
      if (object !== undefined) yield object;
    }
  }
}
