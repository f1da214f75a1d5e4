import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const MARKER = /^-- (.+) --$/;

/** The files of a story in `tests/catalogs`: path to text. Such a file is a txtar archive: a comment, then `-- path --` before each text. */
export function readStory(name: string): Readonly<Record<string, string>> {
  return parseStory(readFileSync(join(import.meta.dirname, 'catalogs', `${name}.txt`), 'utf8'));
}

function parseStory(archive: string): Readonly<Record<string, string>> {
  const files = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of archive.split(/(?<=\n)/)) {
    const path = MARKER.exec(line.trimEnd())?.[1];
    if (path === undefined) {
      current.push(line);
      continue;
    }
    if (files.has(path)) throw new Error(`The story has ${path} twice.`);
    current = [];
    files.set(path, current);
  }
  return Object.fromEntries([...files].map(([path, lines]) => [path, lines.join('')]));
}

/** Writes a story into a new folder below the system's temporary one, and says where. `name` may have spaces. */
export function unpackStory(files: Readonly<Record<string, string>>, name = 'catalog'): string {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'story-'))), name);
  for (const [path, text] of Object.entries(files)) writeBelow(folder, path, text);
  return folder;
}

export function writeBelow(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
