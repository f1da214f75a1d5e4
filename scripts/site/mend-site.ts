import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';

/** Mends what EventCatalog 3.48.4 gets wrong in a site that it has built. What is right already stays as it is. */
export function mendSite(folder: string): void {
  mendHome(join(folder, 'index.html'));
  // A site that needs a server has its files one folder deeper.
  for (const place of ['pagefind', 'client/pagefind']) mendSearch(join(folder, place, 'fragment'));
}

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
 * would lead nowhere. So the addresses are kept without it.
 */
function mendSearch(folder: string): void {
  const records = recordsIn(folder);
  const base = records.map(baseOf).find((found) => found !== undefined) ?? '';
  if (base === '') return;
  for (const { file, data, url } of records) {
    if (!url.startsWith(`${base}/`)) continue;
    const text = `${MARK}${JSON.stringify({ ...data, url: url.slice(base.length) })}`;
    writeFileSync(file, gzipSync(text, { level: 9 }));
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
  return filesIn(folder).flatMap((name) => {
    const file = join(folder, name);
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    const data: JsonValue = text.startsWith(MARK) ? JSON.parse(text.slice(MARK.length)) : null;
    return isJsonObject(data) && typeof data['url'] === 'string' ? [{ file, data, url: data['url'] }] : [];
  });
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.pf_fragment'));
  } catch {
    // The site has no index.
    return [];
  }
}
