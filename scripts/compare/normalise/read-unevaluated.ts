import { ownValue, type JsonObject } from '../../model/json.ts';
import type { Node } from '../node/node.ts';
import { evaluatedCases, TooManyCasesError, type EvaluatedCase } from './evaluated.ts';
import type { Follow, Reading } from './reading.ts';

/** `unevaluatedProperties` and `unevaluatedItems`: one case for each combination of schemas that apply beside them. */
export function* readUnevaluated(
  schema: JsonObject,
  written: JsonObject,
  follow: Follow,
  reading: Reading,
): Generator<Node> {
  const { store, options } = reading;
  const properties = ownValue(schema, 'unevaluatedProperties');
  const items = ownValue(schema, 'unevaluatedItems');
  const isOpen = properties === undefined || (properties === false && options.ignoresClosed);
  if (isOpen && items === undefined) return;
  const cases = casesOf(written, follow, reading);
  if (cases === undefined) {
    const reason = '"unevaluated…" beside too many schemas that may apply or not';
    yield reading.opaque(reason, `unevaluated ${options.ignoresClosed}`, schema);
    return;
  }
  if (!isOpen) yield store.some(cases.map((one) => otherProperties(one, reading.read(properties), reading)));
  if (items !== undefined) yield store.some(cases.map((one) => otherItems(one, reading.read(items), reading)));
}

function casesOf(written: JsonObject, follow: Follow, reading: Reading): readonly EvaluatedCase[] | undefined {
  try {
    return evaluatedCases(written, follow, reading, true);
  } catch (error) {
    if (error instanceof TooManyCasesError) return undefined;
    throw error;
  }
}

function otherProperties({ conditions, evaluated }: EvaluatedCase, rest: Node, { store }: Reading): Node {
  if (evaluated.isEveryProperty) return store.all(conditions);
  const named = new Map([...evaluated.names].map((name) => [name, store.any]));
  const patterns = [...evaluated.patterns].map((source) => ({ source, node: store.any }));
  return store.all([...conditions, store.properties(named, patterns, rest)]);
}

function otherItems({ conditions, evaluated }: EvaluatedCase, rest: Node, { store }: Reading): Node {
  if (evaluated.isEveryItem) return store.all(conditions);
  const prefix = Array.from({ length: evaluated.items }, () => store.any);
  return store.all([...conditions, store.items(prefix, store.some([...evaluated.contained, rest]))]);
}
