import { cp, glob, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Room } from './room.ts';
import { CATALOG, eventCatalogBuild, openOurRoom, openStockRoom } from './site-builds.ts';
import { stockPage } from './stock-page.ts';

export interface SitePair {
  readonly project: string;
  /** Takes one folder for each site; a site that is there already is used as it is. */
  readonly folder: string;
  readonly onProgress: (text: string) => void;
  readonly stop: AbortSignal;
}

/** Builds this catalog as it is, and as stock EventCatalog would have it without our components. */
export async function buildSitePair(pair: SitePair): Promise<{ readonly ours: string; readonly stock: string }> {
  const { project, folder, onProgress, stop } = pair;
  const sites = { ours: join(folder, 'ours'), stock: join(folder, 'stock') };
  if (!(await isBuilt(sites.ours))) {
    const room = await openOurRoom(project, onProgress, stop);
    await buildSite(room, pair, CATALOG, sites.ours);
  }
  if (!(await isBuilt(sites.stock))) {
    const room = await openStockRoom(onProgress, stop);
    const names = CATALOG.filter((name) => !['components', 'public'].includes(name));
    await buildSite(room, pair, [...names, join('public', 'logo.svg')], sites.stock);
  }
  return sites;
}

async function buildSite(room: Room, pair: SitePair, names: readonly string[], site: string): Promise<void> {
  pair.onProgress(`Building ${site} … `);
  await room.clear();
  try {
    await room.fill(pair.project, names);
    if (!names.includes('components')) await takeOutComponents(room.folder);
    const { seconds } = await eventCatalogBuild(room, pair.stop);
    await cp(join(room.folder, 'dist'), site, { recursive: true });
    pair.onProgress(`${seconds.toFixed(0)} s\n`);
  } finally {
    await room.clear();
  }
}

async function takeOutComponents(folder: string): Promise<void> {
  for (const collection of CATALOG.filter((name) => !name.includes('.'))) {
    for await (const page of glob('**/*.mdx', { cwd: join(folder, collection) })) {
      const path = join(folder, collection, page);
      await writeFile(path, stockPage(await readFile(path, 'utf8')));
    }
  }
}

async function isBuilt(site: string): Promise<boolean> {
  return stat(join(site, 'index.html')).then(
    () => true,
    () => false,
  );
}
