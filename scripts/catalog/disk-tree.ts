import { readFileSync, realpathSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { comparePaths, decodeFile, isIgnoredFolder } from './file-tree.ts';
import type { FileContent, FileTree } from './file-tree.ts';

/** The files below a directory. Symbolic links are read only where they stay inside it. */
export function diskTree(directory: string): FileTree {
  const root = realpath(directory);
  return {
    list: async () => (await listFolder(await root, '')).sort(comparePaths),
    read: async (path) => readInside(await root, path),
  };
}

async function listFolder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return isIgnoredFolder(entry.name) ? [] : listFolder(root, path);
      return entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(root, path)))) ? [path] : [];
    }),
  );
  return nested.flat();
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** One file after the other, even for those who ask for all at once: a system allows only so many to be open. */
function readInside(root: string, path: string): FileContent {
  try {
    const real = realpathSync.native(join(root, path));
    const inside = relative(root, real);
    if (inside === '..' || inside.startsWith(`..${sep}`)) return { kind: 'outside' };
    return decodeFile(readFileSync(real));
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: reasonOf(error) };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message.replace(/,.*$/s, '') : String(error);
}
