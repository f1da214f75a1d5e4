import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_ARGUMENTS, installedChromium } from '../tests/site/browser.ts';
import { serveFolder } from '../tests/site/static-server.ts';

/** Milliseconds from the keystroke to the results, each on a page of its own. */
export interface BrowserAnswers {
  /** The index had not been asked for: it is fetched, read and prepared first. */
  readonly cold: readonly number[];
  /** The reader had been in the field before. */
  readonly ready: readonly number[];
}

/** Asks the start page that is committed, with another index of fields, in Chromium on this machine. */
export async function measureInBrowser(index: string, query: string, rounds: number): Promise<BrowserAnswers> {
  const site = await mkdtemp(join(tmpdir(), 'catalog-find-'));
  try {
    await mkdir(join(site, 'contracts'));
    for (const name of ['index.html', 'find.js', 'find.css'])
      await cp(join(import.meta.dirname, '..', 'public', 'contracts', name), join(site, 'contracts', name));
    await writeFile(join(site, 'contracts', 'fields.json'), index);
    const server = await serveFolder(site, '/', { compresses: true });
    const browser = await chromium.launch({ executablePath: installedChromium() ?? '', args: [...CHROMIUM_ARGUMENTS] });
    try {
      const address = `${server.address}contracts/index.html`;
      const cold: number[] = [];
      const ready: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        cold.push(await answerIn(browser, address, query, false));
        ready.push(await answerIn(browser, address, query, true));
      }
      return { cold, ready };
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    await rm(site, { recursive: true, force: true });
  }
}

async function answerIn(browser: Browser, address: string, query: string, isReady: boolean): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    if (isReady) {
      await page.focus('#find-text');
      await page.waitForLoadState('networkidle');
    }
    return await firstResult(page, query);
  } finally {
    await page.close();
  }
}

async function firstResult(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const [input, results] = [document.querySelector('#find-text'), document.querySelector('#find-results')];
    if (!(input instanceof HTMLInputElement) || results === null) throw new Error('This is not the start page.');
    const shown = new Promise<number>((resolve) => {
      new MutationObserver(() => {
        if (results.querySelector('.hit') !== null) resolve(performance.now());
      }).observe(results, { childList: true });
    });
    input.value = text;
    const start = performance.now();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return (await shown) - start;
  }, query);
}
