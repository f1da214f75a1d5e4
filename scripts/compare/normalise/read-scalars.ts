import { ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import { isPattern } from '../solve/matches-pattern.ts';
import { isKnownFormat } from '../solve/solve-text.ts';
import { typeBits } from '../node/node.ts';
import type { JsonType, Node } from '../node/node.ts';
import type { Reading } from './reading.ts';

/** `type`, `enum` and `const`. */
export function* readTypes(schema: JsonObject, reading: Reading): Generator<Node> {
  const { store, malformed } = reading;
  const type = ownValue(schema, 'type');
  if (type !== undefined) yield readType(type, reading);
  const list = ownValue(schema, 'enum');
  if (Array.isArray(list)) yield store.values(list);
  else if (list !== undefined) yield malformed('enum', list);
  const only = ownValue(schema, 'const');
  if (only !== undefined) yield store.values([only]);
}

function readType(type: JsonValue, { store, malformed }: Reading): Node {
  const names = Array.isArray(type) ? type : [type];
  let types = 0;
  for (const name of names) {
    if (name === 'integer') continue;
    if (!isTypeName(name)) return malformed('type', type);
    types |= typeBits[name];
  }
  const isWhole = names.includes('integer') && !names.includes('number');
  if (!isWhole) return store.type(types);
  return store.all([store.type(types | typeBits.number), store.multiple(1)]);
}

function isTypeName(name: JsonValue): name is JsonType {
  return typeof name === 'string' && Object.hasOwn(typeBits, name);
}

export function* readNumbers(schema: JsonObject, reading: Reading): Generator<Node> {
  const { store, malformed } = reading;
  for (const side of ['least', 'most'] as const) {
    const [keyword, exclusive] =
      side === 'least' ? (['minimum', 'exclusiveMinimum'] as const) : (['maximum', 'exclusiveMaximum'] as const);
    const bound = ownValue(schema, keyword);
    const strict = ownValue(schema, exclusive);
    if (typeof bound === 'number') yield store[side](bound, strict === true && reading.dialect === 'draft-04');
    else if (bound !== undefined) yield malformed(keyword, bound);
    if (typeof strict === 'number' && reading.dialect !== 'draft-04') yield store[side](strict, true);
    else if (strict !== undefined && typeof strict !== 'boolean') yield malformed(exclusive, strict);
    else if (strict !== undefined && reading.dialect !== 'draft-04') yield malformed(exclusive, strict);
  }
  const step = ownValue(schema, 'multipleOf');
  if (typeof step === 'number' && step > 0) yield store.multiple(step);
  else if (step !== undefined) yield malformed('multipleOf', step);
}

export function* readTexts(schema: JsonObject, reading: Reading): Generator<Node> {
  const { store, malformed, options } = reading;
  yield* readRange(schema, 'minLength', 'maxLength', store.length, malformed);
  const pattern = ownValue(schema, 'pattern');
  if (typeof pattern === 'string' && isPattern(pattern)) yield store.pattern(pattern);
  else if (pattern !== undefined) yield malformed('pattern', pattern);
  const format = ownValue(schema, 'format');
  if (options.formats === 'assertion' && typeof format === 'string' && isKnownFormat(format))
    yield store.format(format);
}

/** Two bounds on a count, as two nodes: the opposite of each is then one bound as well. */
export function* readRange(
  schema: JsonObject,
  low: string,
  high: string,
  make: (least: number, most: number) => Node,
  malformed: Reading['malformed'],
): Generator<Node> {
  const [least, most] = [ownValue(schema, low), ownValue(schema, high)];
  // No draft allows 2.5 or -1 here, but what it would mean is clear.
  if (typeof least === 'number') yield make(Math.max(0, Math.ceil(least)), Infinity);
  else if (least !== undefined) yield malformed(low, least);
  if (typeof most === 'number') yield most < 0 ? make(Infinity, Infinity) : make(0, Math.floor(most));
  else if (most !== undefined) yield malformed(high, most);
}

export function isCount(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
