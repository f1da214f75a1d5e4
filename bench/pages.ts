import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Path of each page of a built site to its text, without markup and white space. */
export type PageTexts = ReadonlyMap<string, string>;

export async function readPageTexts(site: string): Promise<PageTexts> {
  const texts = new Map<string, string>();
  for await (const path of glob('**/*.html', { cwd: site }))
    texts.set(path, textOf(await readFile(join(site, path), 'utf8')));
  return texts;
}

function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, '')
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, '');
}

const SHOWN_PATHS = 5;

/** One sentence on how the pages of two sites differ. */
export function comparePages(stock: PageTexts, ours: PageTexts): string {
  const different = [...new Set([...stock.keys(), ...ours.keys()])]
    .filter((path) => stock.get(path) !== ours.get(path))
    .toSorted();
  if (different.length === 0) return `${stock.size} pages, all with the same text`;
  const shown = [...different.slice(0, SHOWN_PATHS), ...(different.length > SHOWN_PATHS ? ['…'] : [])].join(', ');
  return `${stock.size} and ${ours.size} pages; ${different.length} differ (${shown})`;
}
