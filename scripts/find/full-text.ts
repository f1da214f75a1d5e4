/** What we use of Pagefind, which EventCatalog's build puts beside the site. */
export interface FullText {
  readonly options: (options: Readonly<Record<string, string | number>>) => Promise<void>;
  readonly search: (words: string) => Promise<{ readonly results: readonly FullTextResult[] }>;
}

interface FullTextResult {
  readonly data: () => Promise<FullTextPage>;
}

export interface FullTextPage {
  readonly url: string;
  readonly plain_excerpt?: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** A page on which the words stand. */
export interface FoundPage {
  readonly href: string;
  readonly title: string;
  /** `Event`, `Changelog`, … */
  readonly type: string;
  readonly version: string;
  readonly excerpt: string;
}

const MOST_PAGES = 8;
/** Older versions of a page are pages of their own: so many are looked at to find others. */
const MOST_READ = 24;

/** The pages on which all words stand, the best first, and of each only the newest version of those that were read. */
export async function findPages(fullText: FullText, words: string, root: string): Promise<readonly FoundPage[]> {
  const { results } = await fullText.search(words);
  const read = await Promise.all(results.slice(0, MOST_READ).map(async ({ data }) => data()));
  const newest = new Map<string, FullTextPage>();
  for (const page of read) {
    const { collection = '', id = '' } = page.meta;
    const key = id === '' ? page.url : JSON.stringify([collection, id]);
    const other = newest.get(key);
    if (other === undefined || versionOrder.compare(versionOf(page), versionOf(other)) > 0) newest.set(key, page);
  }
  return [...newest.values()].slice(0, MOST_PAGES).map((page) => foundPage(page, root));
}

const versionOrder = new Intl.Collator('en', { numeric: true });

function versionOf({ meta }: FullTextPage): string {
  return meta['version'] ?? '';
}

function foundPage({ url, meta, plain_excerpt: excerpt = '' }: FullTextPage, root: string): FoundPage {
  const { title = '', type = '', version = '' } = meta;
  return { href: pageHref(url, root), title: title || url, type: type || 'Page', version, excerpt };
}

/** What addresses of pages start with, below the root of the site. */
const PAGE = /^(?:docs|diagrams)\//;

/**
 * The address of a page. EventCatalog writes the base of the site into the index already, and Pagefind would put it there
 * once more: so it is asked for addresses as they were written, and the base is added only where it is missing.
 */
export function pageHref(url: string, root: string): string {
  const below = url.startsWith(root) && PAGE.test(url.slice(root.length)) ? url.slice(root.length) : url;
  return `${root}${below.replace(/^\/+/, '').replace(/\/*$/, '/')}`;
}
