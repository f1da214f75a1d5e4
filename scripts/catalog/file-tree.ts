/** A tree of files, wherever it lies: on disk, in a git ref, in memory. Paths are relative and have forward slashes. */
export interface FileTree {
  /** Every file that a catalog may consist of, sorted. */
  readonly list: () => Promise<readonly string[]>;
  /** Those as well that a narrowed tree leaves out; without it, there are none. */
  readonly listAll?: () => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<FileContent>;
}

export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** It is there, but leads out of the tree (a symbolic link). */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Larger files are no schemas and no pages: reading them would only stall the run. */
export const LARGEST_FILE = 10 * 1024 * 1024;

const BYTE_ORDER_MARK = '\u{feff}';

/** UTF-8, with or without a byte order mark, to text. */
export function decodeFile(bytes: Uint8Array): FileContent {
  if (bytes.byteLength > LARGEST_FILE) return tooLarge(bytes.byteLength);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text: text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text };
  } catch {
    return { kind: 'unreadable', reason: 'it has bytes that are not UTF-8' };
  }
}

export function tooLarge(size: number): FileContent {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  return { kind: 'unreadable', reason: `it has ${megabytes(size)}, and the limit is ${megabytes(LARGEST_FILE)}` };
}

/** Folders that never hold a part of the catalog: installed packages, built sites, what tools keep for themselves. */
export function isIgnoredFolder(name: string): boolean {
  return name === 'node_modules' || name === 'dist' || name.startsWith('.');
}

/** Orders paths by code unit, so that no machine's locale changes the outcome. */
export function comparePaths(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A tree that never leaves memory: path to text. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const byPath = new Map(Object.entries(files));
  return {
    list: async () =>
      [...byPath.keys()].filter((path) => !path.split('/').slice(0, -1).some(isIgnoredFolder)).sort(comparePaths),
    read: async (path) => {
      const content = byPath.get(path);
      if (content === undefined) return { kind: 'missing' };
      return typeof content === 'string' ? { kind: 'text', text: content } : decodeFile(content);
    },
  };
}
