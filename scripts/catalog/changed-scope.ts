import type { FileTree } from './file-tree.ts';
import { GitError, type GitRepository } from './git-repository.ts';
import { MESSAGES } from './identified-pages.ts';
import { folderOf, resourcePathOf } from './resource-path.ts';

/** Two states of a catalog in git; the head is what lies on disk where it is no commit. */
export interface ComparedStates {
  readonly repository: GitRepository;
  readonly base: string;
  readonly head: string | undefined;
  readonly baseTree: FileTree;
  readonly headTree: FileTree;
}

/** Says of a path whether it can matter to what changed. */
export type Scope = (path: string) => boolean;

/** With more of them, the whole catalog is looked at. */
const MOST_TOKENS = 2000;

/**
 * What a change can reach in a large catalog, found by git's own search and without reading the rest: the folders of messages
 * in which a file changed, or whose schemas refer to such a file, however indirectly; all pages that name these messages; and
 * everything that is no message, service or the like. Undefined where everything has to be looked at.
 */
export async function changedScope(states: ComparedStates): Promise<Scope | undefined> {
  try {
    // What takes longest begins at once.
    const [changed] = await Promise.all([changedPaths(states), states.baseTree.list(), states.headTree.list()]);
    return changed.length > MOST_TOKENS ? undefined : await reach(changed, states);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** A tree without what is out of scope; whoever knows a path can read it all the same. */
export function narrowTree(tree: FileTree, scope: Scope): FileTree {
  return { list: async () => (await tree.list()).filter(scope), listAll: tree.list, read: tree.read };
}

async function changedPaths({ repository: { git, prefix }, base, head }: ComparedStates): Promise<readonly string[]> {
  const flags = ['-z', '--name-only', '--no-renames', '--no-ext-diff', '--no-textconv'];
  const commits = head === undefined ? [base] : [base, head];
  const listed = await git(['diff', ...flags, ...commits, '--', '.']);
  const isHere = head === undefined;
  const untracked = isHere ? await git(['ls-files', '--others', '--exclude-standard', '-z']) : Buffer.of();
  const below = (path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : path);
  return [
    ...lines(listed).map(below),
    // These are relative to the folder already.
    ...lines(untracked),
  ];
}

function lines(printed: Buffer): readonly string[] {
  return printed.toString('utf8').split('\0').filter(Boolean);
}

async function reach(changed: readonly string[], states: ComparedStates): Promise<Scope | undefined> {
  const [affected, folders] = [new Set(changed), new Set<string>()];
  let fresh: readonly string[] = changed;
  // Schemas refer to schemas that refer to what changed.
  while (fresh.length > 0) {
    for (const path of fresh) folders.add(messageFolder(path) ?? path);
    const tokens = await tokensOf(fresh.filter(isData), states);
    if (tokens.length > MOST_TOKENS) return undefined;
    const found = [...(await search(tokens, [], states)), ...(await namingNeighbours(fresh.filter(isData), states))];
    fresh = [...new Set(found)].filter((path) => !affected.has(path) && (isData(path) || isPage(path)));
    for (const path of fresh) affected.add(path);
  }
  const ids = await idsBelow(folders, states);
  if (ids.length > MOST_TOKENS) return undefined;
  const naming = new Set(await search(ids, ['-w'], states));
  for (const path of naming) folders.add(messageFolder(path) ?? path);
  return (path) => {
    const folder = messageFolder(path);
    if (folder !== undefined) return folders.has(folder);
    return isAlwaysRead(path) || affected.has(path) || naming.has(path);
  };
}

/** Services and agents are many, and matter only where they name a message. */
function isAlwaysRead(path: string): boolean {
  const collection = resourcePathOf(path)?.collection;
  return collection === undefined || !['services', 'agents', 'systems'].includes(collection);
}

const MESSAGE_FOLDERS: readonly string[] = MESSAGES;

/** `events/OutOfStock`, for every file of any of its versions. */
function messageFolder(path: string): string | undefined {
  const segments = path.split('/');
  const at = segments.findLastIndex(
    (segment, index) => MESSAGE_FOLDERS.includes(segment) && index < segments.length - 2,
  );
  return at < 0 ? undefined : segments.slice(0, at + 2).join('/');
}

function isData(path: string): boolean {
  return /\.(?:json|ya?ml|avsc|proto)$/i.test(path);
}

function isPage(path: string): boolean {
  return resourcePathOf(path) !== undefined;
}

/** How other files may name these: by their end of a path, or by the address that they give themselves. */
async function tokensOf(paths: readonly string[], { baseTree, headTree }: ComparedStates): Promise<readonly string[]> {
  const tokens = new Set<string>();
  for (const path of paths) {
    const [name = '', parent] = path.split('/').toReversed();
    // From a folder beside it or below it; every message has a `schema.json` of its own, which is no reference to this one.
    tokens.add(parent === undefined ? `/${name}` : `${parent}/${name}`);
    tokens.add(`../${name}`);
    for (const tree of [baseTree, headTree]) {
      const content = await tree.read(path);
      if (content.kind !== 'text') continue;
      for (const [, address = ''] of content.text.matchAll(/["']?\$?id["']?\s*:\s*["']([^"'\s]+)["']/g)) {
        const end = address.split('/').findLast((segment) => segment !== '' && segment !== '#');
        if (end !== undefined && end.length > 2) tokens.add(end);
      }
    }
  }
  return [...tokens];
}

/** The data files that name one of these in their own folder, by its bare name. */
async function namingNeighbours(paths: readonly string[], { baseTree }: ComparedStates): Promise<readonly string[]> {
  // The folder of a message is in scope as a whole.
  const wanted = Map.groupBy(
    paths.filter((path) => messageFolder(path) === undefined),
    folderOf,
  );
  if (wanted.size === 0) return [];
  const found: string[] = [];
  for (const path of await baseTree.list()) {
    const names = isData(path) ? (wanted.get(folderOf(path)) ?? []) : [];
    if (names.length === 0) continue;
    const content = await baseTree.read(path);
    if (content.kind !== 'text') continue;
    const { text } = content;
    if (names.some((name) => text.includes(name.slice(name.lastIndexOf('/') + 1)))) found.push(path);
  }
  return found;
}

async function idsBelow(
  folders: ReadonlySet<string>,
  { baseTree, headTree }: ComparedStates,
): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const tree of [baseTree, headTree]) {
    for (const path of await tree.list()) {
      const folder = messageFolder(path);
      if (folder === undefined || !folders.has(folder) || !isPage(path)) continue;
      const content = await tree.read(path);
      if (content.kind !== 'text') continue;
      const id = /^id\s*:\s*(?:"([^"]+)"|'([^']+)'|([^\s#]+))/m.exec(content.text);
      const found = id?.[1] ?? id?.[2] ?? id?.[3];
      if (found !== undefined) ids.add(found);
    }
  }
  return [...ids];
}

/** The files of the base in which any of some texts stands: what is another in the head is in scope already. */
async function search(
  tokens: readonly string[],
  kind: readonly '-w'[],
  { repository, base }: ComparedStates,
): Promise<readonly string[]> {
  if (tokens.length === 0) return [];
  const patterns = tokens.flatMap((token) => ['-e', token]);
  const flags = ['grep', '-l', '-z', '-F', '-I', '--no-color', '--no-textconv', ...kind, ...patterns];
  const printed = await repository.git([...flags, base, '--', '.']).catch((error: unknown) => {
    // Git ends with 1, and without a word, where it finds nothing.
    if (error instanceof GitError && error.message === 'git ended with 1.') return Buffer.of();
    throw error;
  });
  return lines(printed).map((line) => line.slice(base.length + 1));
}
