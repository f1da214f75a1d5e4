import { describe, expect, test } from 'vitest';
import { event, indexOf, objectOf, service, text } from './find.test-data.ts';
import { readQuery } from './read-query.ts';
import { countText, resultViews } from './result-views.ts';
import { searchableIndex } from './search-index.ts';
import type { ViewNode } from './view-node.ts';

/** Links as `<address>`, all other text as it is. */
function shown(node: ViewNode): string {
  if (typeof node === 'string') return node;
  const end = ['h2', 'li', 'p', 'button'].includes(node.tag) ? '\n' : node.tag === 'mark' ? '' : ' ';
  return `${node.href === undefined ? '' : `<${node.href}>`}${node.children.map(shown).join('')}${end}`;
}

async function resultsOf(files: Readonly<Record<string, string>>, asked: string, most = 10) {
  const index = await indexOf(files);
  const query = readQuery(asked);
  const found = searchableIndex(index).search(query, { messages: most, fields: most });
  const views = resultViews(found, { query, root: '/base/', services: index.services });
  return { text: views.map(shown).join(''), found, views };
}

const order = {
  ...event(
    'OrderPlaced',
    '1.0.0',
    objectOf({ lines: { type: 'array', items: objectOf({ sku: text }) } }, ['lines']),
    true,
  ),
  ...event('OrderPlaced', '2.0.0', objectOf({ lines: { type: 'array', items: objectOf({ sku: text }) } }, ['lines'])),
  ...service('Shop', 'sends:\n  - id: OrderPlaced\n    version: 2.0.0\n'),
  ...service('Picker', 'receives:\n  - id: OrderPlaced\n    version: 1.0.0\n    fields: ["lines[].sku"]\n'),
};

describe('a field that was found', () => {
  test('leads to its row on the page of the latest version that has it, and says who sends and reads it', async () => {
    const { text: told } = await resultsOf(order, 'sku');
    expect(told).toContain('</base/docs/events/OrderPlaced/2.0.0/#field-lines~5B~5D.sku>lines[].sku');
    expect(told).toContain(
      'In OrderPlaced , both versions · sent by Shop (since 2.0.0) · read by Picker (only 1.0.0)\n',
    );
  });

  test('that nobody reads says so', async () => {
    expect((await resultsOf(event('Odd', '1.0.0', objectOf({ a: text })), 'a')).text).toContain(
      'read by nobody that the catalog knows',
    );
  });
});

test('names are texts wherever they stand, and parts of addresses only when encoded', async () => {
  const hostile = '"><script>alert(1)</script>\u202e';
  const { text: told } = await resultsOf(
    event('a b&c', '1.0.0', objectOf({ [hostile]: { ...text, description: hostile } })),
    'script',
  );
  expect(told).toContain(
    '</base/docs/events/a%20b%26c/1.0.0/#field-~22~3E~3Cscript~3Ealert~281~29~3C~2Fscript~3E~E2~80~AE>',
  );
  expect(told).toContain('"><script>alert(1)</script>\\u202e');
});

test('more than is shown can be asked for', async () => {
  const { text: told, found } = await resultsOf(order, 'lines', 1);
  expect(told).toContain('Fields 2 \n');
  expect(told).toContain('Show more of 2 fields\n');
  expect(countText(found, 3)).toBe('Found 2 fields, 3 pages.');
  expect(countText({ ...found, fieldCount: 0 }, 0)).toBe('Nothing found.');
});
