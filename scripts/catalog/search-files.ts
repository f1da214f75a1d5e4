import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { UserError } from '../model/user-error.ts';
import type { GitEnvironment } from './git-repository.ts';
import { listFiles } from './list-files.ts';

/** A file in which one of the wanted texts stands. */
export interface FoundFile {
  /** As the user can open it: the path that was named, and what is below it. */
  readonly path: string;
  readonly text: string;
}

export interface SearchedFiles {
  /** How many were read. */
  readonly count: number;
  readonly found: readonly FoundFile[];
  /** Texts that are too large, and what could not be read, as paths. */
  readonly skipped: readonly string[];
}

export interface FileSearch {
  /** Files and folders, as the user named them. */
  readonly paths: readonly string[];
  /** A file is of interest when it has one of these. */
  readonly needles: readonly string[];
  /** A folder to pass over: what a catalog publishes is no copy. */
  readonly except: string;
  readonly environment: GitEnvironment;
  readonly stop?: AbortSignal | undefined;
}

/** Larger files are no programs, no types and no pages. */
const LARGEST = 2 * 1024 * 1024;

/** So many files are read before others may have their turn. */
const AT_ONCE = 500;

/** Reads every file below some paths once, and keeps those that have what is looked for. Throws a UserError. */
export async function searchFiles(search: FileSearch): Promise<SearchedFiles> {
  const reader = createReader(search.needles);
  const found: FoundFile[] = [];
  const skipped: string[] = [];
  let count = 0;
  for (const { real, shown } of await listAll(search)) {
    if (count % AT_ONCE === 0) await pause(search.stop);
    count += 1;
    const content = reader(real);
    if (content === 'skipped') skipped.push(shown);
    else if (content !== undefined) found.push({ path: shown, ...content });
  }
  return { count, found, skipped };
}

interface ListedFile {
  readonly real: string;
  readonly shown: string;
}

/** Each file once, under the first name that leads to it. */
async function listAll({ paths, except, environment }: FileSearch): Promise<readonly ListedFile[]> {
  const files = new Map<string, ListedFile>();
  const left = realOf(except);
  for (const path of paths) {
    const real = realOf(path);
    const kind = real === undefined ? undefined : lstatSync(real, { throwIfNoEntry: false });
    if (real === undefined || kind === undefined || !(kind.isFile() || kind.isDirectory()))
      throw new UserError(`There is no file or folder ${path}. Name the repository, or a part of it.`);
    const [folder, names] = kind.isFile()
      ? [dirname(real), [basename(real)]]
      : [real, await listFiles(real, environment)];
    const isPlain = plainFolders(folder);
    for (const name of names) {
      const file = join(folder, name);
      if (files.has(file) || !isPlain(name) || isBelow(file, left)) continue;
      files.set(file, { real: file, shown: kind.isFile() ? path : shownPath(path, name) });
    }
  }
  return [...files.values()];
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isBelow(file: string, folder: string | undefined): boolean {
  return folder !== undefined && file.startsWith(`${folder}${sep}`);
}

/** `.` is where the user is. */
function shownPath(path: string, name: string): string {
  const start = path.replace(/(?<=[^/\\])[/\\]+$/, '');
  if (start === '.') return name;
  return /[/\\]$/.test(start) ? `${start}${name}` : `${start}/${name}`;
}

/** Git lists what it tracks, also where a link to somewhere else has taken the place of a folder. */
function plainFolders(root: string): (path: string) => boolean {
  const known = new Map<string, boolean>();
  const isPlainFolder = (folder: string): boolean => {
    const remembered = known.get(folder);
    if (remembered !== undefined) return remembered;
    const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const isPlain =
      (parent === '' || isPlainFolder(parent)) &&
      lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() === true;
    known.set(folder, isPlain);
    return isPlain;
  };
  return (path) => !path.includes('/') || isPlainFolder(path.slice(0, path.lastIndexOf('/')));
}

/** Where the system has such a flag, a link that has just taken the place of a file is not followed either. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** One buffer for all files: most have nothing of interest, and are not even decoded. */
function createReader(needles: readonly string[]): (file: string) => { readonly text: string } | 'skipped' | undefined {
  const buffer = Buffer.allocUnsafe(LARGEST);
  const wanted = needles.map((needle) => Buffer.from(needle));
  return (file) => {
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
    let handle: number | undefined;
    try {
      handle = openSync(file, FLAGS);
      const { size } = fstatSync(handle);
      const bytes = buffer.subarray(0, readSync(handle, buffer, 0, Math.min(size, LARGEST), 0));
      if (size > LARGEST) return isBinary(bytes) ? undefined : 'skipped';
      const isWanted = wanted.some((needle) => bytes.includes(needle)) && !isBinary(bytes);
      return isWanted ? { text: bytes.toString('utf8') } : undefined;
    } catch {
      return 'skipped';
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  };
}

/** As git tells it: a zero among the first bytes. */
function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8_000).includes(0);
}

async function pause(stop: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (stop?.aborted) throw new UserError('Stopped.');
}
