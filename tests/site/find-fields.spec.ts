import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { committedContract } from './event-page.ts';
import { expect, test } from './test.ts';

const START = 'contracts/index.html';

function box(page: Page) {
  return page.getByRole('searchbox', { name: 'Find an event, a field, a page' });
}

async function search(page: Page, words: string): Promise<void> {
  await box(page).fill(words);
  await expect(page.getByRole('status')).toContainText(/found/i);
}

/** What a page asks for from now on. */
function requestsOf(page: Page): readonly string[] {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  return requests;
}

test('the home of the site leads to the start page, and so does the logo on every page', async ({ page, site }) => {
  await page.goto('');
  await expect(page).toHaveURL(`${site.address}${START}`);
  await page.goto('docs/events/OutOfStock/0.0.4/');
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page).toHaveURL(`${site.address}${START}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Awesome Fake Company' })).toBeVisible();
});

test('a field is found while it is typed, with its type, versions, senders and readers', async ({ page, site }) => {
  await page.goto(START);
  await search(page, 'product id');
  const field = page.getByRole('region', { name: 'Fields' }).getByRole('listitem').first();
  await expect(field.getByRole('link')).toHaveText('product_id');
  await expect(field).toContainText('string');
  const ofOutOfStock = page
    .getByRole('region', { name: 'Fields' })
    .getByRole('listitem')
    .filter({ hasText: 'In Inventory out of stock' })
    .first();
  await expect(ofOutOfStock).toContainText('all 4 versions');
  await expect(ofOutOfStock).toContainText(/sent by Inventory Service/);
  await expect(ofOutOfStock).toContainText(/read by .*Storefront Service/);
  const address = await ofOutOfStock.getByRole('link').getAttribute('href');
  expect(new URL(address ?? '', page.url()).href).toBe(`${site.address}docs/events/OutOfStock/0.0.4/#field-product_id`);
});

test('filters say who reads: Storefront Service reads two fields only', async ({ page }) => {
  await page.goto(START);
  await search(page, 'reads:"Storefront Service" in:OutOfStock');
  const links = page.getByRole('region', { name: 'Fields' }).getByRole('link');
  expect([...new Set(await links.allTextContents())].toSorted()).toEqual(['product_id', 'timestamp']);
});

test('pages are found by their text, and their links lead to them, also below a base', async ({ page, site }) => {
  await page.goto(START);
  await search(page, 'reserved');
  const pages = page.getByRole('region', { name: 'Pages' }).getByRole('link');
  await expect(pages.first()).toBeVisible();
  for (const link of await pages.all()) {
    const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
    expect(address.startsWith(`${site.address}docs/`), address).toBe(true);
    expect((await fetch(address)).status, address).toBe(200);
  }
});

test('the keyboard alone will do', async ({ page, site }) => {
  await page.goto(START);
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('location_id');
  await expect(page.getByRole('status')).toContainText('Found');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.hit-link').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('location_id');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await expect(page.locator('#browse')).toBeVisible();
  await page.keyboard.type('out of stock');
  await expect(page.getByRole('region', { name: 'Messages' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`^${site.address}docs/events/OutOfStock/`));
});

test('the key / can be left to others, and that is remembered', async ({ page }) => {
  await page.goto(START);
  await page.getByRole('checkbox', { name: /leads to the search/ }).uncheck();
  await page.reload();
  await page.keyboard.press('/');
  await expect(box(page)).not.toBeFocused();
});

test('a search can be shared by its address', async ({ page }) => {
  await page.goto(START);
  await search(page, 'sku & <b>');
  await expect(page).toHaveURL(/\?q=sku/);
  const shared = page.url();
  await page.goto('about:blank');
  await page.goto(shared);
  await expect(box(page)).toHaveValue('sku & <b>');
  await expect(page.getByRole('status')).not.toBeEmpty();
  await page.goto(`${START}?q=product_id`);
  await expect(page.getByRole('region', { name: 'Fields' })).toBeVisible();
});

test('nothing is loaded before somebody searches, and nothing from elsewhere', async ({ page, site }) => {
  const requests = requestsOf(page);
  await page.goto(START, { waitUntil: 'networkidle' });
  const names = requests.map((address) => address.slice(site.address.length));
  expect(names.filter((name) => !name.startsWith('data:')).toSorted()).toEqual(
    ['contracts/find.css', 'contracts/find.js', START].toSorted(),
  );
  await box(page).focus();
  await expect.poll(() => requests.some((address) => address.endsWith('/fields.json'))).toBe(true);
  expect(requests.some((address) => address.includes('/pagefind/'))).toBe(false);
  await search(page, 'reserved');
  await expect(page.getByRole('region', { name: 'Pages' })).toBeVisible();
  const { origin } = new URL(site.address);
  expect(requests.filter((address) => !/^(?:data|blob):/.test(address) && new URL(address).origin !== origin)).toEqual(
    [],
  );
});

test('the page weighs less than 20 kB', () => {
  const weights = ['index.html', 'find.css', 'find.js'].map((file) => gzipSync(committedContract(file)).length);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(20_000);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`it can be read by all, ${scheme}: lists and results`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(START);
    const lists = await new AxeBuilder({ page }).analyze();
    expect(lists.violations).toEqual([]);
    await search(page, 'reserved');
    await expect(page.getByRole('region', { name: 'Pages' })).toBeVisible();
    const results = await new AxeBuilder({ page }).analyze();
    expect(results.violations).toEqual([]);
  });
}

test('the theme that was chosen on other pages holds here as well', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(START);
  const background = async () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await background()).toBe('rgb(255, 255, 255)');
  await page.evaluate(() => localStorage.setItem('eventcatalog-theme', 'dark'));
  await page.reload();
  expect(await background()).toBe('rgb(9, 13, 13)');
});

for (const [width, zoom] of [
  [390, 1],
  [320, 1],
  [1440, 2],
  [1920, 1],
] as const) {
  test(`it fits a screen of ${width} pixels at ${zoom * 100} %`, async ({ page }) => {
    await page.setViewportSize({ width: width / zoom, height: 800 });
    for (const address of [START, `${START}?q=product`]) {
      await page.goto(address);
      if (address !== START) await expect(page.getByRole('status')).toContainText('Found');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width / zoom);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the home leads to the start page, which lists domains, services, messages and changes', async ({
    page,
    site,
  }) => {
    await page.goto('');
    await expect(page).toHaveURL(`${site.address}${START}`);
    await expect(page.getByText('The search needs JavaScript.')).toBeVisible();
    await expect(box(page)).toBeHidden();
    await expect(page.getByRole('heading', { level: 2, name: 'Inventory', exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: 'Latest changes' })).toBeVisible();
    await page
      .getByRole('region', { name: 'Inventory' })
      .getByRole('link', { name: 'Inventory out of stock' })
      .first()
      .click();
    await expect(page).toHaveURL(`${site.address}docs/events/OutOfStock/0.0.4/`);
  });
});
