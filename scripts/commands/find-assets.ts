import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindAssets } from '../find/render-find-files.ts';

/** What a browser needs to search: written in `scripts/find`, and published as it is. */
export function findAssets(): FindAssets {
  const read = (name: string) => readFileSync(join(import.meta.dirname, '../find', name), 'utf8');
  return { script: read('find.js'), styles: read('find.css') };
}
