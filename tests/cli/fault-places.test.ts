import { expect, test } from 'vitest';
import { renderCatalog } from '../../scripts/commands/render-catalog.ts';
import { memoryTree } from '../../scripts/catalog/file-tree.ts';
import { readStory, unpackStory } from '../story.ts';
import { filesBelow, runCatalog } from './run-catalog.ts';

const broken = readStory('fault-places');

/** Counted by hand. A property is shown where its key begins, an item where it begins. */
const expected = [
  // `owners: [checkout` is closed nowhere: found where the list would have to go on, at the end of the front matter.
  'events/BadFrontMatter/index.mdx:5:1 front-matter-invalid',
  'events/CodeFrontMatter/index.mdx:1:1 front-matter-invalid',
  'events/ConflictMarkers/schema.json:3:1 json-invalid',
  // From amount to money and back: a circle is shown at the first of its places by name.
  'events/CyclicRef/schema.json:8:17 ref-cyclic',
  'events/DuplicateKey/schema.json:3:48 key-duplicate',
  'events/DuplicateYamlKey/index.mdx:4:1 key-duplicate',
  'events/InvalidExample/examples/1.json:2:16 example-invalid',
  'events/InvalidJson/schema.json:3:12 json-invalid',
  'events/InvalidSchema/schema.json:4:20 schema-invalid',
  'events/MissingSchema/index.mdx:5:1 schema-file-missing',
  'events/OutsideRef/schema.json:3:17 path-outside-catalog',
  'events/RemoteRef/schema.json:4:7 ref-remote',
  'events/Second/index.mdx:3:1 message-duplicate',
  'events/UnsafeId/index.mdx:3:1 name-unsafe',
];

test('each fault of a broken catalog is found once, at its line and column', async () => {
  const { diagnostics } = await renderCatalog(memoryTree(broken), undefined, () => undefined);
  const found = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
  expect(found).toEqual(expected);
});

test('a merge conflict is called one', async () => {
  const { diagnostics } = await renderCatalog(memoryTree(broken), undefined, () => undefined);
  const conflict = diagnostics.find(({ file }) => file === 'events/ConflictMarkers/schema.json');
  expect(conflict?.message).toContain('merge conflict');
});

test('the command line prints them all, writes nothing, and ends with 1', async () => {
  const catalog = unpackStory(broken);
  const run = await runCatalog('generate', '--no-cache', '--catalog', catalog);
  expect(run).toMatchObject({ code: 1, out: '' });
  for (const line of expected) expect.soft(run.err).toContain(`error ${line}\n`);
  expect(run.err).toContain(`${expected.length} errors`);
  expect(filesBelow(catalog)).toEqual(broken);
});
