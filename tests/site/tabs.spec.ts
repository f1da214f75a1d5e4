import type { Page } from '@playwright/test';
import { eventPath, expectPageOf } from './event-page.ts';
import { expect, test } from './test.ts';

// The first of the client libraries, the one beside it, and the last.
const PYTHON = /^Python · kafka-python$/;
const BESIDE = /^Python · confluent-kafka$/;
const LAST = /^Shell · kcat$/;
const TYPESCRIPT = /^TypeScript · @platformatic\/kafka$/;

async function expectChosen(page: Page, chosen: RegExp, other: RegExp): Promise<void> {
  await expect(page.getByRole('tab', { name: chosen })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: chosen })).toHaveAttribute('tabindex', '0');
  await expect(page.getByRole('tab', { name: other })).toHaveAttribute('aria-selected', 'false');
  await expect(page.getByRole('tab', { name: other })).toHaveAttribute('tabindex', '-1');
  await expect(page.getByRole('tabpanel', { name: chosen })).toBeVisible();
  await expect(page.getByRole('tabpanel', { name: other, includeHidden: true })).toBeHidden();
}

test('tabs are worked by the keyboard alone', async ({ page }) => {
  // From the heading on: the way there from the top leads into EventCatalog's search, which opens on focus and keeps it. And
  // once the page is there, the framework brings its own link to that heading into view, where the browser then goes on.
  await page.goto(`${eventPath('OutOfStock', '0.0.4')}#programs`, { waitUntil: 'networkidle' });
  const python = page.getByRole('tab', { name: PYTHON });
  await expectChosen(page, PYTHON, TYPESCRIPT);
  // The heading is a link to itself; its tabs are next.
  await page.locator('#programs a').focus();
  await page.keyboard.press('Tab');
  await expect(python).toBeFocused();
  const outline = await python.evaluate((tab) => ({
    style: getComputedStyle(tab).outlineStyle,
    width: Number.parseFloat(getComputedStyle(tab).outlineWidth),
  }));
  expect(outline.style, 'the focus is seen').toBe('solid');
  expect(outline.width).toBeGreaterThanOrEqual(2);

  const steps = [
    { key: 'ArrowRight', chosen: BESIDE, other: PYTHON },
    { key: 'ArrowLeft', chosen: PYTHON, other: BESIDE },
    { key: 'ArrowLeft', chosen: LAST, other: PYTHON },
    { key: 'ArrowRight', chosen: PYTHON, other: LAST },
    { key: 'End', chosen: LAST, other: PYTHON },
    { key: 'Home', chosen: PYTHON, other: LAST },
  ];
  for (const { key, chosen, other } of steps) {
    await page.keyboard.press(key);
    await expectChosen(page, chosen, other);
    await expect(page.getByRole('tab', { name: chosen })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tabpanel', { name: PYTHON }), 'Tab leads from the tab into its panel').toBeFocused();
});

test('choosing a tab leaves the other tabs of the page alone', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  await page.getByRole('tab', { name: 'JSON Schema' }).click();
  await page.getByRole('tab', { name: TYPESCRIPT }).click();
  await expectChosen(page, TYPESCRIPT, PYTHON);
  await expectChosen(page, /^JSON Schema$/, /^TypeScript$/);
});

test('the chosen language is remembered on the page of another event', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'), { waitUntil: 'networkidle' });
  await page.getByRole('tab', { name: TYPESCRIPT }).click();
  // A mark on the window is lost when a page is loaded anew, and stays when EventCatalog only swaps its content.
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  await page.locator('.prose').getByRole('link', { name: 'Inventory adjusted' }).first().click();
  await expectPageOf(page, 'InventoryAdjusted', '1.0.0');
  expect(await page.evaluate(() => Object.hasOwn(window, 'isSameDocument')), 'the page was swapped, not loaded').toBe(
    true,
  );
  await expectChosen(page, TYPESCRIPT, PYTHON);

  await page.reload();
  expect(await page.evaluate(() => Object.hasOwn(window, 'isSameDocument'))).toBe(false);
  await expectChosen(page, TYPESCRIPT, PYTHON);

  await page.getByRole('tab', { name: PYTHON }).click();
  await page.goBack();
  await expectPageOf(page, 'OutOfStock', '0.0.4');
  await expectChosen(page, PYTHON, TYPESCRIPT);
});

test('tabs work where storage is closed to the page', async ({ page }) => {
  await page.addInitScript(() => {
    // Only to our key: EventCatalog itself does not come up without storage.
    const refuse = (target: (...args: unknown[]) => unknown, self: unknown, args: unknown[]) => {
      if (String(args[0]).startsWith('catalog.tab.')) throw new DOMException('closed', 'SecurityError');
      return Reflect.apply(target, self, args);
    };
    for (const name of ['getItem', 'setItem']) {
      const value = new Proxy(Reflect.get(Storage.prototype, name), { apply: refuse });
      Object.defineProperty(Storage.prototype, name, { value });
    }
  });
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  await page.getByRole('tab', { name: TYPESCRIPT }).click();
  await expectChosen(page, TYPESCRIPT, PYTHON);
});
