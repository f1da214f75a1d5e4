import { printable, styled, wrap } from '../console.ts';
import type { ReportContext } from '../reporter.ts';
import { cutLong, onOneLine } from '../shown-text.ts';

/** Text of a catalog, wrapped into the terminal's width. */
export function paragraph(text: string, indent: string, { columns }: ReportContext): string {
  return wrap(onOneLine(text), columns, indent);
}

/** As a paragraph, the first line starting with a sign. */
export function item(sign: string, text: string, indent: string, context: ReportContext): string {
  const wrapped = paragraph(text, `${indent}${' '.repeat(sign.length + 1)}`, context);
  return `${indent}${sign} ${wrapped.trimStart()}`;
}

export function dimmed(text: string, indent: string, context: ReportContext): string {
  return styled(context, 'dim', paragraph(text, indent, context));
}

/**
 * On a build server this text stands in a log, and a line of it that starts with two colons, or holds `##[`, would be a
 * command to the server.
 */
export function withoutCommands(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, '$1·').replaceAll('##[', '##(');
}

export function heading(text: string, context: ReportContext): string {
  return styled(context, 'bold', `  ${text}`);
}

/** One line as it is, spaces included, cut where it is too long. */
export function lineOfCode(text: string, room: number): string {
  return cutLong(printable(text.replaceAll(/\s/g, ' ')), room);
}
