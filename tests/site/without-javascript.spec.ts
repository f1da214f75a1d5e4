import { committedContract, eventPath, shownCode } from './event-page.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

const FILES = [
  'types.d.ts',
  'example.json',
  'producer.kafka-python.py',
  'consumer.kafka-python.py',
  'producer.platformatic-kafka.ts',
  'consumer.platformatic-kafka.ts',
];

test('type, example and programs are read without JavaScript', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  await expect(page.getByRole('tab', { includeHidden: true }).first()).toBeHidden();
  for (const title of [/^Type$/, /^Example$/, /^Python/, /^TypeScript/]) {
    await expect(page.locator('.contract').getByRole('heading', { name: title })).toBeVisible();
  }
  const blocks = page.locator('.contract pre');
  const shown: string[] = [];
  for (const block of await blocks.all()) {
    await expect(block).toBeVisible();
    shown.push(await shownCode(block));
  }
  for (const file of FILES) expect(shown, file).toContain(committedContract(`OutOfStock/0.0.4/${file}`).trimEnd());
});
