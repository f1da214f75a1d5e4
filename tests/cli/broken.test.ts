import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../scripts/catalog/file-tree.ts';
import { renderCatalog } from '../../scripts/commands/render-catalog.ts';
import { diagnosticKinds } from '../../scripts/model/diagnostics.ts';
import { goldenFiles } from '../golden/golden-files.ts';
import { readStory } from '../story.ts';

const story = readStory('broken');
const files: Readonly<Record<string, string | Uint8Array>> = {
  ...story,
  // Bytes that are no text cannot stand in a story.
  'events/Bytes/index.mdx': new Uint8Array([0x2d, 0xff, 0xfe]),
};
const { diagnostics } = await renderCatalog(memoryTree(files), undefined, () => undefined);
const found = diagnostics.map(({ code, file, line, column }) => `${file}:${line ?? '-'}:${column ?? '-'} ${code}`);

describe('a catalog with every fault', () => {
  test('gets all of them at once, each with its place', () => {
    const content = `${found.join('\n')}\n`;
    expect({ 'diagnostics.txt': content }).toEqual(goldenFiles('broken', [{ path: 'diagnostics.txt', content }]));
  });

  test('gets each of them once, with something to do next', () => {
    expect(new Set(found).size).toBe(found.length);
    for (const { message, help } of diagnostics) {
      expect(message).toMatch(/[.…"]$/);
      expect(help.length).toBeGreaterThan(5);
    }
  });

  test('has every kind of fault that there is', () => {
    expect([...new Set(diagnostics.map(({ code }) => code))].toSorted()).toEqual(
      Object.keys(diagnosticKinds).toSorted(),
    );
  });
});
