import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStory } from '../../tests/story.ts';
import { diskTree } from './disk-tree.ts';
import { memoryTree } from './file-tree.ts';
import { loadCatalog } from './load-catalog.ts';

const page = (id: string, version: string, more = '') =>
  `---\nid: ${id}\nname: ${id}\nversion: ${version}\n${more}---\n`;

async function load(files: Readonly<Record<string, string>>) {
  const { catalog, diagnostics } = await loadCatalog(memoryTree(files));
  return { messages: catalog.messages, codes: diagnostics.map(({ code }) => code) };
}

describe('versions', () => {
  const files = {
    'events/OrderPlaced/index.mdx': page('OrderPlaced', '1.10.0'),
    'events/OrderPlaced/versioned/1.9.0/index.md': page('OrderPlaced', '1.9.0'),
    'events/OrderPlaced/versioned/0.9.0/index.mdx': page('OrderPlaced', '0.9.0'),
  };

  test('are in the order of semver, the highest the latest', async () => {
    const { messages } = await load(files);
    expect(messages.map(({ version, isLatest }) => [version, isLatest])).toEqual([
      ['0.9.0', false],
      ['1.9.0', false],
      ['1.10.0', true],
    ]);
  });

  test.each([
    ['latest', ['1.10.0']],
    ['1.9.0', ['1.9.0']],
    ['^1.0.0', ['1.9.0', '1.10.0']],
    ['1.x', ['1.9.0', '1.10.0']],
    ['<1.0.0', ['0.9.0']],
    ['2.0.0', []],
  ])('are meant by %s in a pointer: %s', async (pointer, meant) => {
    const sends = `sends:\n  - id: OrderPlaced\n    version: "${pointer}"\n`;
    const { messages, codes } = await load({ ...files, 'services/Shop/index.mdx': page('Shop', '1.0.0', sends) });
    expect(messages.filter(({ producers }) => producers.length > 0).map(({ version }) => version)).toEqual(meant);
    expect(codes.includes('message-unknown')).toBe(meant.length === 0);
  });

  test('that are no semver keep their text, and the page that is not below versioned/ is the latest', async () => {
    const { messages } = await load({
      'queries/Stock/index.mdx': page('Stock', '"2024-06"'),
      'queries/Stock/versioned/2/index.mdx': page('Stock', '"2025-01"'),
    });
    expect(messages.map(({ version, isLatest }) => [version, isLatest])).toEqual([
      ['2024-06', true],
      ['2025-01', false],
    ]);
  });
});

describe('traffic', () => {
  test('merges a reader that names a message twice, and takes domains and agents as participants', async () => {
    const receives = (fields: string) => `  - id: OrderPlaced\n    fields: [${fields}]\n`;
    const { messages } = await load({
      'domains/Orders/events/OrderPlaced/index.mdx': page('OrderPlaced', '1.0.0'),
      'domains/Orders/index.mdx': page('Orders', '1.0.0', 'sends:\n  - id: OrderPlaced\n'),
      'agents/Clerk/index.mdx': page('Clerk', '1.0.0', `receives:\n${receives('sku')}${receives('sku, price')}`),
    });
    expect(messages[0]?.producers.map(({ id }) => id)).toEqual(['Orders']);
    expect(messages[0]?.consumers.map(({ id, fields }) => [id, fields])).toEqual([['Clerk', ['sku', 'price']]]);
  });
});

describe('schemas', () => {
  test('are drawn in from a part of a file that is no schema itself', async () => {
    const { messages, codes } = await load({
      'events/OrderPlaced/index.mdx': page('OrderPlaced', '1.0.0', 'schemaPath: schema.json\n'),
      'events/OrderPlaced/schema.json':
        '{ "properties": { "to": { "$ref": "../../api.yaml#/components/schemas/Address" } } }',
      'api.yaml':
        'components:\n  schemas:\n    Address: { properties: { land: { $ref: "#/components/schemas/Land" } } }\n    Land: { enum: [DE] }\n',
    });
    expect(codes).toEqual([]);
    expect(messages[0]?.schema?.bundled).toEqual({
      properties: { to: { $ref: '#/definitions/Address' } },
      definitions: { Address: { properties: { land: { $ref: '#/definitions/Land' } } }, Land: { enum: ['DE'] } },
    });
    expect(messages[0]?.schema?.sources).toEqual(['events/OrderPlaced/schema.json', 'api.yaml']);
  });

  test('are found by the $id of another file, and recurse across files', async () => {
    const { messages, codes } = await load({
      'events/OrderPlaced/index.mdx': page('OrderPlaced', '1.0.0', 'schemaPath: schema.json\n'),
      'events/OrderPlaced/schema.json':
        '{ "$id": "https://shop.example/order", "properties": { "line": { "$ref": "https://shop.example/line" } } }',
      'shared/line.json':
        '{ "$id": "https://shop.example/line", "properties": { "order": { "$ref": "https://shop.example/order" } } }',
    });
    expect(codes).toEqual([]);
    expect(messages[0]?.schema?.bundled).toEqual({
      $id: 'https://shop.example/order',
      properties: { line: { $ref: '#/definitions/line' } },
      definitions: { line: { properties: { order: { $ref: '#' } } } },
    });
  });

  test('survive a YAML file whose aliases would grow without end', async () => {
    const levels = Array.from(
      { length: 12 },
      (_level, index) => `a${index}: &a${index} [${`*a${index - 1}, `.repeat(index === 0 ? 0 : 9)}1]\n`,
    );
    const { codes } = await load({
      'events/OrderPlaced/index.mdx': page('OrderPlaced', '1.0.0', 'schemaPath: schema.yaml\n'),
      'events/OrderPlaced/schema.yaml': levels.join(''),
    });
    expect(codes).toEqual(['yaml-invalid']);
  });
});

test('nothing outside the catalog is read, not even through a link', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  const catalog = join(outside, 'catalog');
  mkdirSync(join(catalog, 'events', 'OrderPlaced'), { recursive: true });
  writeFileSync(join(outside, 'secret.json'), '{ "const": "secret" }');
  writeFileSync(
    join(catalog, 'events', 'OrderPlaced', 'index.mdx'),
    page('OrderPlaced', '1.0.0', 'schemaPath: schema.json\n'),
  );
  symlinkSync(join(outside, 'secret.json'), join(catalog, 'events', 'OrderPlaced', 'schema.json'));
  const { catalog: loaded, diagnostics } = await loadCatalog(diskTree(catalog));
  rmSync(outside, { recursive: true });
  expect(diagnostics.map(({ code }) => code)).toEqual(['path-outside-catalog']);
  expect(JSON.stringify(loaded)).not.toContain('secret');
});

test('a damaged file is a fault and never a crash (seed 20261124)', async () => {
  const files = Object.entries({ ...readStory('rich'), ...readStory('broken') });
  const damage = fc.record({
    file: fc.nat(files.length - 1),
    at: fc.nat(400),
    cut: fc.nat(40),
    put: fc.string({ unit: 'binary', maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 5 }), async (damages) => {
      const damaged = new Map(files);
      for (const { file, at, cut, put } of damages) {
        const [path = '', text = ''] = files[file] ?? [];
        damaged.set(path, `${text.slice(0, at)}${put}${text.slice(at + cut)}`);
      }
      const { diagnostics } = await loadCatalog(memoryTree(Object.fromEntries(damaged)));
      expect(diagnostics.length).toBeGreaterThan(0);
    }),
    { numRuns: 150, seed: 20261124 },
  );
});
