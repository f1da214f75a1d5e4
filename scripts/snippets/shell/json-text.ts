import { escapeInvisible } from '../../model/invisible-characters.ts';
import { isJsonArray, isJsonObject, type JsonValue } from '../../model/json.ts';
import { appendPointer, type JsonPointer } from '../../model/pointer.ts';
import { shellWidth } from '../literals/shell.ts';

/** A value as JSON that people can read: no character is in it that does not show, and arrays share a line if they fit. */
export function jsonText(value: JsonValue, replaced: ReadonlyMap<JsonPointer, string>): string {
  return write(value, '', 0, 0, replaced);
}

/** A string as it stands in JSON, and in a program of jq. */
export function jsonString(text: string): string {
  return escapeInvisible(JSON.stringify(text), escapedCharacter);
}

function write(
  value: JsonValue,
  pointer: JsonPointer,
  margin: number,
  column: number,
  replaced: ReadonlyMap<JsonPointer, string>,
): string {
  const text = replaced.get(pointer);
  if (text !== undefined) return text;
  const inner = margin + 2;
  const block = (open: string, items: readonly string[], close: string): string =>
    `${open}\n${items.map((item) => `${' '.repeat(inner)}${item}`).join(',\n')}\n${' '.repeat(margin)}${close}`;

  if (isJsonArray(value)) {
    const items = value.map((item, index) => write(item, appendPointer(pointer, index), inner, inner, replaced));
    const line = `[${items.join(', ')}]`;
    return !line.includes('\n') && column + line.length < shellWidth ? line : block('[', items, ']');
  }
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([name, member]) => {
      const label = `${jsonString(name)}: `;
      return label + write(member, appendPointer(pointer, name), inner, inner + label.length, replaced);
    });
    return members.length === 0 ? '{}' : block('{', members, '}');
  }
  if (typeof value === 'string') return jsonString(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** `\u202e`, or two of them where JSON wants a pair. */
function escapedCharacter(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
