import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStory, unpackStory, writeBelow } from '../story.ts';
import { contractFiles } from '../contract-files.ts';
import { filesBelow, runCatalog } from './run-catalog.ts';

const message = (id: string) => `---\nid: ${id}\nname: ${id}\nversion: 1.0.0\nschemaPath: schema.json\n---\n`;
const story: Readonly<Record<string, string>> = {
  ...readStory('shop'),
  'events/OrderShipped/index.mdx': message('OrderShipped'),
  'events/OrderShipped/schema.json': '{ "type": "string" }',
};

/** A catalog that was generated, and in which faults came up since: one in a schema, one in the front matter of a page. */
async function faultyCatalog() {
  const catalog = unpackStory(story);
  const generate = async (...flags: readonly string[]) =>
    runCatalog('generate', '--no-cache', '--catalog', catalog, ...flags);
  expect((await generate()).code).toBe(0);
  const contracts = () => filesBelow(join(catalog, 'public', 'contracts'));
  const before = contracts();
  writeBelow(catalog, 'events/OrderShipped/schema.json', '{');
  writeBelow(catalog, 'events/OrderPlaced/versioned/1.0.0/index.mdx', '---\nid: [\n---\n');
  writeBelow(catalog, 'events/OrderLost/index.mdx', message('OrderLost'));
  writeBelow(catalog, 'events/OrderLost/schema.json', '{ "type": "integer" }');
  return { catalog, generate, contracts, before };
}

const versionsIn = (index: string | undefined) =>
  JSON.parse(index ?? '{}').messages.flatMap(
    ({ id, versions }: { id: string; versions: readonly { version: string; files: readonly unknown[] }[] }) =>
      versions.map(({ version, files }) => `${id}@${version} ${files.length}`),
  );

test('what a faulty message had stays, in its folder, in the index and in the map; the others are written', async () => {
  const { generate, contracts, before } = await faultyCatalog();
  const run = await generate('--keep-going');
  expect(run.code).toBe(1);
  expect(run.err).toContain('2 errors. Messages with an error keep the contracts that they had.');
  const after = contracts();
  const { 'index.json': index, 'events.d.ts': map, ...others } = before;
  const fields = 'OrderPlaced/2.0.0/fields.json';
  const { [fields]: fieldsBefore = '', ...unchanged } = others;
  expect(after).toMatchObject(unchanged);
  // The version before cannot be read: which fields it had already, nobody knows.
  expect(fieldsBefore).toContain('"since": "2.0.0"');
  expect(after[fields]).toBe(fieldsBefore.replaceAll(/ *"since": "2\.0\.0",\n/g, ''));
  expect(versionsIn(after['index.json'])).toEqual([
    `OrderLost@1.0.0 ${contractFiles.length}`,
    `OrderPlaced@2.0.0 ${contractFiles.length}`,
    `OrderPlaced@1.0.0 ${contractFiles.length}`,
    `OrderShipped@1.0.0 ${contractFiles.length}`,
  ]);
  for (const key of ['OrderLost@1.0.0', 'OrderPlaced@1.0.0', 'OrderShipped@1.0.0'])
    expect(after['events.d.ts']).toContain(`'${key}'`);
  expect(index).toContain('OrderShipped');
  expect(map).toContain('OrderShipped');
});

test('the same run again changes nothing; a check says so, and that there are faults', async () => {
  const { generate, contracts } = await faultyCatalog();
  await generate('--keep-going');
  const after = contracts();
  expect((await generate('--keep-going')).out).toContain('0 written');
  expect(contracts()).toEqual(after);
  const check = await generate('--keep-going', '--check');
  expect(check).toMatchObject({ code: 1, out: '2 contracts in public/contracts: up to date.\n' });
});

test('a message that is new is ours from the first run on', async () => {
  const { catalog, generate, contracts } = await faultyCatalog();
  await generate('--keep-going');
  writeBelow(catalog, 'events/OrderLost/schema.json', '{ "type": "number" }');
  expect((await generate('--keep-going')).code).toBe(1);
  expect(contracts()['OrderLost/1.0.0/schema.json']).toContain('number');
});

test('once all is mended, it is as if nothing had been', async () => {
  const { catalog, generate, contracts, before } = await faultyCatalog();
  await generate('--keep-going');
  rmSync(join(catalog, 'events/OrderLost'), { recursive: true });
  for (const path of ['events/OrderShipped/schema.json', 'events/OrderPlaced/versioned/1.0.0/index.mdx'])
    writeBelow(catalog, path, story[path] ?? '');
  expect((await generate()).code).toBe(0);
  expect(contracts()).toEqual(before);
});
