import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventCatalogSettings } from '../scripts/site/eventcatalog.ts';
import { environmentOf } from './environment.ts';
import { measure } from './measure.ts';
import type { Measurement } from './measure.ts';
import { messageNames, VERSIONS_PER_MESSAGE, writeMessageCatalog } from './message-catalog.ts';
import type { Room } from './room.ts';
import { OURS, weighFile, weighSite } from './site-weight.ts';
import type { FileWeight, SiteWeight } from './site-weight.ts';

/** The page of each version, as the pages of this catalog are. */
const PAGE_BODY = `import { Changes, Example, Participants, Payload, Programs, Types } from '@catalog/components/message-page.ts';

## Overview

As the shop tells it, for those who read and for those who send it.

## Who sends it, who reads it

<Participants message={frontmatter} />

## Fields

<Payload message={frontmatter} />

## Example

<Example message={frontmatter} />

## Types

<Types message={frontmatter} />

## Programs

<Programs message={frontmatter} />

## What changed

<Changes message={frontmatter} />

## Architecture

<NodeGraph />`;

export interface LargeCatalog {
  readonly project: string;
  /** Has the packages of this project. */
  readonly room: Room;
  readonly versions: number;
  /** False: the contracts only. */
  readonly withSite: boolean;
  readonly onProgress: (text: string) => void;
  readonly stop: AbortSignal;
}

/** What a catalog of one size costs. */
export interface LargeFigures {
  readonly versions: number;
  readonly firstRun: Measurement;
  readonly unchangedRun: Measurement;
  readonly check: Measurement;
  /** Undefined where it was not asked for, or where it failed. */
  readonly site: SiteFigures | undefined;
  /** Why there is no site. */
  readonly failure: string | undefined;
}

interface SiteFigures {
  readonly build: Measurement;
  readonly weight: SiteWeight;
  readonly page: FileWeight;
  /** The page that `catalog generate` writes for the site's home. */
  readonly home: FileWeight;
  /** The list of pages at the side; every page loads it. */
  readonly sidebar: FileWeight;
}

/** Writes a catalog, generates its contracts and builds its site; always the same catalog for the same size. */
export async function measureLargeCatalog(large: LargeCatalog): Promise<LargeFigures> {
  const { project, room, versions, onProgress, stop } = large;
  await room.clear();
  await room.fill(project, ['scripts', 'components', 'eventcatalog.config.js', 'catalog.config.json']);
  await mkdir(join(room.folder, 'public'));
  await room.fill(project, [join('public', 'logo.svg')]);
  await writeMessageCatalog(room.folder, versions / VERSIONS_PER_MESSAGE, PAGE_BODY);
  const step = async (label: string, run: () => Promise<Measurement>) => {
    onProgress(`${versions} versions: ${label} … `);
    const measurement = await run();
    onProgress(`${measurement.seconds.toFixed(1)} s\n`);
    return measurement;
  };
  const figures = {
    versions,
    firstRun: await step('generate', async () => generate(room, stop)),
    unchangedRun: await step('generate, nothing changed', async () => generate(room, stop)),
    check: await step('generate --check', async () => generate(room, stop, '--check')),
  };
  if (!large.withSite) return { ...figures, site: undefined, failure: undefined };
  try {
    const build = await step('building the site', async () => buildSite(room, stop));
    return { ...figures, site: await weigh(room, build), failure: undefined };
  } catch (error) {
    stop.throwIfAborted();
    return { ...figures, site: undefined, failure: error instanceof Error ? error.message : String(error) };
  }
}

async function generate({ folder }: Room, stop: AbortSignal, ...flags: readonly string[]): Promise<Measurement> {
  const args = [join('scripts', 'cli.ts'), 'generate', ...flags];
  return measure({ program: process.execPath, args, folder, env: environmentOf(folder) }, stop);
}

/** The step of `catalog build` that is EventCatalog's. */
async function buildSite({ folder }: Room, stop: AbortSignal): Promise<Measurement> {
  const program = join(folder, 'node_modules', '@eventcatalog', 'core', 'bin', 'eventcatalog.js');
  const env = { ...environmentOf(folder), ...eventCatalogSettings(folder) };
  return measure({ program: process.execPath, args: [program, 'build'], folder, env }, stop);
}

async function weigh({ folder }: Room, build: Measurement): Promise<SiteFigures> {
  const dist = join(folder, 'dist');
  const id = messageNames(1)[0]?.id ?? '';
  return {
    build,
    weight: await weighSite(dist),
    page: await weighFile(join(dist, 'docs', 'events', id, '2.0.0', 'index.html')),
    home: await weighFile(join(dist, OURS, 'index.html')),
    sidebar: await weighFile(join(dist, 'api', 'sidebar-data.json')),
  };
}
