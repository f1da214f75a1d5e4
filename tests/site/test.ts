import { expect, test as playwright } from '@playwright/test';
import { serveFolder } from './static-server.ts';
import type { StaticServer } from './static-server.ts';
import { watchPage } from './watch-page.ts';
import type { PageTroubles } from './watch-page.ts';

export interface SiteOptions {
  /** The path below which the site is built. */
  basePath: string;
  /** The folder that it is built into. */
  dist: string;
}

interface Fixtures {
  /** Every test fails on what a visitor's console would show. */
  watched: PageTroubles;
}

interface WorkerFixtures extends SiteOptions {
  site: StaticServer;
}

/** A test of the built site: `page.goto('docs/…')`, without a slash in front, starts at its home. */
export const test = playwright.extend<Fixtures, WorkerFixtures>({
  basePath: ['/', { option: true, scope: 'worker' }],
  dist: ['', { option: true, scope: 'worker' }],
  site: [
    async ({ basePath, dist }, use) => {
      const site = await serveFolder(dist, basePath);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.address),
  watched: [
    async ({ page, site }, use) => {
      const watched = watchPage(page, site.address);
      await use(watched);
      expect(watched.troubles, 'what went wrong behind the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
