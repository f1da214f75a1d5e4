import { expect, test } from 'vitest';
import { orderPlaced, page, render } from '../../tests/small-catalog.ts';

const channel = (more: string) => ({ 'channels/orders/index.mdx': page('orders', '1.0.0', more) });
const routed = 'channels:\n  - id: orders\n';

/** The topic of the event, and the faults and infos of the catalog. */
async function topicOf(files: Readonly<Record<string, string>>, more = routed) {
  const { files: made, diagnostics } = await render(orderPlaced(true, files, more));
  const { kafka } = JSON.parse(made.get('index.json') ?? '').messages[0].versions[0];
  return [kafka?.topic ?? null, ...diagnostics.map(({ code }) => code)];
}

test.each([
  ['its address', 'address: shop.orders\nprotocols: [kafka]\n', ['shop.orders']],
  ['its id, where it has no address', 'protocols: [Kafka]\n', ['orders']],
  ['a default', 'address: "{env}.orders"\nparameters: { env: { default: live } }\n', ['live.orders']],
  [
    'the first of some values',
    'address: "{env}.orders"\nparameters: { env: { enum: [test, live] } }\n',
    ['test.orders'],
  ],
  ['an example', 'address: "{env}.orders"\nparameters: { env: { examples: [dev] } }\n', ['dev.orders']],
  ['a number', 'address: "v{major}.orders"\nparameters: { major: { default: 1 } }\n', ['v1.orders']],
  ['the name of a parameter that nobody set', 'address: "{env}.orders"\n', ['env.orders', 'channel-parameter-unset']],
  ['none, over another transport', 'address: orders\nprotocols: [sqs, http]\n', [null, 'kafka-not-used']],
  ['none, where Kafka allows no such name', 'address: https://shop.example/orders\n', [null, 'topic-illegal']],
])('a channel gives a topic: %s', async (_what, more, expected) => {
  expect(await topicOf(channel(more))).toEqual(expected);
});

test('a pointer to a channel sets its parameters', async () => {
  const files = channel('address: "{env}.orders"\n');
  expect(await topicOf(files, 'channels:\n  - id: orders\n    parameters: { env: live }\n')).toEqual(['live.orders']);
});

test('where a message is sent says more than where it is read', async () => {
  const services = {
    'channels/copies/index.mdx': page('copies'),
    'services/Reader/index.mdx': page(
      'Reader',
      '1.0.0',
      'receives:\n  - id: OrderPlaced\n    from: [{ id: copies }]\n',
    ),
    'services/Sender/index.mdx': page('Sender', '1.0.0', 'sends:\n  - id: OrderPlaced\n    to: [{ id: orders }]\n'),
  };
  expect(await topicOf({ ...channel(''), ...services }, '')).toEqual(['orders']);
});

test('no channel: the topic is assumed, but not for an HTTP operation', async () => {
  expect(await topicOf({}, '')).toEqual(['order-placed', 'topic-assumed']);
  expect(await topicOf({}, 'operation: { method: POST, path: /orders }\n')).toEqual([null, 'kafka-not-used']);
});
