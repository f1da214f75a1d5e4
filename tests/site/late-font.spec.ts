import type { Page } from '@playwright/test';
import { eventPath } from './event-page.ts';
import { expect, test } from './test.ts';

/** The size of a usual phone; the title of the page needs all of its width. */
test.use({ viewport: { width: 412, height: 823 } });

async function topOfText(page: Page): Promise<number> {
  return page.locator('#content .prose').evaluate((text) => text.getBoundingClientRect().top);
}

test('the page stands where it stood when the font comes late', async ({ page }) => {
  const come = Promise.withResolvers<void>();
  await page.route('**/*.woff2', async (route) => {
    await come.promise;
    await route.continue();
  });
  const fonts = () =>
    page.evaluate(
      () => [...document.fonts].filter(({ family, status }) => family === 'Inter' && status === 'loaded').length,
    );
  await page.goto(eventPath('OutOfStock', '0.0.4'), { waitUntil: 'domcontentloaded' });
  await expect(page.locator('#content .prose')).toBeVisible();
  const before = await topOfText(page);
  expect(await fonts()).toBe(0);
  come.resolve();
  await expect.poll(fonts).toBeGreaterThan(1);
  await page.waitForLoadState('networkidle');
  expect(await topOfText(page)).toBeCloseTo(before, 0);
});
