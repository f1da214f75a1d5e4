import { describe, expect, test } from 'vitest';
import { page, render } from '../../tests/small-catalog.ts';
import { orderSchema, orderVersions } from '../changes/changes.test-data.ts';

const text = { type: 'string' };
const cents = { type: 'integer', minimum: 0 };

function dataIn(files: ReadonlyMap<string, string>, path: string) {
  const content = files.get(path);
  return content === undefined ? undefined : JSON.parse(content);
}

describe('a version and the one before it', () => {
  const grown = orderVersions({
    '1.0.0': orderSchema({ order_id: text }),
    '2.0.0': orderSchema({ order_id: text, total_cents: cents }),
  });

  test('are compared both ways, with the payload that breaks, the bump, and the lines of the type', async () => {
    const { files, faults } = await render(grown);
    expect(faults).toEqual([]);
    expect(files.has('OrderPlaced/1.0.0/changes.json')).toBe(false);
    expect(dataIn(files, 'OrderPlaced/2.0.0/changes.json')).toMatchObject({
      message: 'OrderPlaced',
      version: '2.0.0',
      previous: '1.0.0',
      bump: 'major',
      backward: { verdict: 'breaking', witness: { order_id: '' }, refusal: { keyword: 'required' } },
      forward: { verdict: 'compatible' },
      words: { summary: 'Consumers on 1.0.0 can stay as they are, but messages of 1.0.0 break consumers on 2.0.0.' },
      findings: [{ rule: 'property-added', breaks: { backward: {} } }],
      types: [{ lines: expect.arrayContaining(['+  total_cents: number;']) }],
    });
  });

  test('are compared as the catalog asks for it', async () => {
    const forward = { 'catalog.config.json': '{ "compatibility": { "mode": "FORWARD", "policy": "strict" } }' };
    const { files, faults } = await render({ ...grown, ...forward });
    expect(faults).toEqual([]);
    expect(dataIn(files, 'OrderPlaced/2.0.0/changes.json')).toMatchObject({
      mode: 'FORWARD',
      policy: 'strict',
      bump: 'minor',
    });
  });

  test('are listed in the index, and the examples of both are tried with both', async () => {
    const { files } = await render(grown);
    const [{ examples, versions }] = dataIn(files, 'index.json').messages;
    expect(examples.path).toBe('OrderPlaced/examples.json');
    const roles = versions.map((version: { files: readonly { role: string }[] }) =>
      version.files.map(({ role }) => role),
    );
    expect([roles[0].includes('changes'), roles[1].includes('changes')]).toEqual([false, true]);
    const matrix = dataIn(files, 'OrderPlaced/examples.json');
    expect(matrix.versions).toEqual(['1.0.0', '2.0.0']);
    expect(matrix.examples).toMatchObject([
      {
        version: '1.0.0',
        name: null,
        accepted: ['1.0.0'],
        refused: [{ version: '2.0.0', reason: 'the value must have the property "total_cents"' }],
      },
      { version: '2.0.0', name: null, accepted: ['1.0.0', '2.0.0'], refused: [] },
    ]);
  });

  test('mean the same where only the draft differs: nothing breaks, and a patch will do', async () => {
    const schema = orderSchema({ order_id: text });
    const { files } = await render(
      orderVersions({
        '1.0.0': { $schema: 'http://json-schema.org/draft-07/schema#', ...Object(schema) },
        '1.0.1': { $schema: 'https://json-schema.org/draft/2020-12/schema', ...Object(schema) },
      }),
    );
    expect(dataIn(files, 'OrderPlaced/1.0.1/changes.json')).toMatchObject({
      isSameDocument: false,
      isSameSet: true,
      bump: 'patch',
      backward: { verdict: 'compatible' },
      forward: { verdict: 'compatible' },
      findings: [{ rule: 'draft-changed' }],
      types: [],
    });
    expect(files.get('changes.xml')).toContain('<title>OrderPlaced 1.0.0 → 1.0.1: same meaning</title>');
  });

  test('with the very same schema are no news for the feed', async () => {
    const schema = orderSchema({ order_id: text });
    const { files } = await render(orderVersions({ '1.0.0': schema, '1.0.1': schema }));
    expect(dataIn(files, 'OrderPlaced/1.0.1/changes.json')).toMatchObject({ isSameDocument: true, bump: 'none' });
    expect(dataIn(files, 'changes.json').changes).toHaveLength(1);
    expect(files.get('changes.xml')).not.toContain('<entry>');
  });
});

describe('the version before', () => {
  const previousIn = (files: ReadonlyMap<string, string>, version: string) =>
    dataIn(files, `OrderPlaced/${version}/changes.json`)?.previous;

  test('is the last release, also for what comes after a pre-release', async () => {
    const { files } = await render(
      orderVersions({
        '1.0.0': orderSchema({ order_id: text }),
        '2.0.0-beta.1': orderSchema({ order_id: text, note: text }),
        '2.0.0-beta.2': orderSchema({ order_id: text, remark: text }),
        '2.0.0': orderSchema({ order_id: text, total_cents: cents }),
      }),
    );
    expect(['2.0.0-beta.1', '2.0.0-beta.2', '2.0.0'].map((version) => previousIn(files, version))).toEqual([
      '1.0.0',
      '1.0.0',
      '1.0.0',
    ]);
  });

  test('is one with a JSON Schema: one in Avro, or with none, is passed over', async () => {
    const { files } = await render({
      ...orderVersions({
        '1.0.0': orderSchema({ order_id: text }),
        '4.0.0': orderSchema({ order_id: text, note: text }),
      }),
      'events/OrderPlaced/versioned/2.0.0/index.mdx': page('OrderPlaced', '2.0.0', 'schemaPath: schema.avsc\n'),
      'events/OrderPlaced/versioned/2.0.0/schema.avsc': '{ "type": "record", "name": "OrderPlaced", "fields": [] }',
      'events/OrderPlaced/versioned/3.0.0/index.mdx': page('OrderPlaced', '3.0.0'),
    });
    expect(previousIn(files, '4.0.0')).toBe('1.0.0');
    expect(dataIn(files, 'OrderPlaced/examples.json').versions).toEqual(['1.0.0', '4.0.0']);
    expect([...files.keys()].filter((path) => /^OrderPlaced\/[23]/.test(path))).toEqual([]);
  });

  test('gives no advice on bumps where it is not semver', async () => {
    const { files } = await render(
      orderVersions({ '2023-11': orderSchema({ order_id: text }), '2024-06': orderSchema({ order_id: cents }) }),
    );
    const { bump, words } = dataIn(files, 'OrderPlaced/2024-06/changes.json');
    expect([bump, words.bump]).toEqual([null, undefined]);
  });
});

describe('a fault', () => {
  test('in one version leaves what is known of its message as it is, and what speaks of all', async () => {
    const sound = Object.entries(orderVersions({ '1.0.0': true, '2.0.0': orderSchema({ order_id: text }) })).map(
      ([path, content]) => [path.replace('OrderPlaced', 'OrderPaid'), content.replaceAll('OrderPlaced', 'OrderPaid')],
    );
    const faulty = orderVersions({
      '1.0.0': true,
      '2.0.0': { type: 'date' },
      '3.0.0': orderSchema({ order_id: text }),
    });
    const { files } = await render({ ...Object.fromEntries(sound), ...faulty });
    expect([...files.keys()].filter((path) => /changes|examples/.test(path))).toEqual([
      'OrderPaid/2.0.0/changes.json',
      'OrderPaid/examples.json',
    ]);
  });

  test('in a page that cannot be read is one of the message beside it', async () => {
    const { files } = await render({
      ...orderVersions({ '1.0.0': true, '2.0.0': true, '3.0.0': orderSchema({ order_id: text }) }),
      'events/OrderPlaced/versioned/2.0.0/index.mdx': '---\nid: [\n---\n',
    });
    expect([...files.keys()].filter((path) => /changes|examples/.test(path))).toEqual([]);
  });
});
