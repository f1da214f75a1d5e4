import { describe, expect, test } from 'vitest';
import { load, orderPlaced, page, render } from '../../tests/small-catalog.ts';

describe('front matter', () => {
  test.each([
    ['comments and CRLF', '---\r\n# the order\r\nid: OrderPlaced # its id\r\nversion: 1.0.0\r\n---\r\n# Text\r\n'],
    ['spaces behind the lines', '---  \nid: OrderPlaced\nversion: 1.0.0\n---  \n'],
    ['a language that is YAML', '---yaml\nid: OrderPlaced\nversion: 1.0.0\n---'],
  ])('may have %s', async (_what, text) => {
    const { messages, codes } = await load({ 'events/OrderPlaced/index.md': text });
    expect(messages.map(({ id, version }) => [id, version])).toEqual([['OrderPlaced', '1.0.0']]);
    expect(codes).toEqual(['schema-left-alone']);
  });

  test.each(['js', ' js', 'javascript', 'json', 'coffee'])('in `---%s` is never run', async (language) => {
    const { faults, diagnostics } = await render({
      'events/OrderPlaced/index.mdx': `---${language}\nthrow new Error('run')\n---\n`,
    });
    expect(faults).toEqual(['events/OrderPlaced/index.mdx:1:1 front-matter-invalid']);
    expect(diagnostics[0]?.message).toContain('never run');
  });

  test.each([
    ['', 'front-matter-missing'],
    ['----\nid: OrderPlaced\n----\n', 'front-matter-missing'],
    ['---\nid: OrderPlaced\n', 'front-matter-invalid'],
    ['---\n---\n', 'front-matter-invalid'],
    ['---\n- id\n---\n', 'front-matter-invalid'],
  ])('%j is a fault: %s', async (text, code) => {
    expect((await load({ 'events/OrderPlaced/index.mdx': text })).codes).toEqual([code]);
  });

  test('may have numbers that no double holds: they are read as they are written', async () => {
    const { messages, codes } = await load({
      'events/OrderPlaced/index.mdx': page('12345678901234567890', '1.10', 'ticket: 12345678901234567890\n'),
    });
    expect(messages.map(({ id, version }) => [id, version])).toEqual([['12345678901234567890', '1.10']]);
    expect(codes.toSorted()).toEqual(['schema-left-alone', 'version-not-quoted']);
  });
});

describe('ids and versions', () => {
  test.each(['Order placed', 'Bestellung', '订单', "buyer's-order", 'order.placed', 'a,b;c=d+e!(1)'])(
    '%s is an id',
    async (id) => {
      expect((await load({ 'events/A/index.mdx': page(`"${id}"`) })).messages.map((message) => message.id)).toEqual([
        id,
      ]);
    },
  );

  test.each([
    '../x',
    'a/b',
    'a\\\\b',
    '..',
    '.hidden',
    'con',
    'nul.txt',
    ' a',
    'a.',
    'a:b',
    'a%2fb',
    'index.json',
    'Events.d.ts',
    '\\u202ea',
    'a\\nb',
    'x'.repeat(121),
  ])('%s is none', async (id) => {
    expect((await load({ 'events/A/index.mdx': page(`"${id}"`) })).codes).toEqual(['name-unsafe']);
    expect((await load({ 'services/A/index.mdx': page(`"${id}"`) })).codes).toEqual([]);
  });

  test.each([
    ['index.md and index.mdx', { 'events/A/index.md': page('A'), 'events/A/index.mdx': page('A') }],
    ['upper and lower case', { 'events/A/index.md': page('Order'), 'commands/B/index.mdx': page('order') }],
    ['composed and decomposed letters', { 'events/A/index.md': page('é'), 'events/B/index.md': page('e\u0301') }],
  ])('that differ only in %s are one message twice', async (_what, files) => {
    const { codes, messages } = await load(files);
    expect(codes).toContain('message-duplicate');
    expect(messages).toHaveLength(1);
  });
});

describe('a page that cannot be read', () => {
  test('is not said to be unknown to those who name it', async () => {
    const names = 'sends:\n  - id: OrderPlaced\n    to: [{ id: orders }]\n  - id: Misspelt\n';
    const { codes } = await load({
      'events/OrderPlaced/index.mdx': 'no front matter',
      'channels/orders/index.mdx': page('orders', '[1]'),
      'services/Shop/index.mdx': page('Shop', '1.0.0', names),
    });
    expect(codes).toEqual(['field-invalid', 'front-matter-missing', 'message-unknown']);
  });
});

test('examples belong to the message beside them, whatever the folders above are called', async () => {
  const { messages } = await load({
    'examples/events/A/index.mdx': page('A'),
    'examples/events/A/examples/1.json': '1',
    'services/examples/commands/B/index.mdx': page('B'),
    'services/examples/commands/B/examples/more/2.yaml': '2',
    'services/examples/commands/B/examples/examples.config.yaml': 'title: not a payload',
  });
  expect(messages.map(({ examples }) => examples.map(({ value }) => value))).toEqual([[1], [2]]);
});

test.each([
  ['key: [order_id]', 'events/OrderPlaced/index.mdx:7:3 field-invalid'],
  ['headers: source', 'events/OrderPlaced/index.mdx:7:3 field-invalid'],
  ['headers: { source: [shop] }', 'events/OrderPlaced/index.mdx:7:14 field-invalid'],
  ['group: true', 'events/OrderPlaced/index.mdx:7:3 field-invalid'],
])('x-kafka with %s is a fault, and drops nothing in silence', async (line, fault) => {
  expect((await render(orderPlaced(true, {}, `x-kafka:\n  ${line}\n`))).faults).toEqual([fault]);
});
