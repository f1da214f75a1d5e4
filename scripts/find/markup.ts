import { htmlText } from '../changes/markup-text.ts';

/** Text in which backticks make code, as they do in Markdown. */
export function codeText(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${htmlText(part)}</code>` : htmlText(part)))
    .join('');
}

/** The address of one of the framework's pages, from a page in the folder of all contracts or below it. */
export function docsHref(root: string, segments: readonly string[]): string {
  return htmlText(`${root}docs/${segments.map((segment) => encodeURIComponent(segment)).join('/')}/`);
}

/** `1 message`, `3 messages`. */
export function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
