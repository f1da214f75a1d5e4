import { escapeInvisible } from '../../model/invisible-characters.ts';

/** An interpreted string literal. */
export function goString(text: string): string {
  return `"${goFormatted(text).replaceAll('%%', '%')}"`;
}

/** Text between the quotes of a format: `%` stands for itself. */
export function goFormatted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%');
  return escapeInvisible(escaped, escapedCharacter);
}

function escapedCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** A key and its value in a composite literal; the value may take several lines. */
export type GoPair = readonly [key: string, value: string];

/** As long as this, keys stand in one column whatever their length. */
const SMALL_KEY = 40;
/** A key this much longer or shorter than those above it begins a new column. */
const RATIO = 2.5;

/** Lines `key: value,` as gofmt aligns them: its rule is in go/printer, exprList. */
export function goPairs(pairs: readonly GoPair[], indent: string): string {
  const sections: GoPair[][] = [];
  let sizes: number[] = [];
  let previous = 0;
  for (const pair of pairs) {
    const size = pair.some((text) => text.includes('\n')) ? 0 : Buffer.byteLength(pair[0]);
    const breaks = previous === 0 || size === 0 || !isAlike(previous, size, sizes);
    if (breaks) {
      sections.push([]);
      sizes = [];
    }
    sections.at(-1)?.push(pair);
    if (size > 0) sizes.push(size);
    previous = size;
  }
  return sections.map((section) => aligned(section, indent)).join('');
}

function isAlike(previous: number, size: number, sizes: readonly number[]): boolean {
  if (sizes.length === 0 || (previous <= SMALL_KEY && size <= SMALL_KEY)) return true;
  const mean = Math.exp(sizes.reduce((sum, one) => sum + Math.log(one), 0) / sizes.length);
  const ratio = size / mean;
  return RATIO * ratio > 1 && ratio < RATIO;
}

function aligned(section: readonly GoPair[], indent: string): string {
  const width = Math.max(...section.map(([key]) => [...key].length));
  return section
    .map(([key, value]) => `${indent}${key}:${' '.repeat(width - [...key].length + 1)}${value},\n`)
    .join('');
}
