import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderPlaced, render as renderSmall } from '../../tests/small-catalog.ts';
import { readStory } from '../../tests/story.ts';
import { memoryTree } from '../catalog/file-tree.ts';
import type { FileTree } from '../catalog/file-tree.ts';
import { renderCatalog } from './render-catalog.ts';

const stories = { ...readStory('rich'), ...readStory('shop') };
const render = async (tree: FileTree) => renderCatalog(tree, undefined, () => undefined);

describe('the same files', () => {
  test('give the same contracts, in whatever order they are listed and read', async () => {
    const inOrder = await render(memoryTree(stories));
    const tree = memoryTree(Object.fromEntries(Object.entries(stories).toReversed()));
    const slow: FileTree = {
      list: tree.list,
      read: async (path) => {
        await new Promise((resolve) => setTimeout(resolve, path.length % 7));
        return tree.read(path);
      },
    };
    expect(await render(slow)).toEqual(inOrder);
  });
});

test('a message shows all its faults at once, whichever part of the work finds them', async () => {
  const { faults } = await renderSmall(
    orderPlaced(
      { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
      { 'events/OrderPlaced/examples/1.json': '{', 'events/OrderPlaced/examples/2.json': '{ "id": 1 }' },
      'x-kafka:\n  key: total\n  group: [a]\n',
    ),
  );
  expect(faults).toEqual([
    'events/OrderPlaced/examples/1.json:1:2 json-invalid',
    'events/OrderPlaced/examples/2.json:1:3 example-invalid',
    'events/OrderPlaced/index.mdx:7:3 kafka-key-missing',
    'events/OrderPlaced/index.mdx:8:3 field-invalid',
  ]);
});

/** A few bytes of one file are changed, cut out, or put in. */
const damages = fc.array(
  fc.record({
    file: fc.constantFrom(...Object.keys(stories)),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    put: fc.uint8Array({ maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 4 },
);

test('a catalog with damaged bytes gives diagnostics or contracts, and never an exception (seed 20261124)', async () => {
  await fc.assert(
    fc.asyncProperty(damages, async (list) => {
      const files = new Map<string, Uint8Array>(
        Object.entries(stories).map(([path, text]) => [path, new TextEncoder().encode(text)]),
      );
      for (const { file, at, cut, put } of list) {
        const bytes = files.get(file) ?? new Uint8Array();
        const start = Math.floor(at * bytes.length);
        files.set(file, Uint8Array.from([...bytes.slice(0, start), ...put, ...bytes.slice(start + cut)]));
      }
      const { files: made, diagnostics } = await render(memoryTree(Object.fromEntries(files)));
      expect(made.map(({ path }) => path)).toContain('index.json');
      for (const { file, line } of diagnostics) {
        expect(files.has(file)).toBe(true);
        expect(line ?? 1).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60, seed: 20261124 },
  );
});
