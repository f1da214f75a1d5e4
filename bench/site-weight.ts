import { glob, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weight {
  readonly files: number;
  readonly bytes: number;
}

/** A built site: by its first folder, and as a whole. */
export interface SiteWeight {
  readonly parts: ReadonlyMap<string, Weight>;
  readonly whole: Weight;
}

/** A file as it lies there and as it travels. */
export interface FileWeight {
  readonly bytes: number;
  readonly compressed: number;
}

/** The folder of what `catalog generate` wrote. */
export const OURS = 'contracts';

export async function weighSite(site: string): Promise<SiteWeight> {
  const files: { path: string; bytes: number }[] = [];
  for await (const entry of glob('**/*', { cwd: site })) {
    const facts = await stat(join(site, entry));
    if (facts.isFile()) files.push({ path: entry.replaceAll(sep, '/'), bytes: facts.size });
  }
  return weighFiles(files);
}

/** The heaviest part first; what lies at the top is one part. */
export function weighFiles(files: readonly { readonly path: string; readonly bytes: number }[]): SiteWeight {
  const groups = Map.groupBy(files, ({ path }) => (path.includes('/') ? `${path.split('/')[0]}/` : 'at the top'));
  const parts = [...groups].map(([part, ofPart]) => ({ part, weight: sum(ofPart) }));
  const sorted = parts.toSorted(
    (left, right) => right.weight.bytes - left.weight.bytes || (left.part < right.part ? -1 : 1),
  );
  return { parts: new Map(sorted.map(({ part, weight }) => [part, weight])), whole: sum(files) };
}

/** Compressed as hosts do it: gzip at its usual level. */
export async function weighFile(path: string): Promise<FileWeight> {
  const content = await readFile(path);
  return { bytes: content.length, compressed: gzipSync(content).length };
}

function sum(files: readonly { readonly bytes: number }[]): Weight {
  return { files: files.length, bytes: files.reduce((total, { bytes }) => total + bytes, 0) };
}
