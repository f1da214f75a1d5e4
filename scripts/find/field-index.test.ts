import { describe, expect, test } from 'vitest';
import { render } from '../../tests/small-catalog.ts';
import { event, indexOf, objectOf, rowsOf, service, text, uuid } from './find.test-data.ts';

const order = {
  ...event('OrderPlaced', '1.0.0', objectOf({ order_id: text, total: { type: 'number' } }, ['order_id']), true),
  ...event('OrderPlaced', '1.1.0', objectOf({ order_id: text, total: { type: 'number', deprecated: true } }), true),
  ...event(
    'OrderPlaced',
    '2.0.0',
    objectOf({
      order_id: text,
      lines: { type: 'array', items: objectOf({ sku: { ...uuid, description: 'Which one.' } }) },
    }),
  ),
};

describe('the rows of the index', () => {
  test('are the fields of all versions, equal ones in one row, those of the latest first', async () => {
    const rows = rowsOf(await indexOf(order));
    expect(
      rows.map(({ path, versions, isRequired, isDeprecated }) => [path, versions, isRequired, isDeprecated]),
    ).toEqual([
      ['order_id', [1, 2], false, false],
      ['lines', [2], false, false],
      ['lines[].sku', [2], false, false],
      ['total', [1], false, true],
      ['order_id', [0], true, false],
      ['total', [0], false, false],
    ]);
    expect(rows[2]).toMatchObject({ type: 'string (uuid)', description: 'Which one.' });
  });

  test('know who sends and reads just that field, in just those versions', async () => {
    const index = await indexOf({
      ...order,
      ...service('Shop', 'sends:\n  - id: OrderPlaced\n    version: ">=1.1.0"\n'),
      ...service('Archive', 'receives:\n  - id: OrderPlaced\n    version: 1.0.0\n'),
      ...service('Picker', 'receives:\n  - id: OrderPlaced\n    version: 2.0.0\n    fields: ["lines[].sku"]\n'),
    });
    const names = (participants: readonly { readonly service: number }[]) =>
      participants.map(({ service: place }) => index.services[place]?.name);
    const told = rowsOf(index).map(({ path, versions, senders, readers }) => [
      `${path} ${versions.join()}`,
      names(senders),
      names(readers),
    ]);
    expect(told).toEqual([
      ['order_id 1,2', ['Shop'], []],
      ['lines 2', ['Shop'], ['Picker']],
      ['lines[].sku 2', ['Shop'], ['Picker']],
      ['total 1', ['Shop'], []],
      ['order_id 0', [], ['Archive']],
      ['total 0', [], ['Archive']],
    ]);
  });

  test('have names as they are, however hostile', async () => {
    const names = ['</script><script>alert(1)</script>', '__proto__', 'constructor', '🎉', '"quoted"', 'a b'];
    const properties = Object.fromEntries(names.map((name) => [name, { ...text, description: `About ${name}` }]));
    // A literal would set the prototype, and not a property.
    Object.defineProperty(properties, '__proto__', { value: { ...text, description: 'About it' }, enumerable: true });
    const rows = rowsOf(await indexOf(event('Odd', '1.0.0', objectOf(properties))));
    expect(rows.map(({ path }) => path).toSorted()).toEqual(names.toSorted());
  });
});

test('a catalog with a fault writes no index, so that the one that is there stays', async () => {
  const { files } = await render({ ...order, 'events/Broken/index.mdx': 'no front matter' });
  expect([files.has('index.json'), files.has('fields.json')]).toEqual([true, false]);
});
