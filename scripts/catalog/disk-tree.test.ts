import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unpackStory, writeBelow } from '../../tests/story.ts';
import { diskTree } from './disk-tree.ts';

/** Named apart, so that no tool takes it for a package's program. */
const makePipe = 'mkfifo';

let catalog = '';
let outside = '';

beforeEach(() => {
  catalog = unpackStory({
    'events/OrderPlaced/index.mdx': 'page',
    'node_modules/pkg/index.mdx': 'no',
    '.git/x.json': 'no',
  });
  outside = join(dirname(catalog), 'outside');
  writeBelow(outside, 'schema.json', 'secret');
  writeBelow(outside, 'OrderPaid/index.mdx', 'secret');
});

afterEach(() => rmSync(dirname(catalog), { recursive: true }));

test('lists what a catalog may consist of, sorted, and nothing of tools', async () => {
  writeBelow(catalog, 'a.json', '{}');
  expect(await diskTree(catalog).list()).toEqual(['a.json', 'events/OrderPlaced/index.mdx']);
});

test('reads a link that stays inside, and none that leads out', async () => {
  writeBelow(catalog, 'shared/schema.json', '{}');
  symlinkSync(join(catalog, 'shared/schema.json'), join(catalog, 'events/OrderPlaced/schema.json'));
  symlinkSync(join(outside, 'schema.json'), join(catalog, 'secret.json'));
  symlinkSync(outside, join(catalog, 'linked'));
  const tree = diskTree(catalog);
  expect(await tree.read('events/OrderPlaced/schema.json')).toEqual({ kind: 'text', text: '{}' });
  expect(await tree.read('secret.json')).toEqual({ kind: 'outside' });
  expect(await tree.read('linked/schema.json')).toEqual({ kind: 'outside' });
  expect(await tree.read('../outside/schema.json')).toEqual({ kind: 'outside' });
});

test('lists pages behind a link that leads out, so that somebody is told; circles of links have an end', async () => {
  symlinkSync(outside, join(catalog, 'commands'));
  symlinkSync(outside, join(outside, 'itself'));
  symlinkSync(catalog, join(catalog, 'events/itself'));
  symlinkSync(dirname(catalog), join(catalog, 'around'));
  symlinkSync(join(catalog, 'gone.json'), join(catalog, 'dangling.json'));
  const tree = diskTree(catalog);
  expect(await tree.list()).toEqual([
    'commands/OrderPaid/index.mdx',
    'commands/schema.json',
    'events/OrderPlaced/index.mdx',
  ]);
  expect(await tree.read('commands/OrderPaid/index.mdx')).toEqual({ kind: 'outside' });
});

test('says why a file cannot be read, and waits for none', async () => {
  writeFileSync(join(catalog, 'large.json'), '');
  truncateSync(join(catalog, 'large.json'), 50_000_000);
  writeFileSync(join(catalog, 'latin.json'), new Uint8Array([0x22, 0xe4, 0x22]));
  mkdirSync(join(catalog, 'folder.json'));
  execFileSync(makePipe, [join(catalog, 'pipe.json')]);
  const { read } = diskTree(catalog);
  expect(await read('large.json')).toEqual({ kind: 'unreadable', reason: 'it has 48 MB, and the limit is 10 MB' });
  expect(await read('latin.json')).toEqual({ kind: 'unreadable', reason: 'it has bytes that are not UTF-8' });
  expect(await read('folder.json')).toEqual({ kind: 'unreadable', reason: 'it is a folder' });
  expect(await read('pipe.json')).toEqual({ kind: 'unreadable', reason: 'it is no file' });
  expect(await read('gone.json')).toEqual({ kind: 'missing' });
});

test('takes a byte order mark away', async () => {
  writeFileSync(join(catalog, 'mark.json'), '\u{feff}{}');
  expect(await diskTree(catalog).read('mark.json')).toEqual({ kind: 'text', text: '{}' });
});
