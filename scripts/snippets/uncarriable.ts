import { isJsonArray, isJsonObject, type JsonValue } from '../model/json.ts';
import { appendPointer, type JsonPointer } from '../model/pointer.ts';
import { isRecordKey, valueAt } from './key-path.ts';
import type { Program } from './program.ts';

/** Something that a program, or the record that it sends, cannot carry unchanged. */
export interface Uncarriable {
  /** Into the `Program`: `/example/lines/0/sku`, `/headers/3/1`. */
  readonly pointer: JsonPointer;
  /** A clause: `half of a surrogate pair, which UTF-8 cannot hold`. */
  readonly reason: string;
}

/** Python's parser gives up at 200 open brackets, and a program has a few of its own. */
const deepestNesting = 150;

/** What stands in the way of a program; nothing is ever dropped or changed in silence instead. */
export function uncarriable(program: Program): readonly Uncarriable[] {
  const { example, headers, topic, group, keyPath } = program;
  return [
    ...brokenText(example, '/example', 0),
    ...brokenText(
      headers.map((header) => [...header]),
      '/headers',
      0,
    ),
    ...brokenText(topic, '/topic', 0),
    ...brokenText(group, '/group', 0),
    ...(/^\S+$/.test(group)
      ? []
      : [{ pointer: '/group', reason: 'a consumer group with white space or without a name' }]),
    ...(keyPath === undefined || isRecordKey(valueAt(example, keyPath))
      ? []
      : [
          {
            pointer: '/keyPath',
            reason: `no text, number or boolean at ${JSON.stringify(keyPath.join('.'))} in the example`,
          },
        ]),
  ];
}

function brokenText(value: JsonValue, pointer: JsonPointer, depth: number): readonly Uncarriable[] {
  if (depth > deepestNesting) return [{ pointer, reason: `more than ${deepestNesting} levels of nesting` }];
  if (typeof value === 'string') return broken(value, pointer);
  if (isJsonArray(value)) {
    return value.flatMap((item, index) => brokenText(item, appendPointer(pointer, index), depth + 1));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = appendPointer(pointer, name);
    return [...broken(name, place), ...brokenText(member, place, depth + 1)];
  });
}

function broken(text: string, pointer: JsonPointer): readonly Uncarriable[] {
  return text.isWellFormed() ? [] : [{ pointer, reason: 'half of a surrogate pair, which UTF-8 cannot hold' }];
}
