import { readFileSync, realpathSync, statSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { comparePaths, decodeFile, isIgnoredFolder, LARGEST_FILE, tooLarge } from './file-tree.ts';
import type { FileContent, FileTree } from './file-tree.ts';

/** The files below a directory. Symbolic links are read only where they stay inside it. */
export function diskTree(directory: string): FileTree {
  const root = realpath(directory);
  return {
    list: async () => (await listFolder(await root, '', Infinity)).sort(comparePaths),
    read: async (path) => readInside(await root, path),
  };
}

async function listFolder(root: string, folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    // Folders come and go while a catalog is at work on.
    if (isMissing(error)) return [];
    throw new UserError(`Could not read the folder ${join(root, folder)}: ${reasonOf(error)}. Make it readable.`);
  });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) return [path];
      if (isIgnoredFolder(entry.name) || depth === 0) return [];
      if (entry.isDirectory()) return listFolder(root, path, depth - 1);
      return entry.isSymbolicLink() && depth === Infinity ? listLink(root, path) : [];
    }),
  );
  return nested.flat();
}

/** `events -> ../other/events`: a page lies so deep below such a link. */
const DEPTH_BELOW_LINK = 1;

/**
 * The files of a folder that a link leads to, if it lies outside: listed, so that whoever reads one is told so. A folder
 * inside is listed at its own place, and links below links could go on without end.
 */
async function listLink(root: string, path: string): Promise<string[]> {
  const kind = await stat(join(root, path)).catch(() => undefined);
  if (kind?.isFile()) return [path];
  if (!kind?.isDirectory()) return [];
  const real = await realpath(join(root, path));
  return isOutside(root, real) && isOutside(real, root) ? listFolder(root, path, DEPTH_BELOW_LINK) : [];
}

function isOutside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return isAbsolute(inside) || inside.split(sep)[0] === '..';
}

/** One file after the other, even for those who ask for all at once: a system allows only so many to be open. */
function readInside(root: string, path: string): FileContent {
  try {
    const real = realpathSync.native(join(root, path));
    if (isOutside(root, real)) return { kind: 'outside' };
    const found = statSync(real);
    if (!found.isFile())
      return { kind: 'unreadable', reason: found.isDirectory() ? 'it is a folder' : 'it is no file' };
    return found.size > LARGEST_FILE ? tooLarge(found.size) : decodeFile(readFileSync(real));
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: reasonOf(error) };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/,.*$/s, '') : String(error);
}
