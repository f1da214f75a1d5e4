import { isJsonArray, isJsonObject, type JsonValue } from '../../model/json.ts';
import { appendPointer, type JsonPointer } from '../../model/pointer.ts';

/** How a language writes JSON values. Objects have one member a line; arrays share a line when they fit. */
export interface LiteralStyle {
  /** Of one step, in spaces. */
  readonly indent: number;
  /** Of the whole line. */
  readonly width: number;
  readonly scalar: (value: null | boolean | number | string) => string;
  /** The name of a member, up to the colon. */
  readonly memberName: (name: string) => string;
  /** True when a string that is too long for its line goes to the next one, behind its name. */
  readonly breaksBeforeString: boolean;
}

/** Where a literal is to stand. */
export interface LiteralPlace {
  /** Spaces at the start of the line on which it begins. */
  readonly margin: number;
  /** Characters on that line before it, the margin among them. */
  readonly column: number;
  /** Code that stands for the value at a place, by pointer into the value. */
  readonly replaced: ReadonlyMap<JsonPointer, string>;
}

/** Writes a value as a literal; lines after the first bring their own margin. */
export function layoutLiteral(value: JsonValue, style: LiteralStyle, place: LiteralPlace): string {
  return write(value, '', place.margin, place.column, style, place.replaced);
}

function write(
  value: JsonValue,
  pointer: JsonPointer,
  margin: number,
  column: number,
  style: LiteralStyle,
  replaced: LiteralPlace['replaced'],
): string {
  const code = replaced.get(pointer);
  if (code !== undefined) return code;
  const inner = margin + style.indent;
  const spaces = ' '.repeat(inner);
  const block = (open: string, items: readonly string[], close: string): string =>
    `${open}\n${items.map((item) => `${spaces}${item},\n`).join('')}${' '.repeat(margin)}${close}`;

  if (isJsonArray(value)) {
    const items = value.map((item, index) => write(item, appendPointer(pointer, index), inner, inner, style, replaced));
    const line = `[${items.join(', ')}]`;
    const isShort = !line.includes('\n') && column + line.length + 1 <= style.width && !isTable(value);
    return isShort ? line : block('[', items, ']');
  }
  if (isJsonObject(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    return block(
      '{',
      entries.map(([name, member]) => writeMember(name, member)),
      '}',
    );
  }
  return style.scalar(value);

  function writeMember(name: string, member: JsonValue): string {
    const label = `${style.memberName(name)}: `;
    const text = write(member, appendPointer(pointer, name), inner, inner + label.length, style, replaced);
    const isTooLong = inner + label.length + text.length + 1 > style.width;
    // Prettier leaves a string behind a short name: little would be won.
    const isMoved =
      style.breaksBeforeString && typeof member === 'string' && label.length - ': '.length >= style.indent + 3;
    return isTooLong && isMoved ? `${label.trimEnd()}\n${spaces}${' '.repeat(style.indent)}${text}` : label + text;
  }
}

/** An array of arrays reads better with one row a line. */
function isTable(value: readonly JsonValue[]): boolean {
  return value.length > 1 && value.every((item) => isJsonArray(item) && item.length > 1);
}
