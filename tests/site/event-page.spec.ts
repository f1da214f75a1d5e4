import { contractFiles } from '../contract-files.ts';
import type { Page } from '@playwright/test';
import { codeOf, committedContract, eventPath, expectPageOf, seenText, shownCode } from './event-page.ts';
import { expect, test } from './test.ts';

/** What the page of the seed shows as an event's payload. */
const SEED_PAYLOAD = {
  event_id: 'abc123',
  product_id: 'prod987',
  adjusted_quantity: 10,
  new_quantity: 150,
  adjustment_reason: 'restock',
  adjusted_by: 'user123',
};

function fieldNames(page: Page): Promise<string[]> {
  return page.locator('.payload tbody th a code').allInnerTexts();
}

test('the page shows all that the page of the seed shows', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  await expect(page.getByRole('heading', { name: /^Inventory out of stock/ })).toBeVisible();
  await expect(page.getByText('Indicates that a product is out of stock.').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await expect(page.getByText('new stock received, units sold, units sent back').first()).toBeVisible();
  expect(await fieldNames(page)).toEqual([
    'event_id',
    'timestamp',
    'product_id',
    'adjusted_quantity',
    'new_quantity',
    'adjustment_reason',
    'adjusted_by',
  ]);

  const example = await shownCode(codeOf(page, 'example.json'));
  expect(JSON.parse(example)).toEqual({
    ...SEED_PAYLOAD,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });

  await expect(page.getByRole('heading', { name: 'Programs', level: 2 })).toBeVisible();
  const python = page.getByRole('tabpanel', { name: 'Python · kafka-python' });
  for (const call of [
    'from kafka import KafkaProducer',
    'from kafka import KafkaConsumer',
    'GROUP = "inventory_group"',
  ]) {
    await expect(python.locator('pre', { hasText: call })).toBeVisible();
  }
  for (const shared of ['TOPIC = "inventory.adjusted"', '"localhost:9092"']) {
    await expect(python.locator('pre', { hasText: shared })).toHaveCount(2);
  }
  const produced = await seenText(python.locator('pre', { hasText: 'KafkaProducer' }));
  for (const [name, value] of Object.entries(SEED_PAYLOAD))
    expect(produced).toContain(`"${name}": ${JSON.stringify(value)},`);
});

test('the page says who sends the event, on which topic and with which key, and who reads what of it', async ({
  page,
  basePath,
}) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  const part = (name: string) => page.locator('.participants').getByRole('region', { name });
  await expect(part('Senders').getByRole('listitem')).toHaveText(['Inventory Service 1.0.0']);
  const way = part('Way');
  await expect(way).toContainText('inventory.adjusted');
  const factOf = (term: string) =>
    way.locator('dl > div', { has: page.locator('dt').getByText(term, { exact: true }) }).locator('dd');
  await expect(factOf('Record key')).toHaveText('product_id');
  await expect(factOf('Consumer group of the program')).toHaveText('inventory_group');
  await expect(part('Readers').getByRole('listitem')).toHaveText([
    /Replenishment Service 1\.0\.0\s*all of it/,
    /Storefront Service 1\.0\.0\s*product_id, timestamp/,
  ]);
  const links = await page
    .locator('.participants a')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
  expect(links).toEqual(
    [
      'services/InventoryService',
      'channels/inventory.adjusted',
      'services/ReplenishmentService',
      'services/StorefrontService',
    ].map((path) => `${basePath}docs/${path}/1.0.0`),
  );
});

test('a field says its type, what holds for it, and who reads it, and has an address of its own', async ({ page }) => {
  await page.goto(`${eventPath('OrderPlaced', '2.1.0')}#field-lines~5B~5D.quantity`);
  const row = page.locator('tr:target');
  await expect(row).toBeInViewport();
  await expect(row.getByRole('rowheader')).toContainText('lines[].quantity');
  await expect(row.getByRole('rowheader')).toContainText('integer');
  await expect(row).toContainText('Units ordered.');
  await expect(row).toContainText('1 or more');
  await expect(row).toContainText('Read by InventoryService, NotificationService');
  await page.locator('#field-order_id').getByRole('link').click();
  await expect(page).toHaveURL(/#field-order_id$/);
});

test('an older version is reached by the list of versions, and shows its own contract', async ({ page, basePath }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  await page.getByRole('link', { name: 'v0.0.2' }).click();
  await expect(page).toHaveURL(/\/docs\/events\/OutOfStock\/0\.0\.2\/?$/);
  await expectPageOf(page, 'OutOfStock', '0.0.2');
  const fields = await fieldNames(page);
  expect(fields).toContain('quantity');
  expect(fields).not.toContain('adjusted_quantity');

  const links = await page
    .locator('#content a[download]')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
  const shown = contractFiles.filter((file) => file !== 'fields.json');
  const expected = [...shown, 'types.d.ts'].map((file) => `${basePath}contracts/OutOfStock/0.0.2/${file}`);
  expect(new Set(links)).toEqual(new Set(expected));
  expect(await shownCode(codeOf(page, 'types.d.ts'))).toBe(committedContract('OutOfStock/0.0.2/types.d.ts').trimEnd());
});

test('a link to a part of the page stays there, also where the framework has no list of parts', async ({ page }) => {
  for (const width of [390, 800, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${eventPath('OrderPlaced', '2.1.0')}#what-changed`);
    const heading = page.locator('#what-changed');
    // The framework looks at what is in view once the page is there, and may scroll then.
    await page.waitForTimeout(1500);
    const top = await heading.evaluate((element) => element.getBoundingClientRect().top);
    expect(top, `at ${width}`).toBeGreaterThan(40);
    expect(top, `at ${width}`).toBeLessThan(200);
    await page.goto('about:blank');
  }
});
