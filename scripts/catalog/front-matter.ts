/** What stands between the `---` lines at the top of a Markdown page. */
export type FrontMatter =
  | { readonly kind: 'yaml'; readonly text: string; readonly linesAbove: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unclosed' }
  /** `---js` and the like: front matter that is code. It is never run. */
  | { readonly kind: 'code'; readonly language: string };

const OPENING = /^---(?!-)([^\S\r\n]*\S*)[^\S\r\n]*(?:\r?\n|$)/;
const CLOSING = /^---[^\S\r\n]*\r?$/m;

export function frontMatterOf(page: string): FrontMatter {
  const opening = OPENING.exec(page);
  if (opening === null) return { kind: 'missing' };
  const language = opening[1]?.trim() ?? '';
  if (language !== '' && language !== 'yaml' && language !== 'yml') return { kind: 'code', language };
  const rest = page.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (closing === null) return { kind: 'unclosed' };
  return { kind: 'yaml', text: rest.slice(0, closing.index), linesAbove: 1 };
}
