import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { codeOf, committedContract, eventPath } from './event-page.ts';
import { expect, test } from './test.ts';

async function copied(page: Page, file: string): Promise<string> {
  const code = codeOf(page, file);
  await code.hover();
  await code.getByRole('button', { name: /copy/i }).click();
  // EventCatalog hides the words "Copied!" and shows a tick instead.
  await expect(code.locator('.feedback.show')).toBeAttached();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What the copy button gives: the file, byte for byte, but for its final newline, which Expressive Code cuts off. */
function withoutFinalNewline(path: string): string {
  const text = committedContract(path);
  expect(text).toMatch(/[^\n]\n$/);
  return text.slice(0, -1);
}

test.beforeEach(async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'), { waitUntil: 'networkidle' });
  await page.evaluate(() => navigator.clipboard.writeText('nothing was copied'));
});

test('the type is copied as it is in the file', async ({ page }) => {
  expect(await copied(page, 'types.d.ts')).toBe(withoutFinalNewline('OutOfStock/0.0.4/types.d.ts'));
});

test('a program is copied as it is in the file', async ({ page }) => {
  for (const file of ['producer.kafka-python.py', 'consumer.kafka-python.py']) {
    expect(await copied(page, file)).toBe(withoutFinalNewline(`OutOfStock/0.0.4/${file}`));
  }
  await page.getByRole('tab', { name: 'TypeScript · @platformatic/kafka' }).click();
  for (const file of ['producer.platformatic-kafka.ts', 'consumer.platformatic-kafka.ts']) {
    expect(await copied(page, file)).toBe(withoutFinalNewline(`OutOfStock/0.0.4/${file}`));
  }
});

test('the example is copied as it is in the file', async ({ page }) => {
  await page.getByRole('tab', { name: 'Example' }).click();
  const text = await copied(page, 'example.json');
  expect(JSON.parse(text)).toEqual(JSON.parse(committedContract('OutOfStock/0.0.4/example.json')));
  expect(text).toBe(withoutFinalNewline('OutOfStock/0.0.4/example.json'));
});

test('the schema is downloaded byte for byte, and names its own address', async ({ page }) => {
  const starting = page.waitForEvent('download');
  await page.locator('.contract-facts').getByRole('link', { name: 'schema.json' }).click();
  const download = await starting;
  expect(download.suggestedFilename()).toBe('schema.json');
  const bytes = await readFile(await download.path());
  expect(bytes.equals(Buffer.from(committedContract('OutOfStock/0.0.4/schema.json')))).toBe(true);
  const [, path] = new URL(download.url()).pathname.split('/contracts/');
  expect(path).toBe('OutOfStock/0.0.4/schema.json');
  expect(JSON.parse(bytes.toString('utf8'))).toHaveProperty(
    '$id',
    expect.stringMatching(new RegExp(`/contracts/${path}$`)),
  );
});

test('every download link of the page gives its file', async ({ page, request }) => {
  const links = await page
    .locator('.contract a[download]')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(7);
  for (const link of links) {
    const [, path] = link.split('/contracts/');
    const response = await request.get(link);
    expect(response.status(), link).toBe(200);
    expect(await response.text(), link).toBe(committedContract(path ?? ''));
  }
});
