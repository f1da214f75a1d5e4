import { eventPath } from './event-page.ts';
import { expect, test } from './test.ts';

for (const heading of ['types', 'what-changed', 'architecture']) {
  test(`an address that ends in #${heading} shows it, though what is above has not been laid out`, async ({ page }) => {
    await page.goto(`${eventPath('OrderPlaced', '2.1.0')}#${heading}`, { waitUntil: 'networkidle' });
    await expect(page.locator(`#${heading}`)).toBeInViewport();
    const top = () => page.locator(`#${heading}`).evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    expect(before).toBeLessThan(300);
    // All the way up, and back by the link: nothing was laid out wrongly in between.
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForTimeout(200);
    await page.locator(`#${heading}`).evaluate((element) => element.scrollIntoView());
    await page.waitForTimeout(200);
    expect(Math.abs((await top()) - before)).toBeLessThan(40);
  });
}

test('what is far below is laid out late on a screen, and at once on paper', async ({ page }) => {
  await page.goto(eventPath('OrderPlaced', '2.1.0'), { waitUntil: 'networkidle' });
  const visibility = () => page.locator('.programs').evaluate((section) => getComputedStyle(section).contentVisibility);
  expect(await visibility()).toBe('auto');
  await page.emulateMedia({ media: 'print' });
  expect(await visibility()).toBe('visible');
});
