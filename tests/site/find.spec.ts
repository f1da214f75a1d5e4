import type { Page } from '@playwright/test';
import { expectPageOf } from './event-page.ts';
import { expect, test } from './test.ts';

async function expectCurrentVersion(page: Page, home: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`^${home}docs/events/OutOfStock/0\\.0\\.4/?$`));
  await expect(page.getByRole('heading', { level: 2, name: /Inventory out of stock/ })).toBeVisible();
  await expectPageOf(page, 'OutOfStock', '0.0.4');
}

test('the event is found by searching for its name', async ({ page, site }) => {
  await page.goto('', { waitUntil: 'networkidle' });
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('out of stock');
  await page.getByRole('option', { name: /Inventory out of stock/ }).click();
  await expectCurrentVersion(page, site.address);
});

test('the event is found by following the list of messages', async ({ page, site }) => {
  await page.goto('', { waitUntil: 'networkidle' });
  const sidebar = page.locator('#sidebar');
  await sidebar.getByRole('button', { name: 'Messages' }).click();
  await sidebar.getByRole('button', { name: 'Inventory out of stock' }).click();
  await sidebar.getByRole('link', { name: 'Overview' }).click();
  await expectCurrentVersion(page, site.address);
});

test('the event is found by the number of messages on the home page', async ({ page, site }) => {
  await page.goto('');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Messages/ })
    .last()
    .click();
  await page
    .getByRole('link', { name: /Inventory out of stock/ })
    .first()
    .click();
  await expectCurrentVersion(page, site.address);
});
