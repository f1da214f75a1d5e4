import type { Page } from '@playwright/test';
import { realpathSync } from 'node:fs';
import { eventPath } from './event-page.ts';
import { knownBrokenLinks } from './known-broken-links.ts';
import { fileFor } from './static-server.ts';
import { expect, test } from './test.ts';

/** One page of every kind that a visitor comes to. */
const PAGES = [
  '',
  eventPath('OutOfStock', '0.0.4'),
  eventPath('OutOfStock', '0.0.1'),
  eventPath('OrderPlaced', '2.1.0'),
  eventPath('CustomerErased', '0.1.0'),
  eventPath('ParcelScanned', '1.0.0'),
  'docs/commands/ReserveStock/2.0.0/',
  'docs/queries/GetOrder/1.0.0/',
  'docs/flows/OrderToDoor/1.0.0/',
  'docs/services/InventoryService/1.0.0/',
  'docs/domains/Inventory/1.0.0/',
  'docs/domains/Inventory/language/',
  'docs/channels/inventory.adjusted/1.0.0/',
  'docs/teams/inventory-platform/',
  'docs/events/OutOfStock/0.0.4/field-lineage/',
  'schemas/explorer/',
  'schemas/events/OutOfStock/0.0.4/',
  'visualiser/events/OutOfStock/0.0.4/',
  'visualiser/domains/Inventory/1.0.0/',
  'visualiser/context-map/',
  'architecture/services/InventoryService/1.0.0/',
  'discover/events/',
  'discover/services/',
  'directory/teams/',
];

/** The paths that the page as it stands now links to, on this host. */
async function linkedPaths(page: Page, origin: string): Promise<ReadonlySet<string>> {
  const links = await page
    .locator('a[href]')
    .evaluateAll((anchors) =>
      anchors.map((anchor) => new URL(anchor.getAttribute('href') ?? '', document.baseURI).href),
    );
  const inside = links.map((link) => new URL(link)).filter((link) => link.origin === origin);
  return new Set(inside.map(({ pathname }) => pathname));
}

for (const path of PAGES) {
  test(`nothing goes wrong behind ${path === '' ? 'the home page' : path}`, async ({
    page,
    watched,
    site,
    dist,
    basePath,
  }) => {
    const response = await page.goto(path, { waitUntil: 'networkidle' });
    expect(response?.status()).toBe(200);
    await expect(page.locator('body')).not.toBeEmpty();
    expect(watched.givenUp, 'requests that were given up though nobody left the page').toEqual([]);

    // Its scripts have added links that are not in its HTML.
    const known = knownBrokenLinks(basePath);
    const inHtml = known.inHtml.map((link) => link.path);
    const links = await linkedPaths(page, new URL(site.address).origin);
    expect(links.size).toBeGreaterThan(5);
    const broken: string[] = [];
    for (const link of links) {
      if (!inHtml.includes(link) && (await fileFor(realpathSync(dist), basePath, link)) === undefined)
        broken.push(link);
    }
    expect(new Set(broken)).toEqual(
      new Set(known.byScripts.filter(({ pages }) => pages.test(path)).map((link) => link.path)),
    );
  });
}

test('nothing goes wrong while the visitor searches', async ({ page, watched }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'), { waitUntil: 'networkidle' });
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('inventory');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(watched.givenUp).toEqual([]);
});

test('nothing goes wrong while the visitor goes from page to page', async ({ page }) => {
  await page.goto('', { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 2 }).getByRole('link', { name: 'Inventory' }).click();
  await expect(page).toHaveURL(/\/docs\/domains\/Inventory\/1\.0\.0\/?$/);
  await page.locator('#sidebar').getByRole('button', { name: 'Inventory Service' }).first().click();
  await page.locator('#sidebar').getByRole('link', { name: 'Overview' }).first().click();
  await expect(page).toHaveURL(/\/docs\/services\/InventoryService\/1\.0\.0\/?$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/docs\/domains\/Inventory\/1\.0\.0\/?$/);
  await page.waitForLoadState('networkidle');
});
