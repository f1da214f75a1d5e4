import type { Page } from '@playwright/test';
import { committedContract, eventPath } from './event-page.ts';
import { expect, test } from './test.ts';

/** Goes on from element to element until the one is reached; a page that has no end has no way there either. */
async function tabTo(page: Page, isThere: () => Promise<boolean>, most = 60): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  expect(await isThere(), `reached within ${most} steps`).toBe(true);
}

const focusIs = (page: Page, selector: string) => () =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);

const isFocusSeen = (page: Page) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2;
  });

/**
 * Begins at a part of a page, at the link of its heading. An address alone does not do: once the page is there, the framework
 * brings its own link to that part into view, and the browser then goes on from there.
 */
async function openAt(page: Page, path: string, part: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.locator(`#${part} a`).focus();
}

test('a file is copied by the keyboard alone', async ({ page }) => {
  await openAt(page, eventPath('OutOfStock', '0.0.4'), 'example');
  await tabTo(page, focusIs(page, '.message-code .code-copy'));
  expect(await isFocusSeen(page)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page.locator('.message-code .code-copy')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    committedContract('OutOfStock/0.0.4/example.json'),
  );
});

test('code that is wider or longer than its box is read by the keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAt(page, eventPath('OutOfStock', '0.0.4'), 'types');
  await tabTo(page, focusIs(page, '.types pre'));
  expect(await isFocusSeen(page)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => document.activeElement?.scrollLeft ?? 0)).toBeGreaterThan(0);
});

test("a type of one's own is made by the keyboard alone", async ({ page }) => {
  await openAt(page, eventPath('OrderPlaced', '2.1.0'), 'fields');
  await tabTo(page, focusIs(page, '.reader > summary'));
  expect(await isFocusSeen(page)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await tabTo(page, focusIs(page, 'input[value="lines[].quantity"]'));
  expect(await isFocusSeen(page)).toBe(true);
  await page.keyboard.press('Space');
  await expect(page.locator('.reader [role=status]')).toHaveText(/^1 of \d+ fields\.$/);
  const shown = page.locator('.reader-results pre');
  await expect(shown.nth(0)).toContainText('quantity: number');
  await tabTo(page, focusIs(page, 'input[type=radio][value=TypeScript]'));
  await page.keyboard.press('ArrowRight');
  await expect(shown.nth(0)).toContainText('quantity: int');
  await expect(shown.nth(1)).toContainText('from kafka import KafkaConsumer');
  await expect(shown.nth(2)).toContainText('- lines[].quantity');
  await tabTo(page, focusIs(page, '.reader-results .code-copy'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.reader-results .code-copy').first()).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^# OrderPlaced@2\.1\.0 sha256:[0-9a-f]+\n\nfrom typing import TypedDict\n[^]*\n$/,
  );
});

test('the table of examples and versions is opened and read by the keyboard alone', async ({ page }) => {
  await openAt(page, eventPath('OrderPlaced', '2.1.0'), 'what-changed');
  await tabTo(page, focusIs(page, '.matrix'));
  expect(await isFocusSeen(page)).toBe(true);
  await tabTo(page, focusIs(page, '.matrix summary'));
  expect(await isFocusSeen(page)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page.locator('.matrix details').first()).toHaveAttribute('open', '');
});

test('a field has an address that is reached by the keyboard alone', async ({ page }) => {
  await openAt(page, eventPath('OutOfStock', '0.0.4'), 'fields');
  await tabTo(page, focusIs(page, '#field-timestamp a'));
  expect(await isFocusSeen(page)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#field-timestamp$/);
});
