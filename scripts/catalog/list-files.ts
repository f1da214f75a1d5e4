import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { comparePaths } from './file-tree.ts';
import { openRepository, type GitEnvironment } from './git-repository.ts';

/** What packages, builds and tools put beside the files of people. */
const IGNORED = new Set(
  (
    '.git .hg .svn node_modules bower_components vendor dist build target coverage ' +
    '.cache .gradle .idea .next .nuxt .tox .turbo .venv venv __pycache__'
  ).split(' '),
);

/**
 * The files below a folder that people wrote, sorted, with forward slashes: those that git tracks or would track, where the
 * folder is part of a work tree, or else all of them. Symbolic links are not followed.
 */
export async function listFiles(folder: string, environment: GitEnvironment): Promise<readonly string[]> {
  const known = await listByGit(folder, environment);
  const listed = known.length === 0 ? walk(folder, '') : known.flatMap((path) => expand(folder, path));
  return [...new Set(listed)].sort(comparePaths);
}

/** Nothing that the folder's own configuration names is run. */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** Empty where git knows nothing of the folder: it is in no work tree, it is ignored as a whole, or there is no git. */
async function listByGit(folder: string, environment: GitEnvironment): Promise<readonly string[]> {
  // A hook runs with the paths of its own repository, which is not the one that is asked for.
  const own = Object.fromEntries(Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name)));
  try {
    const { git } = await openRepository(folder, own);
    const listed = await git([...HARMLESS, 'ls-files', '-z', '--cached', '--others', '--exclude-standard']);
    return listed
      .toString('utf8')
      .split('\0')
      .filter((path) => path !== '' && !path.split('/').some(isIgnored));
  } catch {
    return [];
  }
}

/** A repository inside of another is one entry there. */
function expand(folder: string, path: string): readonly string[] {
  if (!path.endsWith('/') && lstatSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() !== true)
    return [path];
  return walk(folder, path.replace(/\/$/, ''));
}

function walk(folder: string, start: string): readonly string[] {
  const files: string[] = [];
  const open = [start];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of entriesOf(join(folder, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isIgnored(entry.name)) continue;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory()) open.push(path);
    }
  }
  return files;
}

/** Folders come and go, and some are closed to us: what cannot be read has no copies that anybody could mend. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isIgnored(name: string): boolean {
  return IGNORED.has(name);
}
