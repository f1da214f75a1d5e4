import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mendSite } from './mend-site.ts';

let site: string;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'mend-site-'));
  mkdirSync(join(site, 'pagefind', 'fragment'), { recursive: true });
});

afterEach(() => rmSync(site, { recursive: true, force: true }));

function write(name: string, url: string, meta: Readonly<Record<string, string>>): void {
  const text = `pagefind_dcd${JSON.stringify({ url, content: 'Größe', meta })}`;
  writeFileSync(join(site, 'pagefind', 'fragment', `${name}.pf_fragment`), gzipSync(text));
}

function urlOf(name: string): string {
  const text = gunzipSync(readFileSync(join(site, 'pagefind', 'fragment', `${name}.pf_fragment`))).toString('utf8');
  const record: { url: string; content: string } = JSON.parse(text.replace(/^pagefind_dcd/, ''));
  expect(record.content).toBe('Größe');
  return record.url;
}

const event = { collection: 'events', id: 'OutOfStock', version: '1.0.0' };

test.each(['', '/docs', '/docs/catalog', '/a/docs/events/b'])(
  'the search of a site below %j knows pages without it',
  (base) => {
    write('language', `${base}/docs/domains/Inventory/language`, { collection: 'language', id: 'Inventory' });
    write('event', `${base}/docs/events/OutOfStock/1.0.0/`, event);
    write('team', `${base}/docs/teams/docs`, { collection: 'teams', id: 'docs', version: '' });
    for (let run = 0; run < 2; run += 1) {
      mendSite(site);
      expect(['language', 'event', 'team'].map(urlOf)).toEqual([
        '/docs/domains/Inventory/language',
        '/docs/events/OutOfStock/1.0.0/',
        '/docs/teams/docs',
      ]);
    }
  },
);

test.each(['', '/docs/catalog'])('a changelog without a page of its own leads to its version, below %j', (base) => {
  const page = '/docs/events/OutOfStock/1.0.0/';
  mkdirSync(join(site, page), { recursive: true });
  writeFileSync(join(site, page, 'index.html'), '');
  write('event', `${base}${page}`, event);
  write('changelog', `${base}${page}changelog/`, { collection: 'changelog', id: 'OutOfStock', version: '1.0.0' });
  mendSite(site);
  expect(['event', 'changelog'].map(urlOf)).toEqual([page, page]);
  mkdirSync(join(site, page, 'changelog'));
  writeFileSync(join(site, page, 'changelog', 'index.html'), '');
  write('changelog', `${page}changelog/`, { collection: 'changelog', id: 'OutOfStock', version: '1.0.0' });
  mendSite(site);
  expect(urlOf('changelog')).toBe(`${page}changelog/`);
});

test('the home leads to the landing page at once; a home of its own stays as it is', () => {
  const home = join(site, 'index.html');
  const redirect = (seconds: number, icon = '') =>
    `<!doctype html><title>Redirecting to: /a</title>${icon}<meta http-equiv="refresh" content="${seconds};url=/a"><body></body>`;
  writeFileSync(home, redirect(2));
  mendSite(site);
  expect(readFileSync(home, 'utf8')).toBe(redirect(0, '<link rel="icon" href="data:,">'));
  writeFileSync(home, '<!doctype html><title>Home</title><meta http-equiv="refresh" content="2;url=/a">');
  mendSite(site);
  expect(readFileSync(home, 'utf8')).toContain('content="2;url=/a"');
});

test('a site without a home or a search is left alone', () => {
  rmSync(join(site, 'pagefind'), { recursive: true });
  expect(() => mendSite(site)).not.toThrow();
});

test('every page is laid out for narrow screens, once', () => {
  const [frame, other] = ['VerticalSideBarLayout.BdL4DcCD.css', 'tailwind.BG10ViCK.css'].map((name) =>
    join(site, '_astro', name),
  );
  mkdirSync(join(site, '_astro'));
  for (const file of [frame, other]) writeFileSync(file ?? '', '.a{color:red}');
  mendSite(site);
  const mended = readFileSync(frame ?? '', 'utf8');
  expect(mended).toMatch(/^\.a\{color:red\}\n/);
  expect(mended).toMatch(/max-width: 767px[^]*#sidebar/);
  expect(readFileSync(other ?? '', 'utf8')).toBe('.a{color:red}');
  mendSite(site);
  expect(readFileSync(frame ?? '', 'utf8')).toBe(mended);
});
