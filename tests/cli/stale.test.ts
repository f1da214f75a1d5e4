import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clients } from '../../scripts/snippets/clients/index.ts';
import { contractFiles } from '../contract-files.ts';
import { goldenFiles } from '../golden/golden-files.ts';
import { readStory, unpackStory, writeBelow } from '../story.ts';
import { filesBelow, runCatalog, runInTerminal } from './run-catalog.ts';

const story = readStory('copies');
const odd = "größe -- it's @ts-nocheck";
let catalog = '';
/** Every file of every contract, as a person would copy it: path below the folder of contracts to text. */
let contracts: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  catalog = unpackStory(story);
  expect(await runCatalog('generate', '--no-cache', '--catalog', catalog)).toMatchObject({ code: 0 });
  contracts = filesBelow(join(catalog, 'public', 'contracts'));
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of [catalog, ...folders]) rmSync(join(folder, '..'), { recursive: true });
});

function copied(path: string): string {
  const text = contracts[path];
  if (text === undefined) throw new Error(`There is no ${path} among ${Object.keys(contracts).join(', ')}.`);
  return text;
}

function repository(files: Readonly<Record<string, string>>): string {
  const folder = unpackStory(files, 'service');
  folders.push(folder);
  return folder;
}

interface Group {
  readonly message: string;
  readonly version: string;
  readonly state: string;
  readonly breaking: string;
  readonly copies: readonly { readonly file: string; readonly line: number; readonly kind: string }[];
}

const schemaFile = join(import.meta.dirname, '..', '..', 'reference', 'stale.schema.json');
const isReport = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

async function stale(folder: string, ...flags: readonly string[]) {
  const { code, out, err } = await runCatalog('stale', folder, '--catalog', catalog, '--format', 'json', ...flags);
  expect(err).toBe('');
  const report = JSON.parse(out);
  expect([isReport(report), isReport.errors]).toEqual([true, null]);
  const groups: readonly Group[] = report.groups;
  /** `a.py:1 consumer of OrderPlaced 2.0.0: current, no` */
  const told = groups
    .flatMap(({ message, version, state, breaking, copies }) =>
      copies.map(
        ({ file, line, kind }) =>
          `${file.slice(folder.length + 1)}:${line} ${kind} of ${message} ${version}: ${state}, ${breaking}`,
      ),
    )
    .toSorted();
  return { code, report, told };
}

const current = 'OrderPlaced 2.0.0: current, no';

describe('copies', () => {
  test('of each file of a contract are known for what they are', async () => {
    const names = contractFiles.filter((name) => name !== 'example.json');
    const files = Object.fromEntries(names.map((name) => [name, copied(`OrderPlaced/2.0.0/${name}`)]));
    const { code, told } = await stale(repository(files));
    const kinds: Readonly<Record<string, string>> = {
      'schema.json': 'schema',
      'types.d.ts': 'type',
      'payload_types.py': 'type',
      'pom.xml': 'project file',
      // What the page makes types from: nobody is meant to copy it, and it is found all the same.
      'fields.json': 'copy',
    };
    const kindOf = (name: string): string => kinds[name] ?? name.slice(0, name.indexOf('.'));
    const lines: Readonly<Record<string, number>> = { 'schema.json': 3, 'fields.json': 5 };
    const lineOf = (name: string): number => lines[name] ?? (name.endsWith('.sh') ? 2 : 1);
    expect(told).toEqual(names.map((name) => `${name}:${lineOf(name)} ${kindOf(name)} of ${current}`).toSorted());
    expect(told.length).toBe(2 * clients.length + 5);
    expect(code).toBe(0);
  });

  test('are known with other line ends and indents, two in a file, and in Markdown', async () => {
    const consumer = copied('OrderPlaced/2.0.0/consumer.kafka-python.py');
    const types = copied('OrderPlaced/2.0.0/types.d.ts');
    const indented = types.replaceAll(/^/gm, '\t  ');
    const folder = repository({
      'crlf.py': consumer.replaceAll('\n', '\r\n'),
      'indented.ts': `namespace A {\n${indented}\n}\n`,
      'two.ts': `${types}\n${copied('CountStock/1.1.0/types.d.ts')}`,
      'README.md': `# How we read\n\n\`\`\`python\n${consumer}\`\`\`\n`,
      'formatted.ts': await format(types, { parser: 'typescript', useTabs: true, printWidth: 40, endOfLine: 'crlf' }),
      'bom.ts': `\u{feff}${types}`,
      'cut.ts': `${types.split('\n')[0] ?? ''}\nexport interface OrderPlaced {}\n`,
    });
    const { told } = await stale(folder);
    const second = types.split('\n').length + 1;
    expect(told).toEqual(
      [
        `README.md:4 consumer of ${current}`,
        `bom.ts:1 type of ${current}`,
        `crlf.py:1 consumer of ${current}`,
        `cut.ts:1 copy of ${current}`,
        `formatted.ts:1 type of ${current}`,
        `indented.ts:2 type of ${current}`,
        `two.ts:1 type of ${current}`,
        `two.ts:${second} type of CountStock 1.1.0: behind, no`,
      ].toSorted(),
    );
  });

  test('of a message with a hostile name are known in every language', async () => {
    const folder = `${odd}/1.0.0+b(1)/`;
    const files = Object.entries(contracts).filter(([path]) => path.startsWith(folder) && !path.endsWith('.json'));
    expect(files.length).toBeGreaterThan(10);
    const { told } = await stale(
      repository(Object.fromEntries(files.map(([path, text]) => [path.slice(folder.length), text]))),
    );
    expect(told.map((line) => line.replace(/^.* of /, ''))).toEqual(files.map(() => `${odd} 1.0.0+b(1): current, no`));
  });

  test('of schemas are the same however they are formatted, and changed by a single word', async () => {
    const schema = copied('OrderPlaced/2.0.0/schema.json');
    const reversed = Object.fromEntries(Object.entries(JSON.parse(schema)).toReversed());
    const { told } = await stale(
      repository({
        'flat.json': JSON.stringify(JSON.parse(schema)),
        'reversed.json': JSON.stringify(reversed, null, 4).replaceAll('\n', '\r\n'),
        'edited.json': schema.replace('"minimum": 0', '"minimum": 1'),
        'theirs.json': schema.replace('events.shop.example', 'events.others.example'),
        'broken.json': schema.slice(0, -3),
        'deep.json': `{"$id": "https://events.shop.example/contracts/OrderPlaced/2.0.0/schema.json", "not": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      }),
    );
    expect(told).toEqual([
      'edited.json:3 schema of OrderPlaced 2.0.0: changed, no',
      `flat.json:1 schema of ${current}`,
      `reversed.json:${reversedLine(reversed)} schema of ${current}`,
    ]);
  });
});

function reversedLine(schema: object): number {
  const lines = JSON.stringify(schema, null, 4).split('\n');
  return lines.findIndex((line) => line.includes('"$id"')) + 1;
}

describe('what became of a copy', () => {
  test('is behind, and moving may break or not', async () => {
    const folder = repository({
      'old.d.ts': copied('OrderPlaced/1.0.0/types.d.ts'),
      'count.go': copied('CountStock/1.1.0/producer.franz-go.go'),
    });
    const { code, told, report } = await stale(folder);
    expect(told).toEqual([
      'count.go:1 producer of CountStock 1.1.0: behind, no',
      'old.d.ts:1 type of OrderPlaced 1.0.0: behind, yes',
    ]);
    expect(code).toBe(1);
    const [order, stock] = report.groups;
    expect(order).toMatchObject({
      newest: '2.0.0',
      newer: ['1.1.0', '2.0.0'],
      isFailure: true,
      move: { to: '2.0.0', mode: 'BACKWARD', policy: 'declared', reader: { verdict: 'breaking' } },
      deprecation: { date: '2026-05-01', message: 'Its orders have no totals' },
      deprecatedFields: [
        { path: 'coupon', since: '2.0.0', removeAfter: '2027-03-31', replacedBy: 'discounts' },
        { path: 'lines[].colour' },
      ],
    });
    expect(order.move.reader.witness).toHaveProperty('order_id');
    expect(order.move.reader.witness).not.toHaveProperty('total_cents');
    expect(stock).toMatchObject({ isFailure: false, move: { reader: { verdict: 'compatible' } } });
  });

  test('is changed, where the published schema of that very version is another one', async () => {
    const types = copied('CountStock/1.2.0/types.d.ts');
    const edited = unpackStory({
      ...story,
      'commands/CountStock/schema.json': '{ "type": "object", "properties": { "sku": { "type": "integer" } } }',
    });
    folders.push(edited);
    const other = repository({ 'types.d.ts': types });
    expect((await stale(other)).told).toEqual(['types.d.ts:1 type of CountStock 1.2.0: current, no']);
    const { told, code, report } = await stale(other, '--catalog', edited);
    expect(told).toEqual(['types.d.ts:1 type of CountStock 1.2.0: changed, unknown']);
    expect(code).toBe(1);
    expect(report.groups[0].reason).toContain('not in the catalog any more');
    // With a copy of the schema beside it, there is something to compare.
    const both = repository({ 'types.d.ts': types, 'schema.json': copied('CountStock/1.2.0/schema.json') });
    expect((await stale(both, '--catalog', edited)).told).toEqual([
      'schema.json:3 schema of CountStock 1.2.0: changed, yes',
      'types.d.ts:1 type of CountStock 1.2.0: changed, yes',
    ]);
  });

  test('is gone, where the version or the message was removed', async () => {
    const fewer = Object.entries(story).filter(([path]) => !path.startsWith('commands/') && !path.includes('/1.0.0/'));
    const removed = unpackStory(Object.fromEntries(fewer));
    folders.push(removed);
    const folder = repository({
      'a.ts': copied('OrderPlaced/1.0.0/types.d.ts'),
      'b.ts': copied('CountStock/1.2.0/types.d.ts'),
    });
    const { told, report } = await stale(folder, '--catalog', removed);
    expect(told).toEqual([
      'a.ts:1 type of OrderPlaced 1.0.0: gone, unknown',
      'b.ts:1 type of CountStock 1.2.0: gone, unknown',
    ]);
    expect(report.groups.map(({ newest }: { readonly newest?: string }) => newest)).toEqual([undefined, '2.0.0']);
  });

  test('is unknown, where the catalog cannot be read', async () => {
    const broken = unpackStory({ ...story, 'commands/CountStock/schema.json': '{ "type": ' });
    folders.push(broken);
    const folder = repository({
      'a.ts': copied('CountStock/1.2.0/types.d.ts'),
      'b.ts': copied('CountStock/1.1.0/types.d.ts'),
    });
    const { told, code } = await stale(folder, '--catalog', broken);
    expect(told).toEqual([
      'a.ts:1 type of CountStock 1.2.0: unknown, unknown',
      'b.ts:1 type of CountStock 1.1.0: behind, unknown',
    ]);
    expect(code).toBe(1);
  });

  test('is judged by the mode and the policy that the catalog has', async () => {
    const forward = unpackStory({
      ...story,
      'catalog.config.json': '{ "site": "https://events.shop.example/", "compatibility": { "mode": "FORWARD" } }',
    });
    folders.push(forward);
    const folder = repository({ 'old.d.ts': copied('OrderPlaced/1.0.0/types.d.ts') });
    const { code, report } = await stale(folder, '--catalog', forward);
    expect(report.groups[0]).toMatchObject({ state: 'behind', breaking: 'no', move: { mode: 'FORWARD' } });
    expect(code).toBe(0);
  });
});

describe('the command', () => {
  const files = () => ({
    'src/old.d.ts': copied('OrderPlaced/1.0.0/types.d.ts'),
    'src/consumer.py': copied('OrderPlaced/1.0.0/consumer.confluent-kafka.py'),
    'stock/count.go': copied('CountStock/1.1.0/producer.franz-go.go'),
    'stock/schema.json': copied('CountStock/1.2.0/schema.json').replace('"type": "string"', '"type": "integer"'),
    'now/types.d.ts': copied('OrderPlaced/2.0.0/types.d.ts'),
    'docs/events.md': `Copied by hand:\n\n    // Gone%20Away@1.0.0 sha256:0123456789abcdef\n`,
  });

  test('prints what needs somebody first, and what is current last', async () => {
    const folder = repository(files());
    const reports = await Promise.all(
      ['text', 'json', 'github'].map(async (format) => {
        const { code, out } = await runInTerminal(80, 'stale', folder, '--catalog', catalog, '--format', format);
        expect(code).toBe(1);
        const content = out.replaceAll(folder, 'service');
        return { path: `report.${format === 'json' ? 'json' : `${format}.txt`}`, content };
      }),
    );
    expect(reports[0]?.content.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(Object.fromEntries(reports.map(({ path, content }) => [path, content]))).toEqual(
      goldenFiles('stale', reports),
    );
  });

  test('ends with 0 or 1 as --fail-on has it', async () => {
    const behind = repository({ 'count.go': copied('CountStock/1.1.0/producer.franz-go.go') });
    const breaking = repository(files());
    const nothing = repository({ 'a.txt': 'sha256: nothing' });
    const codes = async (folder: string) =>
      Promise.all(['never', 'breaking', 'behind'].map(async (what) => (await stale(folder, '--fail-on', what)).code));
    expect(await codes(nothing)).toEqual([0, 0, 0]);
    expect(await codes(behind)).toEqual([0, 0, 1]);
    expect(await codes(breaking)).toEqual([0, 1, 1]);
  });

  test.each([
    [[], /missing required argument 'paths'/],
    [['/nowhere/at/all'], /There is no file or folder \/nowhere\/at\/all/],
    [['.', '--fail-on', 'always'], /Allowed choices are behind, breaking, never/],
    [['.', '--catalog', '/nowhere'], /There is no folder \/nowhere/],
    [['.', '--catalog', import.meta.dirname], /has no messages. Name an EventCatalog directory/],
  ])('ends with 2 where it cannot run: %j', async (argv, message) => {
    const { code, out, err } = await runCatalog('stale', ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test('takes what a catalog publishes for no copy, and the services beside it for what they are', async () => {
    const own = unpackStory(story);
    folders.push(own);
    await runCatalog('generate', '--no-cache', '--catalog', own);
    writeBelow(own, 'apps/shop/types.d.ts', copied('OrderPlaced/2.0.0/types.d.ts'));
    expect((await stale(own, '--catalog', own)).told).toEqual([`apps/shop/types.d.ts:1 type of ${current}`]);
  });

  test('lets no name of a file or a message steer a terminal or a log', async () => {
    const types = copied('OrderPlaced/2.0.0/types.d.ts');
    const mark = `// ${encodeURIComponent('\u{1b}[31m\n::error::x')}@1 sha256:0123456789abcdef\n`;
    const folder = repository({ '\u{1b}[2J\n::error::\u{202e}.ts': types, '%0A::warning::,a=b.ts': mark });
    for (const format of ['text', 'github']) {
      const { out } = await runInTerminal(80, 'stale', folder, '--catalog', catalog, '--format', format);
      // eslint-disable-next-line no-control-regex
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
      if (format === 'text') expect(out).not.toMatch(/^\s*::/m);
      else expect(out.match(/^::\w+/gm)).toEqual(['::notice', '::error']);
    }
  });
});
