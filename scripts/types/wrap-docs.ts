import { wrapWords } from '../model/wrap-words.ts';

const DOC = /^( *)\/\*\*\n((?:\1 \*.*\n)*?)\1 \*\/$/gmu;

/** Lines that mean something by where they begin: an indented one, a heading, an item, a quotation, a table, a tag. */
const STRUCTURE = /^(?:\s|#|>|\||@|[-*+](?:\s|$)|\d+[.)](?:\s|$))/;
const FENCE = /^\s*(?:```|~~~)/;

/** Words that would make structure of a line that they begin. */
const MARKER = /^(?:#|>|\||[-*+]$|\d+[.)]$|```|~~~)/;

/**
 * Breaks the prose in the JSDoc of a formatted file so that no line is wider, indentation included. The author's own line
 * breaks stay, and so does all that is not prose: lists, indented lines, code between fences, tags.
 */
export function wrapDocs(text: string, width: number): string {
  return text.replaceAll(DOC, (_doc, indent: string, body: string) => {
    const start = `${indent} * `;
    const lines = body
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice(start.length));
    const wrapped = wrapProse(lines, width - start.length).map((line) => `${start}${line}`.trimEnd());
    return [`${indent}/**`, ...wrapped, `${indent} */`].join('\n');
  });
}

function wrapProse(lines: readonly string[], width: number): readonly string[] {
  let isCode = false;
  return lines.flatMap((line) => {
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    if (isFence || isCode || line.length <= width || STRUCTURE.test(line)) return [line];
    return wrapWords(line, width, (word) => !MARKER.test(word));
  });
}
