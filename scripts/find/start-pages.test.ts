import { describe, expect, test } from 'vitest';
import { page, render } from '../../tests/small-catalog.ts';
import { event, objectOf, service, text } from './find.test-data.ts';
import { MOST_ON_ONE_PAGE } from './start-pages.ts';

const schema = objectOf({ id: text });

function domain(id: string, services: readonly string[]) {
  const list = services.map((name) => `  - id: ${name}\n`).join('');
  return { [`domains/${id}/index.mdx`]: page(id, '1.0.0', `summary: About ${id}.\nservices:\n${list}`) };
}

async function pagesOf(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const { files: made, faults } = await render(files);
  expect(faults.filter((fault) => !/topic-assumed/.test(fault))).toEqual([]);
  return new Map([...made].filter(([path]) => path.endsWith('.html')));
}

/** The text of a page below its search, without its markup. */
function textOf(html: string | undefined): string {
  return (html ?? '')
    .replace(/^.*<div id="browse">/s, '')
    .replace(/<\/main>.*$/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const shop = {
  ...domain('Sales', ['Shop', 'Bank']),
  ...service('Shop', 'summary: Sells.\nsends:\n  - id: OrderPlaced\nreceives:\n  - id: PaymentFailed\n'),
  ...service('Bank', 'receives:\n  - id: OrderPlaced\nsends:\n  - id: PaymentFailed\n'),
  ...event('OrderPlaced', '1.0.0', schema, true),
  ...event('OrderPlaced', '2.0.0', schema),
  ...event('PaymentFailed', '1.0.0', schema),
  ...event('Nobodys', '1.0.0', schema),
};

describe('the start page', () => {
  test('has domains with their services, and these with what they send and read', async () => {
    const html = (await pagesOf(shop)).get('index.html');
    expect(textOf(html)).toBe(
      'Sales 2 services, 2 messages About Sales. ' +
        'Bank PaymentFailed Event 1.0.0 About PaymentFailed. Read by Shop Reads OrderPlaced ' +
        'Shop Sells. OrderPlaced Event 2.0.0 About OrderPlaced. Read by Bank Reads PaymentFailed ' +
        'Without a domain 1 message Messages Nobodys Event 1.0.0 About Nobodys.',
    );
    const links = [...(html ?? '').matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(links).toContain('../docs/events/OrderPlaced/2.0.0/');
    expect(links).toContain('../docs/domains/Sales/1.0.0/');
    expect(links.filter((link) => !link.startsWith('../') && link !== 'data:,')).toEqual([]);
  });

  test('tells the latest changes first, and which of them break', async () => {
    const order = (version: string, day: string, isOld: boolean) => ({
      ...event(
        'OrderPlaced',
        version,
        objectOf(
          version === '3.0.0' ? { total: text } : { id: text, [`x${version}`]: text },
          version === '3.0.0' ? ['total'] : [],
        ),
        isOld,
      ),
      [`events/OrderPlaced/${isOld ? `versioned/${version}/` : ''}changelog.mdx`]: `---\ncreatedAt: ${day}\n---\n`,
    });
    const html = (
      await pagesOf({
        ...order('1.0.0', '2026-01-01', true),
        ...order('2.0.0', '2026-02-02', true),
        ...order('3.0.0', '2026-03-03', false),
      })
    ).get('index.html');
    const told = textOf(html).replace(/^.*Latest changes/, '');
    expect(told.indexOf('2026-03-03 Breaking OrderPlaced 3.0.0')).toBeGreaterThan(-1);
    expect(told.indexOf('2026-02-02')).toBeGreaterThan(told.indexOf('2026-03-03'));
  });

  test('of an empty catalog says that it is empty', async () => {
    expect(textOf((await pagesOf(domain('Sales', []))).get('index.html'))).toContain('Sales');
    expect(textOf((await pagesOf({})).get('index.html'))).toBe('The catalog has no messages yet.');
  });

  test('shows names as they are written', async () => {
    const hostile = '</script><img src=x onerror=alert(1)>`"\u202e';
    const html = (
      await pagesOf({
        'catalog.config.json': JSON.stringify({ title: hostile }),
        'events/Odd/index.mdx': `---\nid: Odd\nversion: 1.0.0\nname: ${JSON.stringify(hostile)}\nsummary: ${JSON.stringify(hostile)}\n---\n`,
        'services/S/index.mdx': `---\nid: ${JSON.stringify(hostile)}\nversion: 1.0.0\nname: ${JSON.stringify(hostile)}\nsends:\n  - id: Odd\n---\n`,
      })
    ).get('index.html');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('\u202e');
    expect(html).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
  });
});

test('in a large catalog each domain has a page of its own, and the first page lists no messages', async () => {
  const ids = Array.from({ length: MOST_ON_ONE_PAGE + 1 }, (_id, at) => `Event${at}`);
  const pages = await pagesOf({
    ...domain('Sales', ['Shop']),
    ...domain('sales', []),
    ...service('Shop', `sends:\n${ids.map((id) => `  - id: ${id}\n`).join('')}`),
    ...Object.assign({}, ...ids.map((id) => ({ [`events/${id}/index.mdx`]: page(id, '1.0.0', 'schemaPath: ""\n') }))),
  });
  expect([...pages.keys()].toSorted()).toEqual(['domains/Sales.html', 'domains/sales~2.html', 'index.html']);
  expect(pages.get('index.html')).toContain('<a href="domains/Sales.html#service-Shop">Shop</a>');
  expect(pages.get('index.html')).not.toContain('docs/events/');
  const sales = pages.get('domains/Sales.html') ?? '';
  expect(sales.match(/docs\/events\/Event/g)).toHaveLength(ids.length);
  expect(sales).toContain('href="../../docs/events/Event300/1.0.0/"');
  expect(sales).toContain('src="../../contracts/find.js"');
});
