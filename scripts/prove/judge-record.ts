import { isJsonArray, isJsonObject, ownValue, type JsonValue } from '../model/json.ts';
import { canonicalText } from '../schema/canonical-text.ts';
import type { Validator } from '../schema/validate.ts';
import { isRecordKey, valueAt } from '../snippets/key-path.ts';
import type { Program } from '../snippets/program.ts';
import type { SeenRecord } from './topic-witness.ts';

/** A time of the clock is right when it is not further from now than this, in milliseconds. */
const TOLERANCE = 10 * 60_000;

/** What is wrong with a record that a producer has sent; undefined when nothing is. */
export function recordFault(
  record: SeenRecord,
  program: Program,
  faults: Validator['faults'],
  now: number,
): string | undefined {
  if (record.topic !== program.topic) return `the topic is ${record.topic}, and should be ${program.topic}`;
  const value = parsed(record.value ?? '');
  if (value === undefined) return `the value is not JSON: ${record.value}`;
  const [fault] = faults(value);
  if (fault !== undefined)
    return `the value is not valid under the schema, at ${fault.instancePointer || 'its root'}: ${fault.reason}`;
  for (const path of program.clockPaths) {
    const time = at(value, path);
    if (typeof time !== 'string' || !(Math.abs(Date.parse(time) - now) < TOLERANCE) || !time.endsWith('Z'))
      return `${path.join('.') || 'the value'} should be the current time in UTC, and is ${JSON.stringify(time)}`;
  }
  if (masked(value, program) !== masked(program.example, program))
    return `the value is ${record.value}, and should be ${JSON.stringify(program.example)}`;
  return keyFault(record, program, value) ?? headerFault(record, program);
}

function keyFault(record: SeenRecord, { keyPath }: Program, value: JsonValue): string | undefined {
  const field = keyPath === undefined ? undefined : valueAt(value, keyPath);
  if (!isRecordKey(field))
    return record.key === null ? undefined : `the key is ${record.key}, and there should be none`;
  const isRight = typeof field === 'number' ? Number(record.key ?? NaN) === field : record.key === String(field);
  if (isRight) return undefined;
  return `the key is ${JSON.stringify(record.key)}, and should be ${JSON.stringify(String(field))}`;
}

function headerFault(record: SeenRecord, { headers }: Program): string | undefined {
  const [sent, asked] = [record.headers, headers].map((list) => JSON.stringify([...list].toSorted(byName)));
  return sent === asked ? undefined : `the headers are ${sent}, and should be ${asked}`;
}

function byName([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return left < right ? -1 : 1;
}

/**
 * What is wrong with the line that a consumer has printed for a record; undefined when nothing is. Members that the record
 * has at its top and the schema does not know may be missing from it.
 */
export function lineFault(
  line: string,
  record: SeenRecord,
  program: Program,
  unknown: readonly string[] = [],
): string | undefined {
  const start = receivedStart(program);
  const received = line.startsWith(start) ? parsed(line.slice(start.length)) : undefined;
  const value = parsed(record.value ?? '');
  if (received === undefined || value === undefined) return `it printed ${line}`;
  if (canonicalText(without(received, unknown)) === canonicalText(without(value, unknown))) return undefined;
  return `it received ${line.slice(start.length)}, and the record holds ${record.value}`;
}

/** How the line of a consumer begins. */
export function receivedStart({ messageId }: Pick<Program, 'messageId'>): string {
  return `Received ${messageId}: `;
}

function without(value: JsonValue, names: readonly string[]): JsonValue {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function masked(value: JsonValue, { clockPaths }: Program): string {
  return canonicalText(clockPaths.reduce((whole, path) => replaced(whole, path), value));
}

function replaced(value: JsonValue, [step, ...rest]: readonly (string | number)[]): JsonValue {
  if (step === undefined) return null;
  if (isJsonArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest) : item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === step ? replaced(member, rest) : member]),
  );
}

function at(value: JsonValue, path: readonly (string | number)[]): JsonValue | undefined {
  let place: JsonValue | undefined = value;
  for (const step of path)
    place = isJsonArray(place) ? place[Number(step)] : isJsonObject(place) ? ownValue(place, String(step)) : undefined;
  return place;
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
