import { expect, test } from '@playwright/test';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { copyCatalog, freePort, occupyPort, startDevServer } from './dev-server.ts';
import type { CatalogCopy } from './dev-server.ts';
import { contractFiles } from '../contract-files.ts';
import { eventPath } from './event-page.ts';
import { isRunning } from './process-tree.ts';
import { watchPage } from './watch-page.ts';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

/** React's warning of two edges with one key in EventCatalog's own graph; it says so in development only. */
const KNOWN_NOISE = /^console: Warning: Encountered two children with the same key, [^]* at NodeGraphBuilder /;

/** The first page waits until every library has been bundled, on whatever machine this is. */
const FIRST_VISIT = { waitUntil: 'networkidle', timeout: 150_000 } as const;

/** As long as a page may take to follow what was saved. */
const FOLLOWS = { timeout: 60_000 };

/**
 * What a new description of a field is told in: the version's own files, each of which says of which schema it is made, what
 * changed since the one before, and the lists.
 */
const WRITTEN = [
  ...[...contractFiles.filter((file) => file !== 'example.json'), 'changes.json']
    .toSorted()
    .map((file) => `OutOfStock/0.0.4/${file}`),
  'changes.json',
  'changes.xml',
  'fields.json',
  'index.json',
];

let catalog: CatalogCopy;

test.beforeAll(() => {
  catalog = copyCatalog();
});

test.afterAll(() => catalog.remove());

/** When each contract file was last written. */
function writeTimes(folder: string): ReadonlyMap<string, number> {
  const contracts = join(folder, 'public/contracts');
  const files = globSync('**/*.*', { cwd: contracts }).filter((path) => statSync(join(contracts, path)).isFile());
  return new Map(files.map((path) => [path.split(sep).join('/'), statSync(join(contracts, path)).mtimeMs]));
}

function edit(path: string, before: string, after: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));
}

test('a page follows what is saved, without a restart or a reload by hand', async ({ page }) => {
  const port = await freePort();
  const server = startDevServer(catalog.folder, port);
  try {
    const address = await server.address;
    expect(address).toBe(`http://localhost:${port}/`);
    const processes = server.processes();
    expect(processes.length, 'EventCatalog and Astro are processes of their own').toBeGreaterThan(1);
    const watched = watchPage(page, address);
    await page.goto(`${address}${eventPath('OutOfStock', '0.0.4')}`, FIRST_VISIT);
    const field = page.locator('#field-product_id');
    await expect(field).toContainText('The product that is out of stock.');

    const before = writeTimes(catalog.folder);
    const schema = join(catalog.folder, 'events/OutOfStock/schema.json');
    edit(schema, 'The product that is out of stock.', 'The product that nobody can buy.');
    await expect(field).toContainText('The product that nobody can buy.', FOLLOWS);
    await expect(page.getByRole('tabpanel', { name: 'TypeScript', exact: true })).toContainText(
      'The product that nobody can buy.',
      FOLLOWS,
    );

    const written = (): readonly string[] =>
      [...writeTimes(catalog.folder)].filter(([path, time]) => before.get(path) !== time).map(([path]) => path);
    await expect.poll(() => written().toSorted(), FOLLOWS).toEqual(WRITTEN);
    const after = writeTimes(catalog.folder);
    expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);

    edit(schema, '"title"', '"title');
    await expect.poll(server.output, FOLLOWS).toContain('events/OutOfStock/schema.json:3');
    edit(schema, '"title', '"title"');
    edit(schema, 'The product that nobody can buy.', 'The product that is sold out.');
    await expect(field, 'a fault that was mended does no harm').toContainText('The product that is sold out.', FOLLOWS);
    expect(watched.troubles.filter((trouble) => !KNOWN_NOISE.test(trouble))).toEqual([]);

    expect(server.processes(), 'nothing was started anew').toEqual(processes);
    expect(await server.stop()).toBe(0);
    await expect.poll(() => processes.filter(isRunning), { message: 'processes that were left behind' }).toEqual([]);
    await expect(fetch(address)).rejects.toThrow();
  } finally {
    await server.stop();
  }
});

test('where the port is taken, the address that is printed is the one that answers', async () => {
  const taken = await occupyPort();
  const server = startDevServer(catalog.folder, taken.port);
  try {
    const address = await server.address;
    expect(address).not.toContain(`:${taken.port}/`);
    const home = await fetch(address);
    expect(home.status).toBe(200);
    expect(await home.text()).toContain('Awesome Fake Company');
  } finally {
    await server.stop();
    await taken.release();
  }
});
