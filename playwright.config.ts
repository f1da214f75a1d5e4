import { defineConfig } from '@playwright/test';
import type { ReporterDescription } from '@playwright/test';
import { join } from 'node:path';
import { CHROMIUM_ARGUMENTS, installedChromium } from './tests/site/browser.ts';
import { SITES, STATES } from './tests/site/sites.ts';
import type { SiteOptions } from './tests/site/test.ts';

/** Set by tests/site/run.ts, which builds the sites: a test has to be run through it. */
const built = process.env['SITE_DIST'] ?? '';
const report = process.env['SITE_REPORT'];
const reporters: ReporterDescription[] = [['list']];
if (report !== undefined) reporters.push(['json', { outputFile: report }]);

const executablePath = installedChromium();
const DEV_SERVER = 'dev-server.spec.ts';
const ALL_STATES = 'states.spec.ts';

export default defineConfig<object, SiteOptions>({
  testDir: 'tests/site',
  outputDir: 'node_modules/.cache/site-tests',
  // The development server needs the machine to itself: a page that is late looks like one that does not follow.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: reporters,
  use: {
    launchOptions: { args: CHROMIUM_ARGUMENTS, ...(executablePath === undefined ? {} : { executablePath }) },
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1440, height: 900 },
  },
  projects: [
    { name: 'npm start', testMatch: DEV_SERVER },
    { name: 'states', testMatch: ALL_STATES, use: { basePath: STATES.basePath, dist: join(built, STATES.folder) } },
    ...SITES.map(({ basePath, folder }) => ({
      name: `at ${basePath}`,
      testIgnore: [DEV_SERVER, ALL_STATES],
      use: { basePath, dist: join(built, folder) },
    })),
  ],
});
