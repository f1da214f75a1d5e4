import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { contestTable, interleave } from './contest.ts';
import type { Contestant } from './contest.ts';
import { environmentOf } from './environment.ts';
import { measure } from './measure.ts';
import type { Measurement } from './measure.ts';
import { comparePages, readPageTexts } from './pages.ts';
import type { PageTexts } from './pages.ts';
import { openRoom } from './room.ts';
import type { Room } from './room.ts';

/** What a catalog consists of for EventCatalog: no toolchain, no tests. */
export const CATALOG = [
  'events',
  'commands',
  'queries',
  'services',
  'domains',
  'channels',
  'teams',
  'users',
  'components',
  'public',
  'eventcatalog.config.js',
  'catalog.config.json',
];

const STOCK = {
  name: 'stock-catalog',
  private: true,
  type: 'module',
  dependencies: { '@eventcatalog/core': '3.48.4', node: '24.21.0' },
  // The version that it asks for is not there: without this line a fresh install fails.
  overrides: { '@scalar/api-reference-react': '0.9.74' },
};

export interface BuildContest {
  readonly project: string;
  readonly rounds: number;
  readonly onProgress: (text: string) => void;
  readonly stop: AbortSignal;
}

/** Builds this catalog with stock EventCatalog and with ours, by turns, and says how they compare. */
export async function compareSiteBuilds({ project, rounds, onProgress, stop }: BuildContest): Promise<string> {
  const stock = await openStockRoom(onProgress, stop);
  const ours = await openOurRoom(project, onProgress, stop);
  const pages = new Map<string, PageTexts>();
  const contestant = (
    label: string,
    room: Room,
    names: readonly string[],
    build: (room: Room) => Promise<Measurement>,
  ): Contestant => ({
    label,
    run: async () => {
      await room.clear();
      await room.fill(project, names);
      const measurement = await build(room);
      pages.set(label, await readPageTexts(join(room.folder, 'dist')));
      return measurement;
    },
  });
  const stockBuild = contestant('stock 3.48.4, eventcatalog build', stock, CATALOG, async (room) =>
    eventCatalogBuild(room, stop),
  );
  const ourBuild = contestant('this site, eventcatalog build', ours, CATALOG, async (room) =>
    eventCatalogBuild(room, stop),
  );
  const wholeBuild = contestant('this site, npm run build', ours, await sourcesOf(project), async (room) =>
    npmRunBuild(room, stop),
  );
  try {
    const results = await interleave([stockBuild, ourBuild, wholeBuild], rounds, onProgress);
    const [reference = new Map(), ...others] = results.map(({ label }) => pages.get(label) ?? new Map());
    const [catalogPages, projectPages] = others.map((texts) => comparePages(reference, texts));
    return `${contestTable(results)}
Pages of stock and of this site, text compared: ${catalogPages}; through npm run build: ${projectPages}.
`;
  } finally {
    await Promise.all([stock.clear(), ours.clear()]);
  }
}

/** A room with EventCatalog as it comes. */
export async function openStockRoom(onProgress: (text: string) => void, stop: AbortSignal): Promise<Room> {
  const manifests = { 'package.json': JSON.stringify(STOCK, undefined, 2) };
  return openRoom({ name: 'stock', manifests }, onProgress, stop);
}

/** A room with the packages of this project. */
export async function openOurRoom(
  project: string,
  onProgress: (text: string) => void,
  stop: AbortSignal,
): Promise<Room> {
  return openRoom({ name: 'ours', manifests: await manifestsOf(project) }, onProgress, stop);
}

export async function eventCatalogBuild({ folder }: Room, stop: AbortSignal): Promise<Measurement> {
  const packages = join(folder, 'node_modules');
  const args = [join(packages, '@eventcatalog', 'core', 'bin', 'eventcatalog.js'), 'build'];
  return measure({ program: join(packages, '.bin', 'node'), args, folder, env: environmentOf(folder) }, stop);
}

async function npmRunBuild({ folder }: Room, stop: AbortSignal): Promise<Measurement> {
  return measure({ program: 'npm', args: ['run', 'build'], folder, env: environmentOf(folder) }, stop);
}

async function manifestsOf(project: string) {
  const read = async (name: string) => readFile(join(project, name), 'utf8');
  return { 'package.json': await read('package.json'), 'package-lock.json': await read('package-lock.json') };
}

async function sourcesOf(project: string): Promise<readonly string[]> {
  const entries = await readdir(project);
  const isMade = (name: string) =>
    name.startsWith('.') ||
    ['node_modules', 'dist', 'eventcatalog.styles.css', 'package.json', 'package-lock.json'].includes(name);
  return entries.filter((name) => !isMade(name));
}
