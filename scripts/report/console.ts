import { escapeInvisible } from '../model/invisible-characters.ts';

/** What a command needs of the process around it, so that tests can stand in for it. */
export interface Console {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and faults. */
  readonly err: (text: string) => void;
  /** Width of the terminal in characters; 80 where there is none. */
  readonly columns: number;
  readonly hasColor: boolean;
}

type Style = 'red' | 'yellow' | 'blue' | 'green' | 'bold' | 'dim';

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  bold: [1, 22],
  dim: [2, 22],
};

export function styled(console: Pick<Console, 'hasColor'>, style: Style, text: string): string {
  const [open, close] = CODES[style];
  return console.hasColor ? `\u{1b}[${open}m${text}\u{1b}[${close}m` : text;
}

/** What cannot be seen is shown as `\u{…}`: text of a catalog must not steer the terminal. */
export function printable(text: string): string {
  return escapeInvisible(text, (character) =>
    character === '\n' ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** Breaks text at spaces so that no line is longer than the width, each line indented. A longer word stays whole. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const isFirst = line === indent;
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = isFirst ? `${indent}${word}` : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
