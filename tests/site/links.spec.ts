import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { committedContract } from './event-page.ts';
import { knownBrokenLinks } from './known-broken-links.ts';
import { addressesInStyles, linksInHtml } from './page-links.ts';
import type { PageLinks } from './page-links.ts';
import { SITES } from './sites.ts';
import { fileFor } from './static-server.ts';
import { expect, test } from './test.ts';

/** Where a build says that it will be published, and where it is read now: links to either must lead to something. */
const { site: published }: { site: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../catalog.config.json'), 'utf8'),
);
const HOSTS: readonly string[] = [new URL(published).origin, 'http://site.test'];

const HTML_PAGES = /(?:^|\/)index\.html$/;

interface Link {
  /** The page or style sheet that has it, below the site's home. */
  readonly from: string;
  readonly url: URL;
}

function filesOf(dist: string, pattern: string): readonly string[] {
  return globSync(pattern, { cwd: dist })
    .map((path) => path.split(sep).join('/'))
    .toSorted();
}

async function linksOfSite(
  page: Page,
  dist: string,
  basePath: string,
): Promise<{ links: readonly Link[]; pages: ReadonlyMap<string, PageLinks> }> {
  const pages = new Map<string, PageLinks>();
  const links: Link[] = [];
  const add = (from: string, addresses: readonly string[]) => {
    for (const address of addresses) links.push({ from, url: new URL(address, `http://site.test${basePath}${from}`) });
  };
  for (const file of filesOf(dist, '**/*.html')) {
    const found = await linksInHtml(page, readFileSync(join(dist, file), 'utf8'));
    pages.set(file, found);
    add(
      file.replace(HTML_PAGES, (end) => end.slice(0, -'index.html'.length)),
      found.addresses,
    );
  }
  for (const file of filesOf(dist, '**/*.css')) add(file, addressesInStyles(readFileSync(join(dist, file), 'utf8')));
  return { links: links.filter(({ url }) => HOSTS.includes(url.origin)), pages };
}

test('no link within the site is broken', async ({ page, dist, basePath }) => {
  test.slow();
  const root = realpathSync(dist);
  const { links, pages } = await linksOfSite(page, root, basePath);
  expect(pages.size, 'pages').toBeGreaterThan(80);
  expect(links.length, 'links').toBeGreaterThan(2000);
  const known = knownBrokenLinks(basePath).inHtml;
  const met = new Set<string>();
  const broken: string[] = [];
  for (const { from, url } of links) {
    const file = await fileFor(root, basePath, url.pathname);
    const entry = known.find(({ path, pages: having }) => path === url.pathname && having.test(from));
    if (file === undefined && entry !== undefined) met.add(entry.path);
    else if (file === undefined) broken.push(`${from}: ${url.pathname}`);
    else if (!hasFragment(file.slice(root.length + 1), url.hash))
      broken.push(`${from}: ${url.pathname}${url.hash}, which has no such heading`);
  }
  expect([...new Set(broken)]).toEqual([]);
  expect([...met].toSorted(), 'all that is known to be broken still is: take what was mended off the list').toEqual(
    known.map(({ path }) => path).toSorted(),
  );

  function hasFragment(file: string, hash: string): boolean {
    return hash.length < 2 || (pages.get(file)?.ids.includes(decodeURIComponent(hash.slice(1))) ?? false);
  }
});

test('every file in the index of contracts is at its address, with the content that it names', async ({ site }) => {
  const index: { messages: { versions: { files: { path: string; sha256: string }[] }[] }[] } = JSON.parse(
    committedContract('index.json'),
  );
  const files = index.messages.flatMap(({ versions }) => versions).flatMap((version) => version.files);
  expect(files.length).toBeGreaterThan(30);
  for (const { path, sha256 } of files) {
    const response = await fetch(`${site.address}contracts/${path}`);
    expect(response.status, path).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sha256);
  }
  for (const path of ['index.json', 'events.d.ts']) {
    const response = await fetch(`${site.address}contracts/${path}`);
    expect(await response.text()).toBe(committedContract(path));
  }
});

test('what is not on the site is not found', async ({ site, basePath }) => {
  const { origin } = new URL(site.address);
  const outside = basePath === '/' ? [] : [`${origin}/`, `${origin}/contracts/index.json`];
  // The other build lies beside this one: only a way out of the served folder leads to it.
  const beside = SITES.filter((other) => other.basePath !== basePath).map(
    ({ folder }) => `${site.address}..%2f${folder}%2findex.html`,
  );
  for (const address of [`${site.address}docs/events/NoSuchEvent/`, ...beside, ...outside]) {
    expect((await fetch(address)).status, address).toBe(404);
  }
});
