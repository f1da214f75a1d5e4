import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';

/** Mends what EventCatalog 3.48.4 gets wrong in a site that it has built. What is right already stays as it is. */
export function mendSite(folder: string): void {
  mendHome(join(folder, 'index.html'));
  // A site that needs a server has its files one folder deeper.
  for (const root of [folder, join(folder, 'client')]) {
    mendSearch(root);
    mendNarrowScreens(join(root, '_astro'));
  }
}

/** Pages that hold no component of ours, such as those of the vocabularies and of the schemas, get its styles as well. */
function mendNarrowScreens(folder: string): void {
  const styles = readFileSync(NARROW_SCREENS, 'utf8');
  for (const name of namesIn(folder).filter((file) => STYLES_OF_ALL.test(file))) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    if (!text.endsWith(styles)) writeFileSync(file, `${text}\n${styles}`);
  }
}

const NARROW_SCREENS = join(import.meta.dirname, '../../components/narrow-screens.css');

/** The framework's frame, which every page of the catalog has. */
const STYLES_OF_ALL = /^VerticalSideBarLayout\.[\w-]+\.css$/;

/**
 * Where the home leads to a landing page, it shows "Redirecting" for two seconds first; and it has no icon, so that browsers
 * look for one at the root of the host.
 */
function mendHome(file: string): void {
  if (!existsSync(file)) return;
  const html = readFileSync(file, 'utf8');
  const mended = html.replace(REDIRECT, '$1<link rel="icon" href="data:,">$2"0;');
  if (mended !== html) writeFileSync(file, mended);
}

const REDIRECT = /^(<!doctype html><title>Redirecting to: [^<]*<\/title>)(<meta http-equiv="refresh" content=)"2;/;

/** What Pagefind writes in front of each record. */
const MARK = 'pagefind_dcd';

interface SearchRecord {
  readonly file: string;
  readonly data: JsonObject;
  /** The address of its page. */
  readonly url: string;
}

/**
 * Below a base path each page has the base in its address, and Pagefind puts it there once more: every result of the search
 * would lead nowhere. So the addresses are kept without it. And a changelog is found at an address of its own, though only
 * the page of its version is there: the result leads to that one.
 */
function mendSearch(root: string): void {
  const records = recordsIn(join(root, 'pagefind', 'fragment'));
  const base = records.map(baseOf).find((found) => found !== undefined) ?? '';
  for (const { file, data, url } of records) {
    const plain = base !== '' && url.startsWith(`${base}/`) ? url.slice(base.length) : url;
    const above = plain.replace(/changelog\/?$/, '');
    const mended = !isPage(root, plain) && isPage(root, above) ? above : plain;
    if (mended === url) continue;
    writeFileSync(file, gzipSync(`${MARK}${JSON.stringify({ ...data, url: mended })}`, { level: 9 }));
  }
}

function isPage(root: string, address: string): boolean {
  try {
    return existsSync(join(root, decodeURI(address), 'index.html'));
  } catch {
    // An address that is no text.
    return false;
  }
}

/** What stands before the address that the page of a team or of a version has in every catalog. */
function baseOf({ data, url }: SearchRecord): string | undefined {
  const meta = data['meta'] ?? null;
  if (!isJsonObject(meta)) return undefined;
  const text = (name: string) => {
    const value = meta[name];
    return typeof value === 'string' ? value : '';
  };
  const page = `/docs/${text('collection')}/${text('id')}`;
  const ends = [page, `${page}/${text('version')}`];
  const address = url.replace(/\/$/, '');
  const end = ends.find((one) => address.endsWith(one));
  return end === undefined ? undefined : address.slice(0, -end.length);
}

function recordsIn(folder: string): readonly SearchRecord[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.pf_fragment'))
    .flatMap((name) => {
      const file = join(folder, name);
      const text = gunzipSync(readFileSync(file)).toString('utf8');
      const data: JsonValue = text.startsWith(MARK) ? JSON.parse(text.slice(MARK.length)) : null;
      return isJsonObject(data) && typeof data['url'] === 'string' ? [{ file, data, url: data['url'] }] : [];
    });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // The site has none of these.
    return [];
  }
}
