import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { render } from '../../tests/small-catalog.ts';
import { orderSchema, orderVersions } from './changes.test-data.ts';

const text = { type: 'string' };
const cents = { type: 'integer', minimum: 0 };
const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' || name === 'author' });

function feedIn(files: ReadonlyMap<string, string>) {
  const xml = files.get('changes.xml') ?? '';
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml).feed;
}

describe('the feed', () => {
  const versions = { '1.0.0': orderSchema({ order_id: text }), '1.1.0': orderSchema({ order_id: text, note: text }) };
  const site = { 'catalog.config.json': '{ "site": "https://shop.example/catalog" }' };
  const changelog = (date: string) => ({ 'events/OrderPlaced/changelog.mdx': `---\ncreatedAt: ${date}\n---\n` });

  test('has all that RFC 4287 demands, with absolute addresses', async () => {
    const { files } = await render({ ...orderVersions(versions), ...site, ...changelog('2024-05-14') });
    const feed = feedIn(files);
    expect(feed).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      title: expect.any(String),
      updated: '2024-05-14T00:00:00Z',
      author: [{ name: expect.any(String) }],
    });
    expect(feed['@_xmlns']).toBe('http://www.w3.org/2005/Atom');
    expect(feed.link[0]).toMatchObject({
      '@_rel': 'self',
      '@_href': 'https://shop.example/catalog/contracts/changes.xml',
    });
    const [entry] = feed.entry;
    expect(entry).toMatchObject({ id: expect.stringContaining('urn:uuid:'), updated: '2024-05-14T00:00:00Z' });
    expect(entry.id).not.toBe(feed.id);
    expect(entry.link['@_href']).toBe('https://shop.example/catalog/docs/events/OrderPlaced/1.1.0');
    expect(entry.content['@_type']).toBe('html');
    expect(entry.content['#text']).toContain('<p>Consumers on 1.1.0 refuse some messages of 1.0.0.</p>');
  });

  test.each([
    ['no changelog', {}],
    ['a day that never was', changelog('2024-02-31')],
    ['words', changelog('last week')],
  ])('knows no date from %s, and says the one that is plainly none', async (_what, more) => {
    const { files } = await render({ ...orderVersions(versions), ...more });
    expect(feedIn(files).entry[0].updated).toBe('1970-01-01T00:00:00Z');
    expect(JSON.parse(files.get('changes.json') ?? '').changes[0].date).toBeNull();
  });

  test('is there, and empty, where nothing ever changed', async () => {
    const feed = feedIn((await render({})).files);
    expect([feed.entry, feed.updated]).toEqual([undefined, '1970-01-01T00:00:00Z']);
  });

  test('has the newest version of each message first', async () => {
    const { files } = await render(
      orderVersions({ ...versions, '1.10.0': orderSchema({ order_id: cents }), '1.9.0': orderSchema({ note: cents }) }),
    );
    const titles = feedIn(files).entry.map(({ title }: { title: string }) => title.replace(/:.*/, ''));
    expect(titles).toEqual(['OrderPlaced 1.9.0 → 1.10.0', 'OrderPlaced 1.1.0 → 1.9.0', 'OrderPlaced 1.0.0 → 1.1.0']);
  });
});

describe('hostile text', () => {
  const HOSTILE = '</pre><script>alert(1)</script>]]>&amp;\u0001\u202e\ufffe"\'';

  test('stays text in the feed, and leaves nothing that XML forbids', async () => {
    const schemas = {
      '1.0.0': orderSchema({ [HOSTILE]: text }),
      '2.0.0': orderSchema({ [HOSTILE]: { enum: [HOSTILE] } }),
    };
    const named = `name: ${JSON.stringify('<b>&\u0007Order\u202e')}`;
    const pages = Object.entries(orderVersions(schemas)).map(([path, content]) => [
      path,
      content
        .replace('name: OrderPlaced', named)
        .replace('---\n', '---\nowners: ["<i>"]\noperation: { method: POST, path: /orders }\n'),
    ]);
    const { files, faults } = await render(Object.fromEntries(pages));
    expect(faults).toEqual([]);
    const xml = files.get('changes.xml') ?? '';
    const [entry] = feedIn(files).entry;
    expect(entry.title).toContain('<b>&\\u0007Order\\u202e');
    expect(entry.author).toEqual([{ name: '<i>' }]);
    expect(entry.content['#text']).not.toContain('<script>');
    expect(entry.content['#text']).toContain('&lt;script&gt;');
    expect(xml).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\u202e/u);
  });
});
