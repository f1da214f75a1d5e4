import { isJsonArray, isJsonObject, type JsonValue } from '../../model/json.ts';
import type { NodeStore } from '../node/node-store.ts';
import type { JsonType, Node } from '../node/node.ts';
import { typeOf } from '../node/node.ts';
import type { Conjunction } from './conjunction.ts';

/** Arrays and objects that are ruled out become choices: to have another length, or something else at some place. */
export function withoutStructuredExclusions(
  type: JsonType,
  conjunction: Conjunction | undefined,
  store: NodeStore,
): Conjunction | undefined {
  if (conjunction === undefined || (type !== 'array' && type !== 'object') || conjunction.excluded.size === 0)
    return conjunction;
  const choices = new Set(conjunction.choices);
  const excluded = new Map(conjunction.excluded);
  for (const [text, value] of conjunction.excluded) {
    excluded.delete(text);
    if (typeOf(value) === type) choices.add(otherThan(value, store));
  }
  return { ...conjunction, choices, excluded };
}

function otherThan(value: JsonValue, store: NodeStore): Node {
  if (isJsonArray(value)) {
    const items = value.map((item) => store.values([item]));
    const size = store.itemCount(value.length, value.length);
    return store.some([store.not(size), ...items.map((item, at) => store.not(itemAt(at, item, store)))]);
  }
  if (!isJsonObject(value)) return store.none;
  const entries = Object.entries(value);
  return store.some([
    store.not(store.propertyCount(0, entries.length)),
    ...entries.map(([name]) => store.not(store.required(name))),
    ...entries.map(([name, item]) =>
      store.not(store.properties(new Map([[name, store.values([item])]]), [], store.any)),
    ),
  ]);
}

function itemAt(index: number, item: Node, store: NodeStore): Node {
  const prefix = Array.from({ length: index }, () => store.any);
  return store.items([...prefix, item], store.any);
}
