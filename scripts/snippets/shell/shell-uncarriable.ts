import { isJsonArray, isJsonObject, type JsonValue } from '../../model/json.ts';
import { appendPointer } from '../../model/pointer.ts';
import { valueAt } from '../key-path.ts';
import type { Program } from '../program.ts';
import type { Uncarriable } from '../uncarriable.ts';

/** In bytes; Linux gives a program no longer argument, the NUL at its end among them. */
const longestArgument = 128 * 1024;

/** What jq 1.6 holds open at a time. */
const mostOpen = 256;

/** What `kcat` cannot be given, and what jq cannot read. */
export function shellUncarriable(program: Program): readonly Uncarriable[] {
  const { headers, topic, group, keyPath, example } = program;
  const key = keyPath === undefined ? undefined : valueAt(example, keyPath);
  return [
    ...headers.flatMap(([name, value], index) => [
      ...headerName(name, `/headers/${index}/0`),
      ...argument(value, `/headers/${index}/1`, `-H${name}=`),
    ]),
    ...argument(topic, '/topic'),
    ...argument(group, '/group'),
    ...(keyPath === undefined || typeof key !== 'string' ? [] : argument(key, appendPointer('/example', ...keyPath))),
    ...(jqDepth(example) > mostOpen
      ? [{ pointer: '/example', reason: 'more levels of nesting than jq goes down' }]
      : []),
  ];
}

function headerName(name: string, pointer: string): readonly Uncarriable[] {
  if (name === '') return [{ pointer, reason: 'a header without a name, which kcat does not send' }];
  if (name.includes('=')) return [{ pointer, reason: '"=" in the name of a header, where kcat ends the name' }];
  return argument(name, pointer);
}

function argument(text: string, pointer: string, before = ''): readonly Uncarriable[] {
  if (text.includes('\0')) return [{ pointer, reason: 'NUL, which no argument of a program holds' }];
  if (new TextEncoder().encode(before + text).length < longestArgument) return [];
  return [{ pointer, reason: 'more than 128 KiB, the most that an argument of a program holds' }];
}

/** How many values jq holds open where it opens the innermost; an object is open together with the name of a member. */
function jqDepth(value: JsonValue): number {
  if (!isJsonArray(value) && !isJsonObject(value)) return 0;
  const own = isJsonArray(value) ? 1 : 2;
  const inner = Math.max(0, ...Object.values(value).map(jqDepth));
  return inner === 0 ? 1 : own + inner;
}
