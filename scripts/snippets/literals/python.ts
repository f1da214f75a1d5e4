import { escapeInvisible } from '../../model/invisible-characters.ts';
import type { JsonValue } from '../../model/json.ts';
import { layoutLiteral, type LiteralPlace, type LiteralStyle } from './layout.ts';

/** PEP 8. */
export const pythonWidth = 79;

const style: LiteralStyle = {
  indent: 4,
  width: pythonWidth,
  scalar: pythonScalar,
  memberName: pythonString,
  breaksBeforeString: false,
};

/** A JSON value as a Python literal, which `json.dumps` turns into the same value again. */
export function pythonLiteral(value: JsonValue, place: LiteralPlace): string {
  return layoutLiteral(value, style, place);
}

export function pythonScalar(value: null | boolean | number | string): string {
  if (typeof value === 'string') return pythonString(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  // As an integer minus zero would lose its sign.
  if (typeof value === 'number') return Object.is(value, -0) ? '-0.0' : String(value);
  return 'None';
}

export function pythonString(text: string): string {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  return `${quote}${escaped(text, quote)}${quote}`;
}

/** `b"OutOfStock"`: the text in UTF-8. */
export function pythonBytes(text: string): string {
  return /^[ -~]*$/.test(text) ? `b${pythonString(text)}` : `${pythonString(text)}.encode("utf-8")`;
}

/** Text between the quotes of `f"…"`. */
export function pythonFormatted(text: string): string {
  return escaped(text, '"').replaceAll('{', '{{').replaceAll('}', '}}');
}

function escaped(text: string, quote: string): string {
  return escapeInvisible(text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`), escapedCharacter);
}

function escapedCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
