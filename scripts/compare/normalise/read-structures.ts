import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import type { NamePattern, Node } from '../node/node.ts';
import { isPattern } from '../solve/matches-pattern.ts';
import { isCount, readRange } from './read-scalars.ts';
import type { Reading } from './reading.ts';

export function* readArrays(schema: JsonObject, reading: Reading): Generator<Node> {
  const { store, malformed, read } = reading;
  yield* readRange(schema, 'minItems', 'maxItems', store.itemCount, malformed);
  yield readItems(schema, reading);
  const contains = ownValue(schema, 'contains');
  if (contains !== undefined) {
    const [least, most] = [ownValue(schema, 'minContains'), ownValue(schema, 'maxContains')];
    if (least !== undefined && !isCount(least)) yield malformed('minContains', least);
    if (most !== undefined && !isCount(most)) yield malformed('maxContains', most);
    yield store.contains(read(contains), isCount(least) ? least : 1, Infinity);
    if (isCount(most)) yield store.contains(read(contains), 0, most);
  }
  const unique = ownValue(schema, 'uniqueItems');
  if (unique === true) yield store.unique;
  else if (unique !== undefined && unique !== false) yield malformed('uniqueItems', unique);
}

/** Tuples are spelt in two ways: up to 2019-09 as a list in `items`, since 2020-12 as `prefixItems`. */
function readItems(schema: JsonObject, { store, malformed, read }: Reading): Node {
  const items = ownValue(schema, 'items');
  const prefix = ownValue(schema, 'prefixItems') ?? (Array.isArray(items) ? items : []);
  if (!Array.isArray(prefix)) return malformed('prefixItems', prefix);
  const rest = Array.isArray(items) ? ownValue(schema, 'additionalItems') : items;
  return store.items(prefix.map(read), rest === undefined ? store.any : read(rest));
}

export function* readObjects(schema: JsonObject, reading: Reading): Generator<Node> {
  const { store, malformed, read } = reading;
  yield* readRange(schema, 'minProperties', 'maxProperties', store.propertyCount, malformed);
  const required = ownValue(schema, 'required');
  if (Array.isArray(required)) {
    for (const name of required)
      yield typeof name === 'string' ? store.required(name) : malformed('required', required);
  } else if (required !== undefined) yield malformed('required', required);
  yield readProperties(schema, reading);
  const names = ownValue(schema, 'propertyNames');
  if (names !== undefined) yield store.names(read(names));
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas']) {
    const found = ownValue(schema, keyword);
    if (isJsonObject(found)) yield* readDependencies(found, reading);
    else if (found !== undefined) yield malformed(keyword, found);
  }
}

function readProperties(schema: JsonObject, { store, malformed, read, options }: Reading): Node {
  const properties = ownValue(schema, 'properties') ?? {};
  const patterns = ownValue(schema, 'patternProperties') ?? {};
  const rest = ownValue(schema, 'additionalProperties');
  if (!isJsonObject(properties)) return malformed('properties', properties);
  if (!isJsonObject(patterns) || !Object.keys(patterns).every(isPattern))
    return malformed('patternProperties', patterns);
  const named = new Map(Object.entries(properties).map(([name, value]) => [name, read(value)]));
  const byPattern: readonly NamePattern[] = Object.entries(patterns).map(([source, value]) => ({
    source,
    node: read(value),
  }));
  const isOpen = rest === undefined || (rest === false && options.ignoresClosed);
  return store.properties(named, byPattern, isOpen ? store.any : read(rest));
}

function* readDependencies(dependencies: JsonObject, reading: Reading): Generator<Node> {
  const { store } = reading;
  for (const [name, value] of Object.entries(dependencies)) {
    const without = store.some([store.not(store.ofType('object')), store.not(store.required(name))]);
    yield store.some([without, readDependency(value, reading)]);
  }
}

function readDependency(value: JsonValue, { store, read }: Reading): Node {
  if (!Array.isArray(value)) return read(value);
  return store.all(value.flatMap((name) => (typeof name === 'string' ? [store.required(name)] : [])));
}
