import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { codeOf, committedContract, eventPath } from './event-page.ts';
import { expect, test } from './test.ts';

async function copied(page: Page, file: string): Promise<string> {
  const button = codeOf(page, file).getByRole('button', { name: `Copy ${file}` });
  await button.click();
  await expect(button).toHaveText('Copied');
  return page.evaluate(() => navigator.clipboard.readText());
}

test.beforeEach(async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'), { waitUntil: 'networkidle' });
  await page.evaluate(() => navigator.clipboard.writeText('nothing was copied'));
});

test('the type is copied as it is in the file, in each language', async ({ page }) => {
  expect(await copied(page, 'types.d.ts')).toBe(committedContract('OutOfStock/0.0.4/types.d.ts'));
  await page.getByRole('tab', { name: 'Python', exact: true }).click();
  expect(await copied(page, 'payload_types.py')).toBe(committedContract('OutOfStock/0.0.4/payload_types.py'));
  await page.getByRole('tab', { name: 'JSON Schema' }).click();
  expect(await copied(page, 'schema.json')).toBe(committedContract('OutOfStock/0.0.4/schema.json'));
});

test('a program is copied as it is in the file', async ({ page }) => {
  for (const file of ['producer.kafka-python.py', 'consumer.kafka-python.py']) {
    expect(await copied(page, file)).toBe(committedContract(`OutOfStock/0.0.4/${file}`));
  }
  await page.getByRole('tab', { name: 'TypeScript · @platformatic/kafka' }).click();
  for (const file of ['producer.platformatic-kafka.ts', 'consumer.platformatic-kafka.ts']) {
    expect(await copied(page, file)).toBe(committedContract(`OutOfStock/0.0.4/${file}`));
  }
});

test('a program is copied as it is in the file, even by who is faster than its loading', async ({ page }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/producer.kafkajs.ts', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('tab', { name: 'TypeScript · kafkajs' }).click();
  const copying = copied(page, 'producer.kafkajs.ts');
  await expect(codeOf(page, 'producer.kafkajs.ts').locator('pre')).toHaveText('Loading…');
  release();
  expect(await copying).toBe(committedContract('OutOfStock/0.0.4/producer.kafkajs.ts'));
});

test('an install line is copied', async ({ page }) => {
  const button = page.getByRole('button', { name: 'Copy Install line, Python · kafka-python' });
  await button.click();
  await expect(button).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^pip install 'kafka-python==[\d.]+'\n$/);
});

test('the example is copied as it is in the file', async ({ page }) => {
  const text = await copied(page, 'example.json');
  expect(JSON.parse(text)).toEqual(JSON.parse(committedContract('OutOfStock/0.0.4/example.json')));
  expect(text).toBe(committedContract('OutOfStock/0.0.4/example.json'));
});

test('the schema is downloaded byte for byte, and names its own address', async ({ page }) => {
  const starting = page.waitForEvent('download');
  await page.locator('.message-code').getByRole('link', { name: 'schema.json', exact: true }).click();
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
    .locator('#content a[download]')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(14);
  for (const link of links) {
    const [, path] = link.split('/contracts/');
    const response = await request.get(link);
    expect(response.status(), link).toBe(200);
    expect(await response.text(), link).toBe(committedContract(path ?? ''));
  }
});
