import { clients } from '../../scripts/snippets/clients/index.ts';
import { contractFiles } from '../contract-files.ts';
import { committedContract, eventPath, shownCode } from './event-page.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

const FILES = contractFiles.filter((name) => name !== 'schema.json');

test('type, example and programs are read without JavaScript', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  await expect(page.getByRole('tab', { includeHidden: true }).first()).toBeHidden();
  for (const title of ['Type', 'Example', ...clients.map(({ label }) => label)]) {
    await expect(page.locator('.contract').getByRole('heading', { name: title, exact: true })).toBeVisible();
  }
  const blocks = page.locator('.contract pre');
  const shown: string[] = [];
  for (const block of await blocks.all()) {
    await expect(block).toBeVisible();
    shown.push(await shownCode(block));
  }
  // A tab, as Go has them, is shown as two spaces.
  for (const file of FILES)
    expect(shown, file).toContain(committedContract(`OutOfStock/0.0.4/${file}`).trimEnd().replaceAll('\t', '  '));
});
