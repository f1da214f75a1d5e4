import { printable } from './console.ts';

/** A part of a sentence: what stands between two backticks is code, the rest is text. */
export interface TextPart {
  readonly isCode: boolean;
  readonly text: string;
}

/** Our sentences put names of a catalog between backticks. Whatever else a name holds, it is in one of these parts. */
export function textParts(sentence: string): readonly TextPart[] {
  return sentence
    .split(/(?<!`)`([^`\s][^`]*)`(?!`)/)
    .map((text, index) => ({ isCode: index % 2 === 1, text }))
    .filter(({ text }) => text !== '');
}

/** Text on one line, with what cannot be seen written out. */
export function onOneLine(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' ').trim());
}

/** The text, or as much of it as has room, whole characters only. */
export function cutLong(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** `1 message`, `2 messages` */
export function counted(many: number, one: string, more = `${one}s`): string {
  return `${many} ${many === 1 ? one : more}`;
}

/** `events/OutOfStock/schema.json:12:5`, which terminals and editors make a link. */
export function placeText({ file, line, column }: ShownPlace): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`;
}

/** A file, and where in it; from 1. */
export interface ShownPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}
