// Builds the site for each base path, and one of messages in every state, and reads them in a browser. Arguments go to Playwright: `node tests/site/run.ts tabs`.
// SITE_DIST names a folder to build into and to keep: a second run with it reuses what is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { installedChromium } from './browser.ts';
import { SITES, STATES } from './sites.ts';
import { writeStatesCatalog } from './states-catalog.ts';

const project = join(import.meta.dirname, '../..');

function run(args: readonly string[], env: Readonly<Record<string, string>>): number {
  const { status } = spawnSync(process.execPath, args, {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/** Builds the project's own catalog, or that of a folder. */
function build(basePath: string, dist: string, catalog = project): boolean {
  if (existsSync(join(dist, 'index.html'))) {
    console.log(`Reusing the site for ${basePath} in ${dist}`);
    return true;
  }
  console.log(`Building the site for ${basePath}`);
  // EventCatalog takes the output folder as relative to the catalog, whatever it looks like.
  const out = relative(catalog, dist);
  return run(['scripts/cli.ts', 'build', '--catalog', catalog], { CATALOG_BASE: basePath, CATALOG_OUT_DIR: out }) === 0;
}

/** Below the project, where its packages are found. */
function buildStates(dist: string): boolean {
  mkdirSync(join(project, 'dist'), { recursive: true });
  const catalog = mkdtempSync(join(project, 'dist', 'states-'));
  try {
    writeStatesCatalog(catalog);
    return build(STATES.basePath, dist, catalog);
  } finally {
    rmSync(catalog, { recursive: true, force: true });
  }
}

function readInBrowser(built: string): number {
  console.log('Reading it in a browser');
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  return run([playwright, 'test', ...process.argv.slice(2)], { SITE_DIST: built });
}

function runSiteTests(built: string): number {
  const chromium = installedChromium();
  if (chromium === undefined) {
    console.error(
      'There is no Chromium to read the site in. Run "npm run test:setup", or "npx playwright install chromium".',
    );
    return 1;
  }
  for (const { basePath, folder } of SITES) {
    if (build(basePath, join(built, folder))) continue;
    console.error(`The site for ${basePath} could not be built: nothing was tested.`);
    return 1;
  }
  if (!buildStates(join(built, STATES.folder))) {
    console.error('The site of all states could not be built: nothing was tested.');
    return 1;
  }
  return readInBrowser(built);
}

const kept = process.env['SITE_DIST'];
const built = kept === undefined ? mkdtempSync(join(tmpdir(), 'catalog-site-')) : resolve(kept);
try {
  process.exitCode = runSiteTests(built);
} finally {
  if (kept === undefined) rmSync(built, { recursive: true, force: true });
}
