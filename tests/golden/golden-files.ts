import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../../scripts/model/generated-file.ts';

/** What a folder of expected files holds: path to text. `UPDATE_GOLDEN=1` makes it what was found: read it then. */
export function goldenFiles(story: string, found: readonly GeneratedFile[]): Readonly<Record<string, string>> {
  const folder = join(import.meta.dirname, story);
  if (process.env['UPDATE_GOLDEN']) {
    rmSync(folder, { recursive: true, force: true });
    for (const { path, content } of found) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  }
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
