import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import type { PlannedChange } from './plan-output.ts';

/** The folder that generated files go to. */
export interface OutputFolder {
  /** Path to text of every file that may be one of ours. Empty when there is no such folder. */
  readonly readAll: () => Promise<ReadonlyMap<string, string>>;
  readonly apply: (changes: readonly PlannedChange[]) => Promise<void>;
}

/** A contract's files lie this deep, `OutOfStock/0.0.4/schema.json`: what lies deeper is none of our business. */
const DEPTH = 3;

/** We write no such file. Its text is as good as empty: it is not ours. */
const LARGEST_FILE = 100 * 1024 * 1024;

/** A folder on disk. It is the only place that this project writes contracts to. */
export function outputFolder(directory: string): OutputFolder {
  return {
    readAll: async () => {
      const paths = await filesBelow(directory, '', 1);
      // Not all at once: that would open more files than a system allows, and take three times as long.
      return new Map(paths.map((path) => [path, readText(join(directory, path))] as const));
    },
    apply: async (changes) => {
      for (const change of changes) {
        await applyChange(directory, change).catch((error: unknown) => {
          const place = join(directory, change.path);
          throw new UserError(
            `Could not write ${place}: ${reasonOf(error)}. Make that possible, or name another folder with --out.`,
          );
        });
      }
    },
  };
}

function readText(path: string): string {
  try {
    return statSync(path).size > LARGEST_FILE ? '' : readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`Could not read ${path}: ${reasonOf(error)}. Make it readable, or move it away.`);
  }
}

async function filesBelow(directory: string, folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(directory, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw new UserError(
      `Could not read ${join(directory, folder)}: ${reasonOf(error)}. Name another folder with --out.`,
    );
  });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const found = entry.isSymbolicLink() ? await stat(join(directory, path)).catch(() => undefined) : entry;
      if (found?.isDirectory()) return depth < DEPTH ? filesBelow(directory, path, depth + 1) : [];
      return found?.isFile() ? [path] : [];
    }),
  );
  return nested.flat().toSorted();
}

async function applyChange(directory: string, { kind, path, after }: PlannedChange): Promise<void> {
  const target = join(directory, path);
  if (kind === 'delete') {
    await rm(target);
    await removeEmptyFolders(directory, dirname(path));
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  // Written beside and then renamed: whoever reads meanwhile sees the old file or the new one, never half of it.
  const beside = `${target}.writing`;
  await writeFile(beside, after);
  await rename(beside, target);
}

async function removeEmptyFolders(directory: string, folder: string): Promise<void> {
  if (folder === '.' || folder === '') return;
  try {
    await rmdir(join(directory, folder));
  } catch (error) {
    if (isCode(error, 'ENOTEMPTY') || isCode(error, 'EEXIST') || isCode(error, 'ENOENT')) return;
    throw error;
  }
  await removeEmptyFolders(directory, dirname(folder));
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function reasonOf(error: unknown): string {
  // Behind the comma Node says what it called, and on which path; the sentence around it has the path.
  return error instanceof Error ? error.message.replace(/,.*$/s, '') : String(error);
}
