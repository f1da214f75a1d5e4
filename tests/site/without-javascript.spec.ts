import { programFile } from '../../scripts/snippets/client.ts';
import { clients } from '../../scripts/snippets/clients/index.ts';
import { codeOf, committedContract, eventPath, shownCode } from './event-page.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

const [first, ...others] = clients;

/** What most readers come for is in the page; the rest is a link away. */
const IN_PAGE = [
  'example.json',
  'types.d.ts',
  'payload_types.py',
  programFile('producer', first),
  programFile('consumer', first),
];
const A_LINK_AWAY = [
  'schema.json',
  ...others.flatMap((client) => [programFile('producer', client), programFile('consumer', client)]),
];

test('fields, example, types and programs are read without JavaScript', async ({ page, request }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  await expect(page.getByRole('tab', { includeHidden: true }).first()).toBeHidden();
  for (const title of ['TypeScript', 'Python', 'JSON Schema', ...clients.map(({ label }) => label)])
    await expect(page.locator('code-tabs').getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expect(page.locator('.payload tbody tr')).toHaveCount(7);
  for (const file of IN_PAGE) {
    const code = codeOf(page, file);
    await expect(code.locator('pre')).toBeVisible();
    expect(await shownCode(code), file).toBe(committedContract(`OutOfStock/0.0.4/${file}`).trimEnd());
  }
  for (const file of A_LINK_AWAY) {
    const code = codeOf(page, file);
    await expect(code.locator('pre'), 'there is no empty box').toBeHidden();
    const link = code.getByRole('link', { name: `Download ${file}` });
    await expect(link).toBeVisible();
    const answer = await request.get((await link.getAttribute('href')) ?? '');
    expect(await answer.text(), file).toBe(committedContract(`OutOfStock/0.0.4/${file}`));
  }
});

test('nothing is offered that only JavaScript can do', async ({ page }) => {
  await page.goto(eventPath('OutOfStock', '0.0.4'));
  for (const button of await page.locator('[data-copy]').all()) await expect(button).toBeHidden();
  const reader = page.locator('.reader');
  await reader.locator('summary').click();
  await expect(reader.getByRole('link', { name: 'the whole type' })).toBeVisible();
});
