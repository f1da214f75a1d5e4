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

/** What stands in the way of a program; nothing is ever dropped or changed in silence instead. */
export function uncarriable(program: Program): readonly Uncarriable[] {
  const { example, headers, topic, group, keyPath } = program;
  return [
    ...brokenText(example, '/example'),
    ...brokenText(
      headers.map((header) => [...header]),
      '/headers',
    ),
    ...brokenText(topic, '/topic'),
    ...brokenText(group, '/group'),
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

function brokenText(value: JsonValue, pointer: JsonPointer): readonly Uncarriable[] {
  if (typeof value === 'string') return broken(value, pointer);
  if (isJsonArray(value)) {
    return value.flatMap((item, index) => brokenText(item, appendPointer(pointer, index)));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = appendPointer(pointer, name);
    return [...broken(name, place), ...brokenText(member, place)];
  });
}

/** Values that are nested deeper than a compiler goes. */
export function nestedTooDeep(
  value: JsonValue,
  limit: number,
  pointer: JsonPointer = '/example',
): readonly Uncarriable[] {
  if (!isJsonArray(value) && !isJsonObject(value)) return [];
  if (limit < 0) return [{ pointer, reason: 'more levels of nesting than its compiler goes down' }];
  return Object.entries(value).flatMap(([name, member]) =>
    nestedTooDeep(member, limit - 1, appendPointer(pointer, name)),
  );
}

function broken(text: string, pointer: JsonPointer): readonly Uncarriable[] {
  return text.isWellFormed() ? [] : [{ pointer, reason: 'half of a surrogate pair, which UTF-8 cannot hold' }];
}
