import { posix } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { comparePaths, decodeFile, isIgnoredFolder, LARGEST_FILE, tooLarge } from './file-tree.ts';
import type { FileContent, FileTree } from './file-tree.ts';
import type { GitRepository } from './git-repository.ts';

interface Entry {
  /** Where links and files differ. */
  readonly mode: string;
  readonly blob: string;
  readonly size: number;
}

/** What is known of blobs, whatever tree they are in: two commits have most of them in common. */
export type KnownBlobs = Map<string, Promise<FileContent>>;

/** Links that lead to links are followed so far. */
const MOST_LINKS = 8;

/**
 * The files of the repository's folder as a commit has them. Links are read only where they stay inside the folder; folders
 * that links lead to are listed at their own place only.
 */
export function gitTree(repository: GitRepository, commit: string, blobs: KnownBlobs = new Map()): FileTree {
  let listed: Promise<ReadonlyMap<string, Entry>> | undefined;
  const entries = (): Promise<ReadonlyMap<string, Entry>> => (listed ??= listEntries(repository, commit));
  let sorted: Promise<readonly string[]> | undefined;
  let below: Promise<ReadonlySet<string>> | undefined;
  const folders = (): Promise<ReadonlySet<string>> => (below ??= entries().then(foldersOf));
  const readBlob = createBlobReader(repository, blobs);
  const read = async (path: string, links = 0): Promise<FileContent> => {
    const found = (await entries()).get(path);
    if (found === undefined) return (await folders()).has(path) ? folder : { kind: 'missing' };
    if (found.mode !== LINK) return found.size > LARGEST_FILE ? tooLarge(found.size) : readBlob(found.blob);
    const target = await readBlob(found.blob);
    if (target.kind !== 'text' || links >= MOST_LINKS) return { kind: 'outside' };
    const inside = posix.normalize(posix.join(posix.dirname(path), target.text));
    if (posix.isAbsolute(target.text) || inside === '..' || inside.startsWith('../')) return { kind: 'outside' };
    return read(inside, links + 1);
  };
  return {
    list: () => (sorted ??= entries().then((all) => [...all.keys()].filter(isListed).sort(comparePaths))),
    read: async (path) => read(path),
  };
}

const LINK = '120000';
const folder: FileContent = { kind: 'unreadable', reason: 'it is a folder' };

function foldersOf(entries: ReadonlyMap<string, Entry>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of entries.keys()) {
    let end = path.lastIndexOf('/');
    while (end > 0 && !folders.has(path.slice(0, end))) {
      folders.add(path.slice(0, end));
      end = path.lastIndexOf('/', end - 1);
    }
  }
  return folders;
}

function isListed(path: string): boolean {
  return !path.split('/').slice(0, -1).some(isIgnoredFolder);
}

async function listEntries({ git, prefix }: GitRepository, commit: string): Promise<ReadonlyMap<string, Entry>> {
  const scope = prefix === '' ? [] : ['--', prefix];
  const printed = await git(['ls-tree', '-r', '-l', '-z', '--full-tree', commit, ...scope]);
  const entries = new Map<string, Entry>();
  for (const line of printed.toString('utf8').split('\0')) {
    const [facts, path] = splitOnce(line, '\t');
    const [mode, kind, blob, size] = facts.split(/ +/);
    if (path === undefined || mode === undefined || blob === undefined || kind !== 'blob') continue;
    entries.set(path.slice(prefix.length), { mode, blob, size: Number(size) });
  }
  return entries;
}

function splitOnce(line: string, separator: string): readonly [string, string | undefined] {
  const at = line.indexOf(separator);
  return at < 0 ? [line, undefined] : [line.slice(0, at), line.slice(at + 1)];
}

/** Whoever asks in the same turn is answered by one run of git. */
function createBlobReader({ git }: GitRepository, blobs: KnownBlobs): (blob: string) => Promise<FileContent> {
  let wanted: string[] = [];
  let next: Promise<ReadonlyMap<string, FileContent>> | undefined;
  const readWanted = async (): Promise<ReadonlyMap<string, FileContent>> => {
    await new Promise((resolve) => setImmediate(resolve));
    const asked = wanted;
    wanted = [];
    next = undefined;
    return readBatch(asked, git);
  };
  return (blob) => {
    const known = blobs.get(blob);
    if (known !== undefined) return known;
    wanted.push(blob);
    next ??= readWanted();
    const content = next.then((read) => read.get(blob) ?? gone);
    blobs.set(blob, content);
    return content;
  };
}

const gone: FileContent = { kind: 'unreadable', reason: 'this clone does not have it' };

/** `<id> blob <bytes>`, a line end, so many bytes, a line end; or `<id> missing`. */
async function readBatch(ids: readonly string[], git: GitRepository['git']): Promise<ReadonlyMap<string, FileContent>> {
  const printed = await git(['cat-file', '--batch'], `${ids.join('\n')}\n`);
  const read = new Map<string, FileContent>();
  let at = 0;
  while (at < printed.length) {
    const end = printed.indexOf(0x0a, at);
    const [id = '', kind, size] = printed.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob') {
      read.set(id, gone);
      continue;
    }
    const bytes = Number(size);
    if (!Number.isInteger(bytes)) throw new UserError('git answered what nobody here understands. Please report it.');
    read.set(id, decodeFile(printed.subarray(at, at + bytes)));
    at += bytes + 1;
  }
  return read;
}
