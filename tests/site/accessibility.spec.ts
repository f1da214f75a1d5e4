import type { Page } from '@playwright/test';
import { violationsOf } from './accessibility.ts';
import { eventPath } from './event-page.ts';
import { expect, test } from './test.ts';

/** One page of every kind. */
const PAGES: Readonly<Record<string, string>> = {
  home: '',
  event: eventPath('OrderPlaced', '2.1.0'),
  'older version of an event': eventPath('OutOfStock', '0.0.2'),
  draft: eventPath('CustomerErased', '0.1.0'),
  command: 'docs/commands/ReserveStock/2.0.0/',
  query: 'docs/queries/GetOrder/1.0.0/',
  service: 'docs/services/InventoryService/1.0.0/',
  domain: 'docs/domains/Inventory/1.0.0/',
  channel: 'docs/channels/inventory.adjusted/1.0.0/',
  flow: 'docs/flows/OrderToDoor/1.0.0/',
  team: 'docs/teams/inventory-platform/',
  language: 'docs/domains/Inventory/language/',
  'schema explorer': 'schemas/explorer/',
  visualiser: 'visualiser/events/OrderPlaced/2.1.0/',
};

test.describe.configure({ timeout: 180_000 });

async function open(page: Page, theme: string, path: string): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('eventcatalog-theme', chosen), theme);
  await page.goto(path, { waitUntil: 'networkidle' });
}

test('a fault in our markup would be found', async ({ page }) => {
  await open(page, 'light', eventPath('OutOfStock', '0.0.4'));
  await page
    .locator('.payload td')
    .first()
    .evaluate((cell) => cell.append(document.createElement('button')));
  expect((await violationsOf(page)).ours).toEqual([expect.stringMatching(/^button-name: <button>/)]);
});

for (const theme of ['light', 'dark']) {
  for (const [kind, path] of Object.entries(PAGES)) {
    test(`axe finds nothing in our markup in the ${theme}: ${kind}`, async ({ page }) => {
      await open(page, theme, path);
      const { ours, ofFramework } = await violationsOf(page);
      if (Object.keys(ofFramework).length > 0)
        console.log(`The framework's, ${kind}, ${theme}: ${JSON.stringify(ofFramework)}`);
      expect(ours).toEqual([]);
    });
  }

  test(`axe finds nothing in our markup in the ${theme}: all that can be opened is open`, async ({ page }) => {
    await open(page, theme, eventPath('OrderPlaced', '2.1.0'));
    await page.locator('.reader > summary').click();
    await page.getByRole('checkbox', { name: 'lines[].quantity' }).check();
    await page.getByRole('checkbox', { name: 'order_id' }).check();
    await expect(page.locator('.reader-results pre').nth(1)).not.toBeEmpty();
    await page.getByRole('tab', { name: 'TypeScript · kafkajs' }).click();
    await page.getByRole('tab', { name: 'JSON Schema' }).click();
    for (const details of await page.locator('.matrix details').all())
      await details.evaluate((one) => one.setAttribute('open', ''));
    await page.waitForLoadState('networkidle');
    expect((await violationsOf(page)).ours).toEqual([]);
  });
}
