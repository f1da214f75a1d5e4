import type { Locator } from '@playwright/test';
import { committedContract, eventPath, seenText } from './event-page.ts';
import { contrastsIn, tooWide } from './readability.ts';
import { expect, test } from './test.ts';

const SIZES = [390, 1440, 1920] as const;
const LEAST_CONTRAST = 4.5;

interface CommittedMatrix {
  readonly versions: readonly string[];
  readonly examples: readonly {
    readonly version: string;
    readonly name: string;
    readonly refused: readonly { readonly version: string; readonly reason: string }[];
  }[];
}

/** What the cells of a row say, without the reasons. */
async function cellsOf(row: Locator): Promise<readonly string[]> {
  const texts = await row
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => (cell.querySelector('summary') ?? cell).textContent ?? ''));
  return texts.map((text) => text.replaceAll(/[✓✗\s]/g, ''));
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says in words what changed, and whom it breaks', async ({ page }) => {
    await page.goto(eventPath('OutOfStock', '0.0.4'));
    await expect(page.getByRole('heading', { name: 'What changed', exact: true, level: 2 })).toBeVisible();
    const changes = page.getByRole('region', { name: 'What changed in OutOfStock 0.0.4' });
    await expect(changes).toContainText(
      'Messages of 0.0.3 stay readable, but consumers that are still on 0.0.3 break.',
    );
    const backward = changes.locator('[data-direction=backward]');
    await expect(backward.getByRole('heading', { name: 'Old messages, new consumers' })).toBeVisible();
    await expect(backward).toContainText('Compatible');
    const forward = changes.locator('[data-direction=forward]');
    await expect(forward).toContainText('Breaking');
    await expect(forward).toContainText(
      '/adjustment_reason must be one of "restock", "sale" or "return", found "manual"',
    );
    expect(JSON.parse(await seenText(forward.locator('pre')))).toEqual(
      JSON.parse(committedContract('OutOfStock/0.0.4/changes.json')).forward.witness,
    );
    const findings = changes.locator('.changes-findings li');
    await expect(findings).toHaveCount(2);
    await expect(findings.first()).toContainText('adjustment_reason now also allows "manual".');
    await expect(findings.first()).toContainText('Breaks consumers that are still on 0.0.3');
    const added = changes.locator('.changes-types .code-added');
    await expect(added.last()).toContainText("adjustment_reason: 'restock' | 'sale' | 'return' | 'manual';");
  });

  test('the table has every example and every version, and says why one is refused', async ({ page }) => {
    await page.goto(eventPath('OutOfStock', '0.0.4'));
    const { versions, examples }: CommittedMatrix = JSON.parse(committedContract('OutOfStock/examples.json'));
    const table = page
      .getByRole('table')
      .filter({ has: page.getByRole('columnheader', { name: 'Example' }) })
      .last();
    await expect(table.getByRole('columnheader')).toHaveText([
      /Example/,
      ...versions.map((one) => new RegExp(`^${one}`)),
    ]);
    const rows = table.locator('tbody tr');
    await expect(rows).toHaveCount(examples.length);
    for (const [at, { version, name, refused }] of examples.entries()) {
      const row = rows.nth(at);
      await expect(row.getByRole('rowheader')).toHaveText(`${version} ${name}`);
      expect(await cellsOf(row)).toEqual(
        versions.map((one) => (refused.some((refusal) => refusal.version === one) ? 'refused' : 'passes')),
      );
      const told = await row.locator('details').allTextContents();
      expect(told.map((text) => text.replace(/^.*refused\s*/s, '').trim())).toEqual(
        refused.map(({ reason }) => reason),
      );
    }
    const [first] = await table.locator('details').all();
    await first?.locator('summary').click();
    await expect(first ?? table).toContainText('must have the property');
  });
});

test('a first version says so, in one quiet line', async ({ page }) => {
  await page.goto(eventPath('InventoryAdjusted', '1.0.0'));
  await expect(page.locator('.changes-note')).toHaveText('This is the first version.');
  await expect(page.locator('.changes')).toHaveCount(0);
});

test('an older version is compared with the one before it', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.3'));
  await expect(page.locator('.changes-lead')).toContainText('Compared with 0.0.2: It breaks both ways');
  await expect(page.locator('.verdict[data-verdict=breaking]')).toHaveCount(2);
});

test('what it links to is there: the change as data, and the feed', async ({ page, site, basePath }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  const links = page.locator('.changes-links a');
  const paths = await links.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  expect(paths).toEqual([`${basePath}contracts/OutOfStock/0.0.4/changes.json`, `${basePath}contracts/changes.xml`]);
  const texts: string[] = [];
  for (const path of paths) {
    const response = await page.request.get(new URL(path, site.address).href);
    expect(response.status()).toBe(200);
    texts.push(await response.text());
  }
  expect(texts).toEqual([committedContract('OutOfStock/0.0.4/changes.json'), committedContract('changes.xml')]);
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of SIZES) {
    test(`what changed is readable in the ${theme} at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript((chosen) => localStorage.setItem('eventcatalog-theme', chosen), theme);
      await page.goto(eventPath('OutOfStock', '0.0.4'), { waitUntil: 'networkidle' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const changes = page.locator('.changes');
      const [table] = await changes.locator('[data-scrolls]').all();
      // Wide things scroll in their own box, which has to stay inside the page itself.
      expect(
        (await tooWide(changes)).filter(
          (html) => !/^<(?:table|thead|tbody|tr|t[hd]|span|details|summary)\b/.test(html),
        ),
      ).toEqual([]);
      const box = await table?.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width);
      const contrasts = await contrastsIn(changes);
      expect(contrasts.length).toBeGreaterThan(40);
      expect(contrasts.filter(({ ratio }) => ratio < LEAST_CONTRAST)).toEqual([]);
    });
  }
}
