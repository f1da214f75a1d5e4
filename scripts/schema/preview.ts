import { isJsonArray, isJsonObject, type JsonValue } from '../model/json.ts';

const textLimit = 60;
const nameLimit = 5;

/** A value in a few words, for a sentence: texts are cut, and a list or an object is told by its size or its keys. */
export function preview(value: JsonValue): string {
  if (isJsonArray(value)) return value.length === 1 ? 'a list of 1 item' : `a list of ${value.length} items`;
  if (isJsonObject(value)) return previewObject(value);
  return cutText(JSON.stringify(value));
}

/** A text of at most 60 characters, whole characters only. */
export function cutText(text: string): string {
  return text.length <= textLimit ? text : `${text.slice(0, textLimit).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** `"a", "b" or "c"`, with the last ones counted when there are many. */
export function listing(items: readonly string[], limit = 8): string {
  if (items.length <= 1) return items.join('');
  if (items.length > limit) return `${items.slice(0, limit).join(', ')} or ${items.length - limit} more`;
  return `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

function previewObject(value: object): string {
  const names = Object.keys(value);
  if (names.length === 0) return 'an object without properties';
  const shown = names.slice(0, nameLimit).map((name) => cutText(JSON.stringify(name)));
  return `an object with ${shown.join(', ')}${names.length > nameLimit ? ` and ${names.length - nameLimit} more` : ''}`;
}
