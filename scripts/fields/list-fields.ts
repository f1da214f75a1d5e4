import { isJsonObject, ownValue, type JsonObject, type JsonSchema } from '../model/json.ts';
import { propertyPlaces } from '../schema/child-places.ts';
import { itemPlacesOf, placeAt, placesOf } from '../schema/places-below.ts';
import { listOf, objectOf, textsOf } from '../schema/schema-facts.ts';
import { isSchema, type ObjectPlace } from '../schema/walk.ts';
import type { SchemaSource } from '../snippets/schema-parts.ts';
import { boundsWords } from './bounds-words.ts';
import { deprecationOf } from './deprecation-of.ts';
import type { Field } from './field.ts';
import { readPlace, type Reading } from './read-place.ts';
import { isNullable, kindLabels, typeWords } from './type-words.ts';

/** Deeper ones are left to the schema itself. */
const DEEPEST = 8;
/** A schema whose definitions multiply each other has no table that anybody reads. */
const MOST_FIELDS = 5000;
/** Said of a field that a condition asks for. */
const SOMETIMES = 'under a condition';

/** Every field that a schema declares, parents before their children, in the order of the schema. */
export function listFields(source: SchemaSource): readonly Field[] {
  return below({ source, room: { left: MOST_FIELDS }, above: [] }, [source.schema], '');
}

interface Walk {
  readonly source: SchemaSource;
  readonly room: { left: number };
  /** The schemas that the walk is inside of. */
  readonly above: readonly JsonObject[];
}

/** What is inside the value that the schemas speak of: its properties, the values of a map, the items of a list. */
function below(walk: Walk, schemas: readonly JsonSchema[], path: string): readonly Field[] {
  const reading = readPlace(schemas, walk.source);
  const inside = reading.parts.filter((part) => !walk.above.includes(part));
  if (inside.length < reading.parts.length || depthOf(path) >= DEEPEST) return [];
  const deeper: Walk = { ...walk, above: [...walk.above, ...inside] };
  return merge([
    ...properties(deeper, reading, path),
    ...kinds(deeper, reading, path),
    ...mapValues(deeper, reading, path),
    ...items(deeper, reading, path),
  ]);
}

function properties(walk: Walk, { parts, sometimes }: Reading, path: string): readonly Field[] {
  const required = new Set(parts.flatMap((part) => listOf(part, 'required')));
  const places = parts.map((schema): ObjectPlace => ({ pointer: '', schema }));
  const names = new Set(parts.flatMap((part) => Object.keys(objectOf(part, 'properties'))));
  const always = [...names].flatMap((name) => {
    const schemas = propertyPlaces(places, name).map(({ schema }) => schema);
    return schemas.includes(false) ? [] : fieldAndBelow(walk, schemas, within(path, name), required.has(name));
  });
  const conditional = sometimes.flatMap((part) =>
    Object.entries(objectOf(part, 'properties')).flatMap(([name, schema]) =>
      isSchema(schema) && schema !== false && !names.has(name)
        ? fieldAndBelow(walk, [schema], within(path, name), false).map((field) => limited(field, SOMETIMES))
        : [],
    ),
  );
  return [...always, ...conditional];
}

function mapValues(walk: Walk, { parts }: Reading, path: string): readonly Field[] {
  const values = parts.flatMap((schema) => {
    const place = { pointer: '', schema };
    return [...placesOf(place, 'patternProperties'), ...placeAt(place, 'additionalProperties')];
  });
  return values.flatMap(({ schema }) =>
    isJsonObject(schema) && Object.keys(schema).length > 0
      ? fieldAndBelow(walk, [schema], within(path, '*'), false)
      : [],
  );
}

function items(walk: Walk, { parts }: Reading, path: string): readonly Field[] {
  return parts.flatMap((schema) => {
    const { first, rest } = itemPlacesOf({ pointer: '', schema }, walk.source.dialect);
    const least = ownValue(schema, 'minItems');
    return [
      ...first.flatMap((item, index) =>
        fieldAndBelow(walk, [item.schema], `${path}[${index}]`, typeof least === 'number' && index < least),
      ),
      // The items of a list have no row of their own: what the list's type says is said of them.
      ...rest.flatMap((item) => (item.schema === false ? [] : below(walk, [item.schema], `${path}[]`))),
    ];
  });
}

/** What is inside the kinds of a `oneOf` or `anyOf`. What all kinds have is not said to belong to some. */
function kinds(walk: Walk, { choices }: Reading, path: string): readonly Field[] {
  return choices.flatMap((choice) => {
    const fields = choice.map((kind) => below(walk, [kind], path));
    const labels = kindLabels(choice, path, walk.source);
    const having = (wanted: string) => fields.filter((list) => list.some((field) => field.path === wanted)).length;
    return fields.flatMap((list, index) =>
      list.map((field) => (having(field.path) === choice.length ? field : limited(field, labels[index] ?? ''))),
    );
  });
}

function limited(field: Field, variant: string): Field {
  return { ...field, variants: [...new Set([...field.variants, variant])] };
}

function fieldAndBelow(
  walk: Walk,
  schemas: readonly JsonSchema[],
  path: string,
  isRequired: boolean,
): readonly Field[] {
  if (walk.room.left <= 0) return [];
  walk.room.left -= 1;
  const { parts } = readPlace(schemas, walk.source);
  const [example] = parts.flatMap((part) => listOf(part, 'examples').slice(0, 1));
  const field: Field = {
    path,
    type: typeWords(schemas, walk.source),
    bounds: boundsWords(parts),
    isRequired,
    isNullable: isNullable(schemas, walk.source),
    description: textsOf(parts, 'description')[0] ?? textsOf(parts, 'title')[0] ?? '',
    example: example === undefined ? undefined : JSON.stringify(example),
    variants: [],
    deprecation: deprecationOf(parts),
  };
  return [field, ...below(walk, schemas, path)];
}

/** One row for each path, where it comes first. */
function merge(fields: readonly Field[]): readonly Field[] {
  const byPath = new Map<string, Field>();
  for (const field of fields) {
    const before = byPath.get(field.path);
    byPath.set(field.path, before === undefined ? field : joined(before, field));
  }
  return [...byPath.values()];
}

/** The same path in another kind of the same object. */
function joined(before: Field, field: Field): Field {
  const isKnown = before.type.split(' or ').includes(field.type) || before.type === field.type;
  const isLimited = before.variants.length > 0 && field.variants.length > 0;
  return {
    path: before.path,
    type: isKnown ? before.type : `${before.type} or ${field.type}`,
    bounds: [...new Set([...before.bounds, ...field.bounds])],
    isRequired: before.isRequired && field.isRequired,
    isNullable: before.isNullable || field.isNullable,
    description: joinedText(before.description, field.description),
    example: before.example ?? field.example,
    variants: isLimited ? [...new Set([...before.variants, ...field.variants])] : [],
    deprecation: before.deprecation === undefined ? undefined : field.deprecation,
  };
}

/** What each kind says of it; what two of them say alike, once. */
function joinedText(before: string, text: string): string {
  const known = before.split(' · ');
  return before === '' || text === '' || known.includes(text) ? before || text : `${before} · ${text}`;
}

function within(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function depthOf(path: string): number {
  return path === '' ? 0 : path.split(/\.|\[/).length;
}
