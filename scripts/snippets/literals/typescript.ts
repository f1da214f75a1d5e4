import { escapeCharacter, escapeInvisible } from '../../model/invisible-characters.ts';
import type { JsonValue } from '../../model/json.ts';
import { layoutLiteral, type LiteralPlace, type LiteralStyle } from './layout.ts';

/** As this repository has set Prettier. */
export const typescriptWidth = 100;

const style: LiteralStyle = {
  indent: 2,
  width: typescriptWidth,
  scalar: typescriptScalar,
  memberName: typescriptMemberName,
  breaksBeforeString: true,
};

/** A JSON value as a TypeScript literal, which `JSON.stringify` turns into the same value again. */
export function typescriptLiteral(value: JsonValue, place: LiteralPlace): string {
  return layoutLiteral(value, style, place);
}

/** The name of a property in an object literal. */
export function typescriptMemberName(name: string): string {
  // `__proto__: x` and `'__proto__': x` would set the prototype; a computed name makes a property like any other.
  if (name === '__proto__') return "['__proto__']";
  return isPlainName(name) ? name : typescriptString(name);
}

/** `.sku` or `['product-id']`, to be put behind an object. */
export function typescriptMember(name: string): string {
  return isPlainName(name) ? `.${name}` : `[${typescriptString(name)}]`;
}

export function typescriptString(text: string): string {
  const quote = count(text, "'") > count(text, '"') ? '"' : "'";
  return `${quote}${escaped(text).replaceAll(quote, `\\${quote}`)}${quote}`;
}

/** Text between backticks. */
export function typescriptTemplate(text: string): string {
  return escaped(text).replaceAll('`', '\\`').replaceAll('${', '\\${');
}

function typescriptScalar(value: null | boolean | number | string): string {
  if (typeof value === 'string') return typescriptString(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

function isPlainName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

function count(text: string, quote: string): number {
  return text.split(quote).length;
}

function escaped(text: string): string {
  return escapeInvisible(text.replaceAll('\\', '\\\\'), escapedCharacter);
}

function escapedCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  return escapeCharacter(character);
}
