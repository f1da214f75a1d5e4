import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { shiftsOf, watchShifts, weightOf } from './page-weight.ts';
import { expect } from './test.ts';

/** What we may add to the page of an event, in bytes, compressed. */
const MOST = 40_000;
const MOST_JAVASCRIPT = 5_000;

/** What is fetched when somebody asks for it, or sees it, and not before. */
const LATER = /\/contracts\/|build-reader/;

/** That a page of an event is light, loads nothing that nobody sees, and keeps still. */
export async function expectLightPage(page: Page, dist: string, path: string): Promise<void> {
  const scripts = new Map<string, Promise<string>>();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.set(response.url(), response.text());
  });
  await watchShifts(page);
  await page.goto(path, { waitUntil: 'networkidle' });
  expect(
    asked.filter((url) => LATER.test(url)),
    'nobody has asked for it yet',
  ).toEqual([]);

  const texts = new Map(await Promise.all([...scripts].map(async ([url, text]) => [url, await text] as const)));
  const { html, css, javascript } = await weightOf(page, join(dist, path, 'index.html'), texts);
  const total = html + css + javascript;
  console.log(`${path}: html ${html}, css ${css}, javascript ${javascript}, in all ${total} bytes compressed`);
  expect(Math.min(html, css, javascript), 'something was measured').toBeGreaterThan(500);
  expect(javascript).toBeLessThanOrEqual(MOST_JAVASCRIPT);
  expect(total).toBeLessThanOrEqual(MOST);

  await scrollThrough(page);
  expect(await shiftsOf(page), 'what moved of ours though nobody did anything').toEqual([]);
  // Code that is too long for the page comes when it is seen; what is folded away does not.
  const seen = await page
    .locator('.code-block[data-fetch]:visible')
    .evaluateAll((figures) => figures.map((figure) => figure.getAttribute('data-fetch') ?? ''));
  const later = asked.filter((url) => LATER.test(url)).map((url) => new URL(url).pathname);
  expect(new Set(later)).toEqual(new Set(seen));
  expect(later.length, 'each once').toBe(seen.length);
}

async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let at = 0; at < height; at += 600) {
    await page.evaluate((top) => window.scrollTo(0, top), at);
    await page.waitForTimeout(100);
  }
}
