import type { Page } from '@playwright/test';
import { violationsOf } from './accessibility.ts';
import { expectLightPage } from './budget.ts';
import { eventPath } from './event-page.ts';
import { tooWide } from './readability.ts';
import { HOSTILE, MANY } from './states-catalog.ts';
import { expect, test } from './test.ts';

/** What the page says where a part is not there, by what the part is found by. */
type Said = Readonly<Record<string, string | RegExp>>;

const noSchema: Said = {
  '.payload-none': 'This version has no schema, so there is no list of fields.',
  '.message-aside': 'This version has no schema, so there is no example.',
  '.types-aside': 'This version has no schema, so there is no type.',
  '.programs-lead': 'This version has no schema, so there is no program.',
  '.changes-note': 'This version has no schema, so there is nothing to compare.',
};

function inAnotherLanguage(language: string): Said {
  const made = (what: string) => `The schema of this version is in ${language}; ${what} is made from JSON Schema only.`;
  return {
    '.payload-none': made('a list of fields'),
    '.message-aside': made('an example'),
    '.types-aside': made('a type'),
    '.programs-lead': made('a program'),
    '.changes-note': `The schema of this version is in ${language}. Versions are compared by JSON Schema only.`,
  };
}

const readers = '.participants [aria-label=Readers]';
const senders = '.participants [aria-label=Senders]';
const way = '.participants [aria-label=Way]';

const STATES: Readonly<Record<string, Said>> = {
  NoSchema: noSchema,
  Avro: inAnotherLanguage('Avro'),
  Protobuf: inAnotherLanguage('Protobuf'),
  First: { '.changes-note': 'This is the first version.', '.message-code pre': /"order_id": "A-1"/ },
  NoExample: { '.message-code pre': /"order_id": "/ },
  NoReader: { [readers]: 'Nobody yet: no service names this version in receives.', [senders]: /The shop 1\.0\.0/ },
  NoSender: { [senders]: 'Nobody: no service names it in sends.', [way]: /shop\.orders/ },
  Nobody: {
    [senders]: /Nobody/,
    [readers]: /Nobody yet/,
    [way]: /nobody \(assumed: no channel names it\)/,
    '.programs-lead': /Whole programs, ready to run/,
  },
  Draft: { '.participants-note': /^Draft\. Nothing is promised yet/ },
  ListOnly: { '.payload-none': /^The schema names no fields/, '.message-code pre': /\[/ },
};

for (const [id, said] of Object.entries(STATES)) {
  test(`the page says what there is, and what there is not: ${id}`, async ({ page }) => {
    await page.goto(eventPath(id, '1.0.0'), { waitUntil: 'networkidle' });
    for (const [part, text] of Object.entries(said)) {
      const told = page.locator(part).first();
      await expect(told).toBeVisible();
      await expect(told).toContainText(text);
    }
    await expect(page.getByRole('heading', { level: 2, name: 'What changed' })).toBeVisible();
    // A sentence is on one line, with no tag and no undefined in it.
    await expect(page.locator('#content')).not.toContainText(/undefined|\[object|NaN/);
  });
}

test('the page of what does not travel on Kafka has no program, and says why', async ({ page }) => {
  await page.goto('docs/queries/OverHttp/1.0.0/');
  await expect(page.locator('.programs-lead')).toHaveText(
    'This message does not travel on Kafka, so there is no program to copy.',
  );
  await expect(page.locator(way)).toContainText('No channel is named.');
  await expect(page.locator('.payload tbody tr')).toHaveCount(2);
});

test('the page of a map says that no type of some of its fields can be made', async ({ page }) => {
  await page.goto(eventPath('MapOnly', '1.0.0'), { waitUntil: 'networkidle' });
  await expect(page.locator('.payload tbody tr')).toHaveCount(3);
  await page.locator('.reader summary').click();
  await expect(page.locator('.reader-panel')).toContainText('No type of some of its fields can be made');
});

/** Whether anything that a catalog says was taken for more than text. */
function wasRun(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, 'wasRun'));
}

test.describe('where a catalog says what would do harm', () => {
  test('it is text, and nothing else', async ({ page }) => {
    await page.goto(eventPath('Hostile', '1.0.0'), { waitUntil: 'networkidle' });
    expect(await wasRun(page)).toBeUndefined();
    const shown = HOSTILE.replace('\u202e', String.raw`\u{202e}`);
    await expect(page.locator('.payload tbody tr').first()).toContainText(shown);
    await expect(page.locator(readers)).toContainText(shown);
    await expect(page.locator('.payload-deprecated')).toContainText(shown);
    await expect(page.locator('.changes')).toContainText('<img src="x"');
    expect(await tooWide(page.locator('.payload'))).toEqual([]);
  });

  test('it is text in what somebody makes of it', async ({ page }) => {
    await page.goto(eventPath('Hostile', '1.0.0'), { waitUntil: 'networkidle' });
    await page.locator('.reader > summary').click();
    const boxes = page.locator('.reader').getByRole('checkbox');
    await expect(boxes).not.toHaveCount(0);
    for (const box of await boxes.all()) await box.check();
    await expect(page.locator('.reader-results pre').first()).toContainText('interface Hostile');
    await page.locator('.reader').getByRole('radio', { name: 'Python', exact: true }).check();
    await expect(page.locator('.reader-results pre').first()).toContainText('Hostile = TypedDict(');
    for (const tab of await page.getByRole('tab').all()) await tab.click();
    await page.waitForLoadState('networkidle');
    expect(await wasRun(page)).toBeUndefined();
  });
});

test.describe('a message of very many fields', () => {
  const path = eventPath('ManyFields', '1.0.0');

  test('is as light as any', async ({ page, dist }) => {
    await expectLightPage(page, dist, path);
  });

  test('shows the first of them, and the others when they are asked for', async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    const rows = page.locator('.payload tbody tr');
    const before = await rows.count();
    expect(before).toBeLessThan(100);
    const more = page.locator('.payload-more');
    await expect(more.locator('summary')).toHaveText(`${MANY - before} more fields`);
    await more.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(MANY);
    await expect(more).toBeHidden();
    await expect(
      rows.nth(before).getByRole('link'),
      'who works by the keyboard goes on with what is new',
    ).toBeFocused();
    const ids = await rows.evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(MANY);
  });

  test('is led into by the address of any of them', async ({ page }) => {
    await page.goto(`${path}#field-part_27.value_27_3`, { waitUntil: 'networkidle' });
    await expect(page.locator('[id="field-part_27.value_27_3"]')).toBeInViewport();
  });

  test('has a page of all of them, that nothing has to run on', async ({ page, browser, site }) => {
    await page.goto(path);
    const href = await page.locator('.payload-more a').getAttribute('href');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(new URL(href ?? '', site.address).href);
    await expect(plain.getByRole('heading')).toHaveText('Fields of ManyFields@1.0.0');
    await expect(plain.locator('tbody tr')).toHaveCount(MANY);
    await context.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has a page of all of them in which axe finds nothing in the ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.goto('contracts/ManyFields/1.0.0/fields.html');
      expect(await violationsOf(page, 'html')).toEqual({ ours: [], ofFramework: {} });
    });
  }

  test("has a type of one's own as any", async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.locator('.reader > summary').click();
    await page.locator('.reader').getByRole('checkbox', { name: 'part_27.value_27_3' }).check();
    const type = page.locator('.reader-results pre').first();
    await expect(type).toContainText('value_27_3?: number');
    await expect(type).not.toContainText('value_27_4');
    await expect(page.locator('.reader [role=status]')).toHaveText(`1 of ${MANY} fields.`);
  });
});
