import { OUR_MARKUP, codeOf, committedContract, eventPath, shownCode } from './event-page.ts';
import { tooWide } from './readability.ts';
import { expect, test } from './test.ts';

const PAGES = [eventPath('OrderPlaced', '2.1.0'), 'docs/commands/ReserveStock/2.0.0/', 'docs/queries/GetOrder/1.0.0/'];

/** What may be wider than the page, as its box scrolls by itself. */
const IN_A_TABLE = /^<(?:table|thead|tbody|tr|t[hd]|span|details|summary)\b/;

for (const [what, width, deviceScaleFactor] of [
  ['390 pixels', 390, 1],
  ['1920 pixels', 1920, 1],
  ['1440 pixels at 200 %', 720, 2],
  ['1280 pixels at 400 %', 320, 4],
] as const) {
  test.describe(`at ${what}`, () => {
    test.use({ viewport: { width, height: 900 }, deviceScaleFactor });

    for (const path of PAGES) {
      test(`nothing of ours makes ${path} scroll sideways`, async ({ page }) => {
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.locator('.reader > summary').click();
        await page.locator('.reader').getByRole('checkbox').first().check();
        await expect(page.locator('.reader-results pre').last()).not.toBeEmpty();
        for (const part of await page.locator(OUR_MARKUP).all())
          expect((await tooWide(part)).filter((html) => !IN_A_TABLE.test(html))).toEqual([]);
        const table = await page
          .locator('.matrix')
          .boundingBox({ timeout: 1000 })
          .catch(() => null);
        if (table !== null) expect(table.x + table.width).toBeLessThanOrEqual(width);
      });
    }
  });
}

test('nothing of ours moves for those who do not want it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(eventPath('OrderPlaced', '2.1.0'), { waitUntil: 'networkidle' });
  const moving = await page.locator(OUR_MARKUP).evaluateAll((parts) =>
    parts
      .flatMap((part) => [part, ...part.querySelectorAll('*')])
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        const isMoving = transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0);
        return animationName !== 'none' || isMoving || scrollBehavior === 'smooth';
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
  expect(moving).toEqual([]);
});

test('on paper is all the code that is in the page, and no button', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'), { waitUntil: 'networkidle' });
  await page.emulateMedia({ media: 'print' });
  for (const file of [
    'example.json',
    'types.d.ts',
    'payload_types.py',
    'producer.kafka-python.py',
    'consumer.kafka-python.py',
  ]) {
    const code = codeOf(page, file);
    await expect(code.locator('pre'), file).toBeVisible();
    expect(await shownCode(code)).toBe(committedContract(`OutOfStock/0.0.4/${file}`).trimEnd());
    const hidden = await code.locator('pre').evaluate((pre) => pre.scrollHeight - pre.clientHeight);
    expect(hidden, `${file} is cut`).toBeLessThanOrEqual(1);
  }
  for (const button of await page.locator('.code-copy, [role=tablist]').all()) await expect(button).toBeHidden();
  const empty = await page
    .locator('.code-block pre')
    .evaluateAll(
      (blocks) => blocks.filter((block) => block.textContent === '' && block.getBoundingClientRect().height > 0).length,
    );
  expect(empty, 'boxes of code that has not come').toBe(0);
});
