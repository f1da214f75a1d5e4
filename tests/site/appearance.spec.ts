import type { Page } from '@playwright/test';
import { SECTIONS, eventPath } from './event-page.ts';
import { contrastsIn, tooWide } from './readability.ts';
import { expect, test } from './test.ts';

const EVENTS = [
  ['OutOfStock', '0.0.4'],
  ['OutOfStock', '0.0.1'],
  ['InventoryAdjusted', '1.0.0'],
  ['OrderPlaced', '2.1.0'],
] as const;
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** What may be wider than the page, as its box scrolls by itself: the table of examples and versions. */
const IN_A_TABLE = /^<(?:table|thead|tbody|tr|t[hd]|span|details|summary)\b/;

/** The least contrast of normal text at level AA of WCAG 2. */
const LEAST_CONTRAST = 4.5;

async function open(page: Page, theme: 'light' | 'dark', path: string): Promise<void> {
  // Where EventCatalog keeps what its own switch was set to; a phone does not show the switch.
  await page.addInitScript((chosen) => localStorage.setItem('eventcatalog-theme', chosen), theme);
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

for (const theme of ['light', 'dark'] as const) {
  for (const size of [WIDE, PHONE]) {
    test(`the contract is readable in the ${theme} at ${size.width} pixels`, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page, theme, eventPath('OutOfStock', '0.0.4'));
      for (const part of SECTIONS) {
        const contrasts = await contrastsIn(page.locator(part));
        expect(contrasts.length, part).toBeGreaterThan(5);
        expect(contrasts.filter(({ ratio }) => ratio < LEAST_CONTRAST)).toEqual([]);
        const [first] = contrasts;
        const isDark = (first?.background ?? '').split(' ').every((channel) => Number(channel) < 128);
        expect(isDark, 'the background follows the theme').toBe(theme === 'dark');
      }
    });
  }
}

test('the switch of the page turns our parts from dark to light', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'), { waitUntil: 'networkidle' });
  const color = () => page.locator('.participants').evaluate((part) => getComputedStyle(part).color);
  const code = () =>
    page
      .locator('.types .code-block')
      .first()
      .evaluate((block) => getComputedStyle(block).backgroundColor);
  const dark = [await color(), await code()];
  await page.getByRole('button', { name: 'Switch to light mode' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const light = [await color(), await code()];
  expect(light[0]).not.toBe(dark[0]);
  expect(light[1]).not.toBe(dark[1]);
});

for (const [id, version] of EVENTS) {
  test(`${id} ${version} fits on a phone`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(eventPath(id, version), { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    for (const part of await page.locator(SECTIONS.join()).all())
      expect((await tooWide(part)).filter((html) => !IN_A_TABLE.test(html))).toEqual([]);
    for (const part of ['.types', '.programs']) {
      for (const panel of await page.locator(`${part} [role=tab]`).all()) {
        await panel.click();
        expect(await tooWide(page.locator(part))).toEqual([]);
      }
    }
    const { width } = (await page.locator('.programs').boundingBox()) ?? { width: 0 };
    expect(width, 'the list of pages leaves room for the page').toBeGreaterThan(PHONE.width * 0.7);
    const header = await page.locator('#eventcatalog-header').boundingBox();
    const content = await page.locator('#content').boundingBox();
    expect(header?.x, 'the header covers what scrolls below it').toBe(content?.x);
  });
}
