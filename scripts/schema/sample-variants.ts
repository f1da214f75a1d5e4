import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../model/json.ts';
import { appendPointer } from '../model/pointer.ts';
import { isForeign, referenceKeywords, refHidesSiblings, schemaKeywords } from './keywords.ts';
import { placeAt, placesIn, placesOf } from './places-below.ts';
import { resolveLocalRef } from './resolve-local-ref.ts';
import type { Position, Sampling, Variant } from './sampling.ts';
import { contradict, listOf, objectOf } from './schema-facts.ts';
import type { ObjectPlace, SchemaPlace } from './walk.ts';

/** Alternatives, each a list of schemas to add; the first one is the one that readers want to see. */
interface Choice {
  readonly alternatives: readonly (readonly SchemaPlace[])[];
}

type Open = SchemaPlace | Choice;

/**
 * The ways to read schemas that hold together, as plain objects: references followed, allOf drawn in, one branch of
 * every anyOf, oneOf, if and dependency chosen. Ways that plainly contradict themselves are left out.
 */
export function* variantsOf(
  sampling: Sampling,
  places: readonly SchemaPlace[],
  position: Position,
): Generator<Variant> {
  for (const alsoOptional of [true, false]) {
    yield* expand({ sampling, position, alsoOptional }, places, { places: [], entered: position.entered });
  }
}

interface Expansion {
  readonly sampling: Sampling;
  readonly position: Position;
  /** Whether a contradiction in an optional property counts too: such a property would be missing. */
  readonly alsoOptional: boolean;
}

function* expand(expansion: Expansion, open: readonly Open[], variant: Variant): Generator<Variant> {
  const [next, ...rest] = open;
  if (!expansion.sampling.spend()) return;
  if (next === undefined) yield variant;
  else if ('alternatives' in next) {
    for (const added of next.alternatives) yield* expand(expansion, [...added, ...rest], variant);
  } else if (typeof next.schema === 'boolean') {
    if (next.schema) yield* expand(expansion, rest, variant);
  } else if (variant.places.some(({ schema }) => schema === next.schema)) yield* expand(expansion, rest, variant);
  else yield* expandObject(expansion, { pointer: next.pointer, schema: next.schema }, rest, variant);
}

function* expandObject(
  expansion: Expansion,
  place: ObjectPlace,
  rest: readonly Open[],
  variant: Variant,
): Generator<Variant> {
  const { sampling, position } = expansion;
  const targets = targetsOf(sampling, place.schema);
  if (targets === undefined) return;
  const isAgain = ({ pointer }: SchemaPlace): boolean =>
    position.entered.filter((known) => known === pointer).length > position.recursion;
  if (targets.some(isAgain)) return;
  const entered = [...variant.entered, ...targets.map(({ pointer }) => pointer)];
  if (targets.length > 0 && refHidesSiblings(sampling.dialect)) {
    yield* expand(expansion, [...targets, ...rest], { places: variant.places, entered });
    return;
  }
  const places = [...variant.places, place];
  const knowsConst = !isForeign('const', sampling.dialect);
  if (
    contradict(
      places.map(({ schema }) => schema),
      knowsConst,
      expansion.alsoOptional,
    )
  )
    return;
  const all = [...placesIn(place, 'allOf'), ...doublyNegated(place)];
  yield* expand(expansion, [...targets, ...all, ...rest, ...choicesOf(sampling, place)], { places, entered });
}

/** The targets of a schema's references; undefined when one leads nowhere. */
function targetsOf({ root, dialect }: Sampling, schema: JsonObject): readonly SchemaPlace[] | undefined {
  const refs = referenceKeywords[dialect]
    .map((name) => ownValue(schema, name))
    .filter((ref) => typeof ref === 'string');
  const targets = refs.map((ref) => resolveLocalRef(root, ref, dialect));
  return targets.includes(undefined) ? undefined : targets.filter((target) => target !== undefined);
}

function choicesOf(sampling: Sampling, place: ObjectPlace): readonly Choice[] {
  const any = placesIn(place, 'anyOf');
  const knows = (keyword: string): boolean => Object.hasOwn(schemaKeywords[sampling.dialect], keyword);
  return [
    ...(any.length === 0 ? [] : [{ alternatives: any.map((branch) => [branch]) }]),
    ...oneOfChoice(sampling, place),
    ...(knows('if') ? conditionChoice(place) : []),
    ...['dependentSchemas', 'dependencies'].filter(knows).flatMap((keyword) => dependencyChoices(place, keyword)),
    ...negationChoices(place),
  ];
}

/** A branch goes together with the absence of what the others ask for: that is what tells them apart most often. */
function oneOfChoice(sampling: Sampling, place: ObjectPlace): readonly Choice[] {
  const branches = placesIn(place, 'oneOf');
  if (branches.length === 0) return [];
  const required = branches.map((branch) => requiredNames(sampling, branch));
  const own = listOf(place.schema, 'required');
  const alternatives = branches.flatMap((branch, index) => {
    const kept = new Set([...own, ...(required[index] ?? [])]);
    const declared = new Set(
      reachedFrom(sampling, branch).flatMap((object) => Object.keys(objectOf(object, 'properties'))),
    );
    const absent = required.flatMap((names, other) => {
      const absentable = other === index ? [] : names.filter((name) => !kept.has(name));
      const telling = absentable.find((name) => !declared.has(name)) ?? absentable[0];
      return telling === undefined ? [] : [absence(telling)];
    });
    return absent.length === 0 ? [[branch]] : [[branch, ...absent], [branch]];
  });
  return [{ alternatives }];
}

function reachedFrom(sampling: Sampling, { schema }: SchemaPlace): readonly JsonObject[] {
  if (typeof schema === 'boolean') return [];
  return [schema, ...(targetsOf(sampling, schema) ?? []).map((target) => target.schema)].filter(isJsonObject);
}

function requiredNames(sampling: Sampling, branch: SchemaPlace): readonly string[] {
  return reachedFrom(sampling, branch)
    .flatMap((object) => listOf(object, 'required'))
    .filter((name) => typeof name === 'string');
}

function conditionChoice(place: ObjectPlace): readonly Choice[] {
  const condition = placeAt(place, 'if');
  if (condition.length === 0) return [];
  return [{ alternatives: [[...condition, ...placeAt(place, 'then')], placeAt(place, 'else')] }];
}

function dependencyChoices(place: ObjectPlace, keyword: string): readonly Choice[] {
  return placesOf(place, keyword).map(({ name, ...dependent }) => {
    const present = [dependent];
    const isKnown =
      Object.hasOwn(objectOf(place.schema, 'properties'), name) || listOf(place.schema, 'required').includes(name);
    const absent = [absence(name)];
    return { alternatives: isKnown ? [present, absent] : [absent, present] };
  });
}

/** What `not: { required }` forbids is left out; other negations are judged by trying. */
function negationChoices(place: ObjectPlace): readonly Choice[] {
  const refused = ownValue(place.schema, 'not');
  if (!isJsonObject(refused)) return [];
  const branches: readonly JsonValue[] = isJsonArray(ownValue(refused, 'anyOf')) ? listOf(refused, 'anyOf') : [refused];
  return branches.filter(isJsonObject).flatMap((branch) => {
    const names = listOf(branch, 'required').filter((name) => typeof name === 'string');
    if (names.length === 0) return [];
    const absences = names.map((name) => [absence(name)]);
    return [{ alternatives: Object.keys(branch).length === 1 ? [...absences, []] : [[], ...absences] }];
  });
}

function doublyNegated(place: ObjectPlace): readonly SchemaPlace[] {
  const refused = ownValue(place.schema, 'not');
  if (!isJsonObject(refused) || Object.keys(refused).length !== 1) return [];
  return placeAt({ pointer: appendPointer(place.pointer, 'not'), schema: refused }, 'not');
}

/** A schema of our own that leaves a property out. */
function absence(name: string): ObjectPlace {
  return { pointer: '', schema: { properties: Object.fromEntries([[name, false]]) } };
}
