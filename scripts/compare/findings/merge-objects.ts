import { isJsonArray, isJsonObject, ownValue, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { appendPointer, type JsonPointer } from '../../model/pointer.ts';
import { placeAt, placesOf, type NamedPlace } from '../../schema/places-below.ts';
import { isSchema, type SchemaPlace } from '../../schema/walk.ts';
import { isPattern, matchesPattern } from '../solve/matches-pattern.ts';
import type { Conjunct, ObjectDemands, Places } from './merged-schema.ts';

/** What the schemas of one place demand together of objects. */
export function mergeObjects(
  conjuncts: readonly Conjunct[],
  dialect: Dialect,
  isEvaluatedHere: boolean,
): ObjectDemands {
  const layers = conjuncts.map(layerOf);
  const { dependentRequired, dependentSchemas } = mergeDependencies(conjuncts, dialect);
  const additional = layers.flatMap((layer) => layer.additional);
  const unevaluated = conjuncts.flatMap((place) => placeAt(place, 'unevaluatedProperties')).filter(isDemand);
  // With nothing to decide per value, what no schema here names is just "every other property".
  const isAdditional = isEvaluatedHere && unevaluated.length > 0;
  const isIdle = isAdditional && conjuncts.some(({ schema }) => ownValue(schema, 'additionalProperties') !== undefined);
  return {
    required: mergeRequired(conjuncts),
    properties: mergeNamed(layers, 'properties'),
    patternProperties: mergeNamed(layers, 'patternProperties'),
    additional: isAdditional && !isIdle ? unevaluated : additional,
    unevaluatedProperties: isAdditional ? [] : unevaluated,
    propertyNames: conjuncts.flatMap((place) => placeAt(place, 'propertyNames')).filter(isDemand),
    dependentRequired,
    dependentSchemas,
  };
}

interface Layer {
  readonly properties: ReadonlyMap<string, NamedPlace>;
  readonly patternProperties: ReadonlyMap<string, NamedPlace>;
  readonly additional: Places;
}

function layerOf(conjunct: Conjunct): Layer {
  const named = (keyword: string): ReadonlyMap<string, NamedPlace> =>
    new Map(placesOf(conjunct, keyword).map((place) => [place.name, place]));
  return {
    properties: named('properties'),
    patternProperties: named('patternProperties'),
    additional: placeAt(conjunct, 'additionalProperties').filter(isDemand),
  };
}

/** A property must suit each schema: as it is declared there, by pattern, or as one of the others. */
function mergeNamed(
  layers: readonly Layer[],
  keyword: 'properties' | 'patternProperties',
): ReadonlyMap<string, Places> {
  const names = new Set(layers.flatMap((layer) => [...layer[keyword].keys()]));
  const placesIn = (layer: Layer, name: string): Places => {
    const own = layer[keyword].get(name);
    const byPattern = keyword === 'properties' ? matchingPlaces(layer.patternProperties, name) : [];
    const all = own === undefined ? byPattern : [own, ...byPattern];
    return all.length > 0 ? all : layer.additional;
  };
  return new Map([...names].map((name) => [name, layers.flatMap((layer) => placesIn(layer, name))]));
}

export function matchingPlaces<Found>(patterns: ReadonlyMap<string, Found>, name: string): readonly Found[] {
  return [...patterns].filter(([pattern]) => fits(pattern, name)).map(([, found]) => found);
}

function fits(pattern: string, name: string): boolean {
  return isPattern(pattern) && matchesPattern(pattern, name) === true;
}

function isDemand({ schema }: SchemaPlace): boolean {
  return schema !== true && !(isJsonObject(schema) && Object.keys(schema).length === 0);
}

function mergeRequired(conjuncts: readonly Conjunct[]): ReadonlyMap<string, JsonPointer> {
  const found = new Map<string, JsonPointer>();
  for (const { pointer, schema } of conjuncts) {
    for (const [name, place] of namesAt(ownValue(schema, 'required'), appendPointer(pointer, 'required'))) {
      if (!found.has(name)) found.set(name, place);
    }
  }
  return found;
}

function namesAt(list: unknown, pointer: JsonPointer): readonly (readonly [string, JsonPointer])[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((name, index) => (typeof name === 'string' ? [[name, appendPointer(pointer, index)]] : []));
}

interface Dependency {
  readonly trigger: string;
  readonly pointer: JsonPointer;
  readonly value: JsonValue;
}

/** Before 2019-09 one keyword holds both kinds. */
function dependenciesOf({ pointer, schema }: Conjunct, dialect: Dialect): readonly Dependency[] {
  const isSplit = dialect === '2019-09' || dialect === '2020-12';
  return (isSplit ? ['dependentRequired', 'dependentSchemas'] : ['dependencies']).flatMap((keyword) => {
    const held = ownValue(schema, keyword);
    const entries = isJsonObject(held) ? Object.entries(held) : [];
    return entries.map(([trigger, value]) => ({ trigger, pointer: appendPointer(pointer, keyword, trigger), value }));
  });
}

function mergeDependencies(
  conjuncts: readonly Conjunct[],
  dialect: Dialect,
): Pick<ObjectDemands, 'dependentRequired' | 'dependentSchemas'> {
  const dependentRequired = new Map<string, ReadonlyMap<string, JsonPointer>>();
  const dependentSchemas = new Map<string, Places>();
  for (const { trigger, pointer, value } of conjuncts.flatMap((conjunct) => dependenciesOf(conjunct, dialect))) {
    const names = requiredNames(value, pointer);
    if (names !== undefined) {
      dependentRequired.set(trigger, new Map([...(dependentRequired.get(trigger) ?? []), ...names]));
    } else if (isSchema(value)) {
      dependentSchemas.set(trigger, [...(dependentSchemas.get(trigger) ?? []), { pointer, schema: value }]);
    }
  }
  return { dependentRequired, dependentSchemas };
}

/** A list of names, or a schema that only requires, which is the same in other words. */
function requiredNames(
  value: JsonValue,
  pointer: JsonPointer,
): readonly (readonly [string, JsonPointer])[] | undefined {
  if (isJsonArray(value)) return namesAt(value, pointer);
  if (!isJsonObject(value) || Object.keys(value).join() !== 'required') return undefined;
  return namesAt(value['required'], appendPointer(pointer, 'required'));
}
