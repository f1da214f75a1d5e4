import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBroker, type Broker } from '../../scripts/prove/broker.ts';
import { proveConsumer, type InstalledClient } from '../../scripts/prove/prove-consumer.ts';
import { installClient } from '../../scripts/prove/workspace.ts';
import { compileValidator } from '../../scripts/schema/validate.ts';
import { kafkaPython } from '../../scripts/snippets/clients/kafka-python.ts';
import { renderSnippets } from '../../scripts/snippets/render-snippets.ts';
import { outOfStock } from '../../scripts/snippets/shop-programs.test-data.ts';

const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'catalog-prove');
const never = new AbortController().signal;

/** Below a folder of this test's own, so that nobody else's broker is counted. */
const own = mkdtempSync(join(tmpdir(), 'catalog-broker-test-'));
const earlier = process.env['TMPDIR'];
beforeAll(() => {
  process.env['TMPDIR'] = own;
});
afterAll(() => {
  if (earlier === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = earlier;
  rmSync(own, { recursive: true });
});

async function answers(broker: Broker): Promise<boolean> {
  const [host = '', port = ''] = broker.servers.split(':');
  const socket = connect({ host, port: Number(port) });
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isOpen;
}

test('a broker listens on loopback, and leaves nothing behind', { timeout: 600_000 }, async () => {
  const broker = await startBroker(cache, process.env, never);
  expect(broker.servers).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(await answers(broker)).toBe(true);
  expect(readdirSync(own)).toHaveLength(1);
  await broker.stop();
  expect(await answers(broker)).toBe(false);
  expect(readdirSync(own)).toEqual([]);
  expect(existsSync(cache)).toBe(true);
});

describe('a proof', () => {
  let broker: Broker;
  let client: InstalledClient;
  beforeAll(async () => {
    broker = await startBroker(cache, process.env, never);
    client = { client: kafkaPython, workspace: await installClient(kafkaPython, cache, process.env, never) };
  }, 600_000);
  afterAll(async () => broker.stop());

  const prove = async (change: (path: string, content: string) => string) => {
    const { faults } = compileValidator(outOfStock.schema, outOfStock.dialect);
    const files = renderSnippets(outOfStock, [kafkaPython]).files.map(({ path, content }) => {
      return { path, content: change(path, content) };
    });
    return proveConsumer({ program: outOfStock, files, faults }, client, [client], broker, never);
  };
  const cell = { key: 'OutOfStock@0.0.4', producer: kafkaPython, consumer: kafkaPython };

  test('passes where the programs do what they should', { timeout: 120_000 }, async () => {
    expect(await prove((_, content) => content)).toEqual([{ ...cell, fault: undefined }]);
    expect(readdirSync(own), 'but for the broker, nothing is left').toHaveLength(1);
  });

  test.each([
    [
      'a deserialiser that gives text, as in the seed',
      'group_id=GROUP,',
      'group_id=GROUP, value_deserializer=lambda value: value.missing_method(),',
      /consumer: .*[\s\S]*missing_method/,
    ],
    ['a field that is not as in the example', '"new_quantity": 0', '"new_quantity": 1', /producer: the value is /],
    ['a value that the schema forbids', '"adjustment_reason": "sale"', '"adjustment_reason": "lost"', /not valid/],
    ['no key', '                key=event["product_id"].encode("utf-8"),\n', '', /the key is null/],
    ['a header too few', '    "content-type": "application/json",\n', '', /the headers are /],
    ['a time of long ago', 'utc_now(),', '"2024-05-01T12:00:00Z",', /timestamp should be the current time/],
    ['a program that does not end on Ctrl-C', 'stopping.set()', 'None', /on Ctrl-C it ended with/],
    ['a program that does not start', 'import json', 'import no_such_module', /no_such_module/],
  ])('fails, and says why, with %s', { timeout: 120_000 }, async (_, from, to, reason) => {
    const [only, ...others] = await prove((_path, content) => content.replace(from, to));
    expect(others).toEqual([]);
    expect(only).toMatchObject(cell);
    expect(only?.fault).toMatch(reason);
    expect(readdirSync(own)).toHaveLength(1);
  });
});
