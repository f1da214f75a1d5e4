import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { diskTree } from '../catalog/disk-tree.ts';
import type { GitEnvironment } from '../catalog/git-repository.ts';
import { loadCatalog } from '../catalog/load-catalog.ts';
import { loadSettings } from '../catalog/load-settings.ts';
import { searchFiles } from '../catalog/search-files.ts';
import { defaultLimits } from '../compare/compare-schemas.ts';
import { UserError } from '../model/user-error.ts';
import type { Console } from '../report/console.ts';
import { staleAnnotations } from '../report/stale-annotations.ts';
import { staleJson } from '../report/stale-json.ts';
import { staleText } from '../report/stale-text.ts';
import { findCopies, signsOfCopies } from '../stale/find-copies.ts';
import { judgeCopies } from '../stale/judge-copies.ts';
import type { FailOn, StaleReport } from '../stale/stale-report.ts';
import type { ExitCode } from './generate.ts';

export const staleFormats = ['text', 'json', 'github'] as const;

export interface StaleCommandOptions {
  /** Files and folders that may have copies in them. */
  readonly paths: readonly string[];
  readonly catalog: string;
  readonly failOn: FailOn;
  readonly format: (typeof staleFormats)[number];
}

/** Finds copies of a catalog's contracts, and says which are out of date: 1 when one is that may not be. */
export async function stale(
  { paths, catalog: folder, failOn, format }: StaleCommandOptions,
  console: Console,
  environment: GitEnvironment,
  stop?: AbortSignal,
): Promise<ExitCode> {
  const tree = diskTree(await catalogFolder(folder));
  const { settings } = await loadSettings(tree);
  const contracts = `${settings.site}contracts/`;
  const published = join(folder, 'public', 'contracts');
  const searched = { paths, needles: signsOfCopies(contracts), except: published, environment, stop };
  const { count: files, found, skipped } = await searchFiles(searched);
  const copies = found.flatMap(({ path, text }) => findCopies(path, text, contracts));
  const { catalog, brokenSchemas } = await loadCatalog(tree);
  if (catalog.messages.length === 0)
    throw new UserError(`${folder} has no messages. Name an EventCatalog directory with --catalog.`);
  const source = { catalog, brokenSchemas, compatibility: settings.compatibility, contracts, limits: defaultLimits };
  const groups = await judgeCopies(copies, source, failOn);
  const report = { groups, files, skipped, failOn, isGood: !groups.some(({ isFailure }) => isFailure) };
  console.out(render(report, format, console));
  return report.isGood ? 0 : 1;
}

async function catalogFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === true) return folder;
  throw new UserError(`There is no folder ${folder}. Name an EventCatalog directory with --catalog.`);
}

function render(report: StaleReport, format: StaleCommandOptions['format'], console: Console): string {
  switch (format) {
    case 'json':
      return staleJson(report);
    case 'github':
      return staleAnnotations(report);
    case 'text': {
      const { columns, hasColor } = console;
      return staleText(report, { columns, hasColor, isVerbose: false, prefix: '' });
    }
  }
}
