import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { runCommandLine } from '../../scripts/command-line.ts';
import { buildRepository } from '../cli/review-repository.ts';
import { money, newOrder, orderSchema, shop } from '../cli/review-shop.ts';
import { contrastsIn, tooWide } from './readability.ts';

/** The address of a report on disk: one order that breaks, and eleven messages by way of a shared file. */
const test = base.extend<object, { report: string }>({
  report: [
    // Playwright wants to see that nothing is asked for.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const repository = buildRepository(shop);
      const folder = mkdtempSync(join(tmpdir(), 'review-report-'));
      repository.propose('change', {
        ...newOrder('1.0.1', orderSchema({ total: { type: 'string' } })),
        'shared/money.json': money({ type: 'string', title: '</details><script>document.title = "gone"</script>' }),
      });
      const file = join(folder, 'review.html');
      const argv = ['review', '--catalog', repository.folder, '--base', 'main', '--head', 'change'];
      const nobody = { out: () => {}, err: () => {}, columns: 80, hasColor: false };
      await runCommandLine([...argv, '--write', `html=${file}`], nobody, undefined, { PATH: process.env['PATH'] });
      await use(pathToFileURL(file).href);
      repository.remove();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`a review is readable from disk in the ${colorScheme} at ${width} pixels, and asks nobody for anything`, async ({
      page,
      report,
    }) => {
      const asked: string[] = [];
      page.on('request', (request) => void asked.push(request.url()));
      const faults: string[] = [];
      page.on('console', (message) => void faults.push(message.text()));
      page.on('pageerror', (error) => void faults.push(error.message));
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(report);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('The review fails');
      for (const details of await page.locator('details').all())
        await details.evaluate((one) => one.setAttribute('open', ''));
      await expect(page.getByText('bump-too-small').first()).toBeVisible();
      await expect(page.getByText('"total": 0').first()).toBeVisible();
      await expect(page.getByText('Warehouse').first()).toBeVisible();
      const contrasts = await contrastsIn(page.locator('body'));
      expect(contrasts.length).toBeGreaterThan(50);
      expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      expect(await tooWide(page.locator('body'))).toEqual([]);
      expect(await page.title()).not.toBe('gone');
      expect(faults).toEqual([]);
      expect(asked).toEqual([report]);
    });
  }
}

test('a review leads from its summary to each message by the keyboard alone', async ({ page, report }) => {
  await page.goto(report);
  const link = page.getByRole('link', { name: 'PricedK' });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'PricedK' })).toBeInViewport();
});
