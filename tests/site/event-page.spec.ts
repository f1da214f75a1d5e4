import { contractFiles } from '../contract-files.ts';
import type { Page } from '@playwright/test';
import { committedContract, eventPath, shownCode } from './event-page.ts';
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
  return page.locator('.payload tbody th > code').allInnerTexts();
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

  await page.getByRole('tab', { name: 'Example' }).click();
  const example = await page.getByRole('tabpanel', { name: 'Example' }).locator('pre').innerText();
  expect(JSON.parse(example)).toEqual({
    ...SEED_PAYLOAD,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });

  await expect(page.getByRole('heading', { name: 'Producing and consuming' })).toBeVisible();
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
  const produced = await python.locator('pre', { hasText: 'KafkaProducer' }).innerText();
  for (const [name, value] of Object.entries(SEED_PAYLOAD))
    expect(produced).toContain(`"${name}": ${JSON.stringify(value)},`);
});

test('the facts of the contract name version, topic, key and group', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  const facts = page.locator('.contract-facts');
  const factOf = (term: string) =>
    facts.locator('div', { has: page.locator('dt').getByText(term, { exact: true }) }).locator('dd');
  await expect(factOf('Version')).toHaveText('0.0.4');
  await expect(factOf('Topic')).toHaveText('inventory.adjusted');
  await expect(factOf('Record key')).toHaveText('product_id');
  await expect(factOf('Consumer group')).toHaveText('inventory_group');
});

test('an older version is reached by the list of versions, and shows its own contract', async ({ page, basePath }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  await page.getByRole('link', { name: 'v0.0.2' }).click();
  await expect(page).toHaveURL(/\/docs\/events\/OutOfStock\/0\.0\.2\/?$/);
  await expect(page.locator('.contract')).toHaveAttribute('aria-label', 'Contract of OutOfStock 0.0.2');
  const fields = await fieldNames(page);
  expect(fields).toContain('quantity');
  expect(fields).not.toContain('adjusted_quantity');

  const links = await page
    .locator('.contract a[download]')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
  expect(new Set(links)).toEqual(new Set(contractFiles.map((file) => `${basePath}contracts/OutOfStock/0.0.2/${file}`)));
  const shown = await shownCode(page.getByRole('tabpanel', { name: 'Type' }).locator('pre'));
  expect(shown).toBe(committedContract('OutOfStock/0.0.2/types.d.ts').trimEnd());
});
