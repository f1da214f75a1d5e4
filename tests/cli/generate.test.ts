import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readStory, unpackStory, writeBelow } from '../story.ts';
import { contractFiles } from '../contract-files.ts';
import { filesBelow, runCatalog } from './run-catalog.ts';

const project = join(import.meta.dirname, '..', '..');
const shop = readStory('shop');
/** What tells the change from one version to the next: the change, the examples, and two lists of all changes. */
const ofChange = ['OrderPlaced/2.0.0/changes.json', 'OrderPlaced/examples.json', 'changes.json', 'changes.xml'];

/** The start page, and what it searches. */
const ofFinding = ['fields.json', 'find.css', 'find.js', 'index.html'];

/** The files of two contracts, of the change between them, of the start page, the index and the map. */
const ofTwo = 2 * contractFiles.length + ofChange.length + ofFinding.length + 2;

async function generate(catalog: string, ...flags: readonly string[]) {
  return runCatalog('generate', '--no-cache', '--catalog', catalog, ...flags);
}

async function generatedShop(): Promise<{ readonly catalog: string; readonly contracts: string }> {
  const catalog = unpackStory(shop);
  expect(await generate(catalog)).toMatchObject({ code: 0 });
  return { catalog, contracts: join(catalog, 'public', 'contracts') };
}

describe('generate', () => {
  test('writes each contract, the index and the map; a second run changes nothing, not even a date', async () => {
    const { catalog, contracts } = await generatedShop();
    const files = filesBelow(contracts);
    expect(Object.keys(files)).toEqual(
      [
        ...['1.0.0', '2.0.0'].flatMap((version) => contractFiles.map((name) => `OrderPlaced/${version}/${name}`)),
        ...ofChange,
        ...ofFinding,
        'events.d.ts',
        'index.json',
      ].toSorted(),
    );
    const dates = () => Object.keys(files).map((path) => statSync(join(contracts, path)).mtimeMs);
    const before = dates();
    const second = await generate(catalog);
    expect(second.out).toBe(`2 contracts in public/contracts: 0 written, ${ofTwo} unchanged.\n`);
    expect(filesBelow(contracts)).toEqual(files);
    expect(dates()).toEqual(before);
  });

  test('writes the same bytes with a cache and without one', async () => {
    const { catalog, contracts } = await generatedShop();
    const files = filesBelow(contracts);
    for (const _run of [1, 2]) {
      rmSync(contracts, { recursive: true });
      expect((await runCatalog('generate', '--catalog', catalog)).code).toBe(0);
      expect(filesBelow(contracts)).toEqual(files);
    }
    rmSync(cacheOf(catalog), { recursive: true, force: true });
  });

  test('--out writes elsewhere, and nothing into the catalog', async () => {
    const catalog = unpackStory(shop);
    const elsewhere = join(dirname(catalog), 'elsewhere');
    const run = await generate(catalog, '--out', elsewhere);
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toContain(elsewhere);
    expect(filesBelow(catalog)).toEqual(shop);
    expect(Object.keys(filesBelow(elsewhere))).toHaveLength(ofTwo);
  });

  test('never overwrites what a person wrote', async () => {
    const catalog = unpackStory({ ...shop, 'public/contracts/OrderPlaced/2.0.0/example.json': '{"mine": true}\n' });
    const before = filesBelow(catalog);
    for (const flags of [[], ['--keep-going']]) {
      const run = await generate(catalog, ...flags);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain('OrderPlaced/2.0.0/example.json');
      expect(run.err).toContain('--out');
      expect(filesBelow(catalog)).toEqual(before);
    }
    const check = await generate(catalog, '--check');
    expect(check.code).toBe(1);
    expect(check.out).toContain('-{"mine": true}');
    expect(check.err).toContain('OrderPlaced/2.0.0/example.json was not generated');
    expect(filesBelow(catalog)).toEqual(before);
  });

  test('deletes the contract of a message that is gone', async () => {
    const { catalog, contracts } = await generatedShop();
    writeFileSync(join(contracts, 'notes.md'), 'Written by a person.\n');
    rmSync(join(catalog, 'events', 'OrderPlaced', 'versioned'), { recursive: true });
    expect((await generate(catalog, '--check')).code).toBe(1);
    const run = await generate(catalog);
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toContain(`${contractFiles.length + 2} deleted`);
    expect(readdirSync(join(contracts, 'OrderPlaced'))).toEqual(['2.0.0']);
    expect(filesBelow(contracts)['notes.md']).toBe('Written by a person.\n');
  });

  test.each(['schema.json', 'example.json'])('leaves a stale %s that somebody has edited', async (name) => {
    const { catalog, contracts } = await generatedShop();
    const edited = join(contracts, 'OrderPlaced', '1.0.0', name);
    appendFileSync(edited, ' ');
    const text = readFileSync(edited, 'utf8');
    rmSync(join(catalog, 'events', 'OrderPlaced', 'versioned'), { recursive: true });
    const run = await generate(catalog);
    expect(readFileSync(edited, 'utf8')).toBe(text);
    expect(run.err).toContain(`OrderPlaced/1.0.0/${name}`);
    // The new index no longer lists the file: it must not be deleted, or be forgotten, by a later run either.
    await generate(catalog);
    expect(readFileSync(edited, 'utf8')).toBe(text);
  });

  test('takes a catalog in a path with spaces', async () => {
    const catalog = unpackStory(shop, 'the shop & its catalog #1');
    expect((await generate(catalog)).code).toBe(0);
    expect((await generate(catalog, '--check')).code).toBe(0);
  });

  test.each([
    ['CRLF line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\u{feff}${text}`],
  ])('takes files with %s, and writes the same contracts', async (_what, change) => {
    const { contracts } = await generatedShop();
    const changed = Object.fromEntries(Object.entries(shop).map(([path, text]) => [path, change(text)]));
    const catalog = unpackStory(changed);
    expect(await generate(catalog)).toMatchObject({ code: 0 });
    expect(filesBelow(join(catalog, 'public', 'contracts'))).toEqual(filesBelow(contracts));
  });
});

describe('generate --check', () => {
  let catalog = '';
  let contracts = '';
  let files: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    ({ catalog, contracts } = await generatedShop());
    files = filesBelow(contracts);
  });

  test('ends with 0 where all is up to date', async () => {
    const run = await generate(catalog, '--check');
    expect(run).toMatchObject({ code: 0, out: '2 contracts in public/contracts: up to date.\n' });
  });

  test('finds one byte changed at the start, in the middle or at the end of any file, shows it, and writes nothing', async () => {
    for (const [path, text] of Object.entries(files)) {
      for (const at of [0, Math.floor(text.length / 2), text.length - 1]) {
        const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
        writeFileSync(join(contracts, path), changed);
        const run = await generate(catalog, '--check');
        expect.soft(run.code, `${path} at ${at}\n${run.err}`).toBe(1);
        expect.soft(run.out, `${path} at ${at}`).toContain(`--- ${path}`);
        expect.soft(run.out, `${path} at ${at}`).toMatch(/^\+/m);
        expect(readFileSync(join(contracts, path), 'utf8')).toBe(changed);
      }
      writeFileSync(join(contracts, path), text);
    }
    expect(filesBelow(contracts)).toEqual(files);
  });

  test('finds every missing file', async () => {
    for (const [path, text] of Object.entries(files)) {
      rmSync(join(contracts, path));
      const run = await generate(catalog, '--check');
      expect.soft(run.code, `${path}\n${run.err}`).toBe(1);
      expect.soft(run.out).toContain(path);
      writeBelow(contracts, path, text);
    }
  });

  test('finds an extra file with our header, and passes over the files of people', async () => {
    const extra = join(contracts, 'OrderPlaced', '2.0.0', 'producer.old-client.ts');
    writeFileSync(extra, '// Generated by "catalog generate" from schema.json; do not edit.\n');
    const run = await generate(catalog, '--check');
    expect(run.code).toBe(1);
    expect(run.out).toContain('producer.old-client.ts');
    writeFileSync(extra, '// Written by a person.\n');
    expect((await generate(catalog, '--check')).code).toBe(0);
    rmSync(extra);
  });

  test('does not believe a cache', async () => {
    expect((await runCatalog('generate', '--catalog', catalog)).code).toBe(0);
    const cache = cacheOf(catalog);
    for (const [name, text] of Object.entries(filesBelow(cache))) {
      writeFileSync(join(cache, name), text.replaceAll('order_id', 'cart_id'));
    }
    const run = await runCatalog('generate', '--catalog', catalog, '--check');
    rmSync(cache, { recursive: true, force: true });
    expect(run).toMatchObject({ code: 0 });
  });
});

/** Where the cache of a catalog lies; tests take it away again. */
function cacheOf(catalog: string): string {
  const name = createHash('sha256').update(catalog).digest('hex').slice(0, 16);
  return join(project, 'node_modules', '.cache', 'catalog', name);
}

describe('a catalog with faults', () => {
  const broken = {
    ...shop,
    'events/OrderShipped/index.mdx': '---\nid: OrderShipped\nversion: 1.0.0\nschemaPath: schema.json\n---\n',
    'events/OrderShipped/schema.json': '{\n  "type": "date"\n}\n',
    'events/OrderLost/index.mdx': '---\nid: OrderLost\nversion: 1.0.0\nschemaPath: lost.json\n---\n',
  };

  test('shows every fault at once, with file, line and column, and writes nothing', async () => {
    const catalog = unpackStory(broken);
    for (const flags of [[], ['--check']]) {
      const run = await generate(catalog, ...flags);
      expect(run).toMatchObject({ code: 1, out: '' });
      expect(run.err).toContain('error events/OrderLost/index.mdx:4:1 schema-file-missing\n');
      expect(run.err).toContain('error events/OrderShipped/schema.json:2:3 schema-invalid\n');
      expect(run.err).toContain('2 errors');
      expect(run.err).toContain('Nothing was written');
      if (flags.length === 0) expect(run.err).toContain('--keep-going');
      expect(filesBelow(catalog)).toEqual(broken);
    }
  });

  test('--keep-going writes the sound contracts, and still ends with 1', async () => {
    const catalog = unpackStory(broken);
    const run = await generate(catalog, '--keep-going');
    expect(run.code).toBe(1);
    expect(run.out).toContain('2 contracts');
    const contracts = filesBelow(join(catalog, 'public', 'contracts'));
    // The lists of all changes, and what finds fields, wait until all can be read.
    expect(Object.keys(contracts)).toHaveLength(ofTwo - 2 - ofFinding.length);
    expect(contracts['events.d.ts']).not.toContain('OrderShipped');
  });

  test('--keep-going leaves what a faulty message had', async () => {
    const { catalog, contracts } = await generatedShop();
    const before = filesBelow(join(contracts, 'OrderPlaced'));
    writeFileSync(join(catalog, 'events/OrderPlaced/versioned/1.0.0/schema.json'), '{ "type": "date" }\n');
    expect((await generate(catalog, '--keep-going')).code).toBe(1);
    // The other version has its fields, but nobody knows since when: the one before cannot be read.
    const { '2.0.0/fields.json': fields = '', ...others } = before;
    const withoutSince = fields.replaceAll(/ *"since": "2\.0\.0",\n/g, '');
    expect(withoutSince).not.toBe(fields);
    expect(filesBelow(join(contracts, 'OrderPlaced'))).toEqual({ ...others, '2.0.0/fields.json': withoutSince });
    // Mended again, the old files are known as ours.
    writeBelow(
      catalog,
      'events/OrderPlaced/versioned/1.0.0/schema.json',
      shop['events/OrderPlaced/versioned/1.0.0/schema.json'] ?? '',
    );
    expect((await generate(catalog)).code).toBe(0);
    expect((await generate(catalog, '--check')).code).toBe(0);
  });
});

describe('the command line', () => {
  test.each([
    [['generate', '--chek'], '--check'],
    [['genrate'], 'generate'],
    [['generate', '--catalog', '/nowhere/at/all'], '/nowhere/at/all'],
    [['generate', '--catalog', import.meta.filename], 'is a file'],
    [['generate', 'surplus'], 'argument'],
    [['generate', '--catalog'], '--catalog'],
  ])('refuses %j and says what to do', async (argv, hint) => {
    const run = await runCatalog(...argv);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(hint);
    expect(run.err).not.toMatch(/^\s+at /m);
  });

  test.each([['--help'], ['generate', '--help']])('explains itself on stdout: %s %s', async (...argv) => {
    const run = await runCatalog(...argv.filter((word) => typeof word === 'string'));
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('generate');
  });

  test('without a command explains itself, and ends with 2', async () => {
    const run = await runCatalog();
    expect(run.code).toBe(2);
    expect(run.err).toContain('generate');
  });

  test('opens few files at a time, however many there are', () => {
    const numbers = Array.from({ length: 250 }, (_none, number) => number);
    const pages = numbers.map((number) => [
      `events/Order${number}/index.mdx`,
      `---\nid: Order${number}\nversion: 1.0.0\n---\n`,
    ]);
    const kept = numbers.map((number) => [`public/contracts/kept/${number}.txt`, 'Not ours.\n']);
    const catalog = unpackStory({ ...shop, ...Object.fromEntries([...pages, ...kept]) });
    const argv = [join(project, 'scripts', 'cli.ts'), 'generate', '--no-cache', '--catalog', catalog];
    const out = execFileSync('sh', ['-c', 'ulimit -n 128 && exec "$0" "$@"', process.execPath, ...argv], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(out).toBe(`2 contracts in public/contracts: ${ofTwo} written, 0 unchanged.\n`);
  });

  test('is what scripts/cli.ts runs', () => {
    const catalog = unpackStory(shop);
    const argv = [join(project, 'scripts', 'cli.ts'), 'generate', '--no-cache', '--catalog', catalog];
    const out = execFileSync(process.execPath, argv, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(out).toBe(`2 contracts in public/contracts: ${ofTwo} written, 0 unchanged.\n`);
  });
});
