import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Rendered contracts of earlier runs, by the hash of all that they were made from: the message and the generator itself.
 * It only saves time. It lies outside of the repository's files, so that no commit can put anything into it.
 */
export interface ContractCache<Entry> {
  /** The hash of an input together with the generator. */
  readonly keyOf: (input: string) => string;
  readonly get: (key: string) => Promise<Entry | undefined>;
  readonly put: (key: string, entry: Entry) => Promise<void>;
  /** Drops what this run has not asked for. */
  readonly prune: () => Promise<void>;
  /** The same cache for entries of another kind: it keeps those that either has asked for. */
  readonly holding: <Other>(readOther: (text: string) => Other | undefined) => ContractCache<Other>;
}

const SCRIPTS = join(import.meta.dirname, '..');
const PROJECT = join(SCRIPTS, '..');

/** A cache for one catalog; `read` tells an entry from anything else that a file may hold. */
export async function contractCache<Entry>(
  catalog: string,
  read: (text: string) => Entry | undefined,
): Promise<ContractCache<Entry>> {
  const generator = await hashOfGenerator();
  const folder = join(PROJECT, 'node_modules', '.cache', 'catalog', sha256(catalog).slice(0, 16));
  return viewOf({ generator, folder, asked: new Set() }, read);
}

/** What the kinds of entries have in common. */
interface Store {
  readonly generator: string;
  readonly folder: string;
  readonly asked: Set<string>;
}

function viewOf<Entry>(store: Store, read: (text: string) => Entry | undefined): ContractCache<Entry> {
  const { generator, folder, asked } = store;
  return {
    keyOf: (input) => sha256(`${generator}\n${input}`),
    get: async (key) => {
      asked.add(key);
      const text = readEntry(join(folder, key));
      return text === undefined ? undefined : read(text);
    },
    put: async (key, entry) =>
      ignoringFailure(async () => {
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${key}.writing`), JSON.stringify(entry));
        await rename(join(folder, `${key}.writing`), join(folder, key));
      }),
    prune: async () =>
      ignoringFailure(async () => {
        const names = await readdir(folder);
        await Promise.all(
          names.filter((name) => !asked.has(name)).map(async (name) => rm(join(folder, name), { force: true })),
        );
      }),
    holding: (readOther) => viewOf(store, readOther),
  };
}

/** A cache that cannot be written, because the folder is not ours or another run is at work in it, only makes us slower. */
async function ignoringFailure(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch {
    // Nothing is lost.
  }
}

/** Small files, one after the other: to wait for each would take longer than to read it. */
function readEntry(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Changes with every line of the generator and with every version of a library below it. */
async function hashOfGenerator(): Promise<string> {
  const entries = await readdir(SCRIPTS, { recursive: true, withFileTypes: true });
  const sources = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const libraries = ['package-lock.json', 'package.json'].map((name) => join(PROJECT, name));
  const texts = await Promise.all(
    [...sources, ...libraries].map(async (path) => readFile(path, 'utf8').catch(() => '')),
  );
  return sha256(texts.join('\0'));
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
