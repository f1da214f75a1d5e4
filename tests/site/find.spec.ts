import type { Page } from '@playwright/test';
import { expectPageOf } from './event-page.ts';
import { expect, test } from './test.ts';

/** A page of EventCatalog's own, which has its search: its home is not shown. */
const LISTS = 'discover/events/';

async function expectCurrentVersion(page: Page, home: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`^${home}docs/events/OutOfStock/0\\.0\\.4/?$`));
  await expect(page.getByRole('heading', { level: 2, name: /Inventory out of stock/ })).toBeVisible();
  await expectPageOf(page, 'OutOfStock', '0.0.4');
}

test('the event is found by searching for its name', async ({ page, site }) => {
  await page.goto(LISTS, { waitUntil: 'networkidle' });
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('out of stock');
  await page.getByRole('option', { name: /Inventory out of stock .* 0\.0\.4 inventory-platform/ }).click();
  await expectCurrentVersion(page, site.address);
});

test('the event is found by following the list of messages', async ({ page, site }) => {
  await page.goto('docs/teams/storefront/', { waitUntil: 'networkidle' });
  const sidebar = page.locator('#sidebar');
  await sidebar.getByRole('button', { name: 'Messages' }).click();
  await sidebar.getByRole('button', { name: 'Inventory out of stock' }).click();
  await sidebar.getByRole('link', { name: 'Overview' }).click();
  await expectCurrentVersion(page, site.address);
});

test('the event is found on the start page, by its domain and its service', async ({ page, site }) => {
  await page.goto('');
  await page
    .getByRole('region', { name: 'Inventory' })
    .getByRole('link', { name: /Inventory out of stock/ })
    .first()
    .click();
  await expectCurrentVersion(page, site.address);
});
