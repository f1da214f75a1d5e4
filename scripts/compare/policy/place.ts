import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import { findWord } from '../language/find-word.ts';

import { isPattern, matchesPattern } from '../solve/matches-pattern.ts';

/** What may stand below one place: by each way down every schema that is asked about what is there. */
export interface Place {
  readonly properties: ReadonlyMap<string, readonly JsonObject[]>;
  readonly patterns: ReadonlyMap<string, readonly JsonObject[]>;
  /** Schemas of maps; undefined: what is not declared may not be there. */
  readonly others: readonly JsonObject[] | undefined;
  readonly prefix: readonly (readonly JsonObject[])[];
  readonly rest: readonly JsonObject[];
}

/** Gathers what several schemas, all of them asked about one value, say of what is in it. */
export interface Gatherer {
  /** Undefined once that has become too much work. */
  readonly gather: (applied: readonly JsonObject[]) => Place | undefined;
}

type CanMeet = (one: string, other: string) => boolean;

/** For one document: at most so many times a name or a pattern is held against a schema or a pattern. */
export function createGatherer(mostWork: number): Gatherer {
  let work = 0;
  const canMeet = rememberMeetings();
  return {
    gather: (applied) => {
      const names = new Set(applied.flatMap((schema) => Object.keys(mapAt(schema, 'properties'))));
      const patterns = new Set(applied.flatMap((schema) => Object.keys(mapAt(schema, 'patternProperties'))));
      const ways = names.size + patterns.size;
      work += 1 + applied.length * (ways + 1) + patterns.size * ways * COST_OF_MATCH;
      return work > mostWork ? undefined : gatherPlace(applied, names, patterns, canMeet);
    },
  };
}

/** To match a name takes longer than to look it up. */
const COST_OF_MATCH = 20;

function gatherPlace(
  applied: readonly JsonObject[],
  names: ReadonlySet<string>,
  patterns: ReadonlySet<string>,
  canMeet: CanMeet,
): Place {
  const maps = applied.flatMap(mapsOf);
  const properties = new Map(
    [...names].map((name) => [name, applied.flatMap((schema) => askedAbout(name, schema))] as const),
  );
  const length = Math.max(0, ...applied.map((schema) => tupleOf(schema).length));
  const wherever = (source: string): readonly JsonObject[] =>
    askedWherever(source, { patterns, properties, applied, canMeet });
  return {
    properties,
    patterns: new Map([...patterns].map((source) => [source, wherever(source)] as const)),
    others: maps.length > 0 || names.size === 0 ? maps : undefined,
    prefix: Array.from({ length }, (_, at) => applied.flatMap((schema) => askedAt(at, schema))),
    rest: applied.flatMap((schema) => askedAt(Infinity, schema)),
  };
}

/** The schemas in a schema that a property by some name is put to. */
function askedAbout(name: string, schema: JsonObject): readonly JsonObject[] {
  const own = mapAt(schema, 'properties');
  const patterns = Object.entries(mapAt(schema, 'patternProperties'));
  const matching = patterns.filter(([source]) => isPattern(source) && matchesPattern(source, name) !== false);
  const isMapped = !Object.hasOwn(own, name) && matching.length === 0;
  const found = [ownValue(own, name), ...matching.map(([, value]) => value), ...(isMapped ? mapsOf(schema) : [])];
  return found.filter(isJsonObject);
}

/** The schemas that properties are put to whose names match a pattern: more of them than some of these need. */
function askedWherever(
  source: string,
  {
    patterns,
    properties,
    applied,
    canMeet,
  }: {
    readonly patterns: ReadonlySet<string>;
    readonly properties: Place['properties'];
    readonly applied: readonly JsonObject[];
    readonly canMeet: CanMeet;
  },
): readonly JsonObject[] {
  const meeting = [...patterns].filter((other) => other === source || canMeet(source, other));
  const named = [...properties].filter(([name]) => isPattern(source) && matchesPattern(source, name) !== false);
  return [
    ...applied.flatMap((schema) => meeting.map((other) => ownValue(mapAt(schema, 'patternProperties'), other))),
    ...applied.flatMap((schema) => (Object.hasOwn(mapAt(schema, 'patternProperties'), source) ? [] : mapsOf(schema))),
    ...named.flatMap(([, asked]) => asked),
  ].filter(isJsonObject);
}

/** Whether some name may match two patterns. The same patterns meet at many places. */
function rememberMeetings(): CanMeet {
  const known = new Map<string, boolean>();
  return (one, other) => {
    const key = JSON.stringify([one, other].toSorted());
    const found = known.get(key) ?? canMeetSomewhere(one, other);
    known.set(key, found);
    return found;
  };
}

function canMeetSomewhere(one: string, other: string): boolean {
  if (!isPattern(one) || !isPattern(other)) return false;
  const request = { inside: [one, other], outside: [], minLength: 0, maxLength: Infinity, excluded: new Set<string>() };
  return findWord(request).kind !== 'empty';
}

/** The schemas in a schema that the item at a position is put to. */
function askedAt(index: number, schema: JsonObject): readonly JsonObject[] {
  const tuple = tupleOf(schema);
  const items = ownValue(schema, 'items');
  const rest = Array.isArray(items) ? ownValue(schema, 'additionalItems') : items;
  const found = [
    index < tuple.length ? tuple[index] : rest,
    ownValue(schema, 'unevaluatedItems'),
    ownValue(schema, 'contains'),
  ];
  return found.filter(isJsonObject);
}

function tupleOf(schema: JsonObject): readonly JsonValue[] {
  const tuple = ownValue(schema, 'prefixItems') ?? ownValue(schema, 'items');
  return Array.isArray(tuple) ? tuple : [];
}

function mapsOf(schema: JsonObject): readonly JsonObject[] {
  return [ownValue(schema, 'additionalProperties'), ownValue(schema, 'unevaluatedProperties')].filter(isJsonObject);
}

function mapAt(schema: JsonObject, keyword: string): JsonObject {
  const map = ownValue(schema, keyword);
  return isJsonObject(map) ? map : {};
}
