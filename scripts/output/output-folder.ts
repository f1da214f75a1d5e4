import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import type { PlannedChange } from './plan-output.ts';

/** The folder that generated files go to. */
export interface OutputFolder {
  /** Path to text of every file in it. Empty when there is no such folder. */
  readonly readAll: () => Promise<ReadonlyMap<string, string>>;
  readonly apply: (changes: readonly PlannedChange[]) => Promise<void>;
}

/** A folder on disk. It is the only place that this project writes contracts to. */
export function outputFolder(directory: string): OutputFolder {
  return {
    readAll: async () => {
      const paths = await filesBelow(directory, '');
      // Not all at once: that would open more files than a system allows, and take three times as long.
      return new Map(paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')] as const));
    },
    apply: async (changes) => {
      try {
        for (const change of changes) await applyChange(directory, change);
      } catch (error) {
        throw new UserError(
          `Could not write below ${directory}: ${reasonOf(error)}. Make the folder writable, or name another one with --out.`,
        );
      }
    },
  };
}

async function filesBelow(directory: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(directory, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw new UserError(
      `Could not read ${join(directory, folder)}: ${reasonOf(error)}. Name another folder with --out.`,
    );
  });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(directory, path);
      return entry.isFile() ? [path] : [];
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
  return error instanceof Error ? error.message : String(error);
}
