import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { DEFINITIONS, ENVELOPE, POOL, SHARED, SHARED_DEFINITIONS } from './message-fields.ts';
import type { Field } from './message-fields.ts';

const THINGS = [
  'Order',
  'Cart',
  'Payment',
  'Shipment',
  'Return',
  'Invoice',
  'Product',
  'Price',
  'Stock',
  'Customer',
  'Address',
  'Coupon',
  'Review',
  'Supplier',
  'Purchase',
  'Warehouse',
  'Delivery',
  'Parcel',
  'Refund',
  'Subscription',
  'GiftCard',
  'Promotion',
  'Category',
  'Bundle',
  'Wishlist',
] as const;
const HAPPENINGS = [
  'Created',
  'Changed',
  'Confirmed',
  'Cancelled',
  'Archived',
  'Approved',
  'Rejected',
  'Scheduled',
  'Completed',
  'Flagged',
] as const;
/** Beyond 250 events the same things come again, of another part of the shop. */
const PARTS = ['', 'Store', 'Wholesale', 'Partner', 'Market'] as const;
const VERSIONS = ['1.0.0', '1.1.0', '1.2.0', '2.0.0'] as const;

/** Every catalog has this many versions of each message. */
export const VERSIONS_PER_MESSAGE = VERSIONS.length;

const SHARED_FILE = 'schemas/shared.json';
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * Writes a catalog of up to 1,250 events, always the same, and gives the path of each of its schemas. `body` is the page of
 * each version below its front matter; without one it is the summary.
 */
export async function writeMessageCatalog(folder: string, events: number, body?: string): Promise<readonly string[]> {
  const names = messageNames(events);
  const schemas: string[] = [];
  for (const [index, { id }] of names.entries()) {
    for (const [age, version] of VERSIONS.entries())
      schemas.push(await writeVersion(folder, { id, index, version, age }, body));
  }
  for (const [thing, ofThing] of Map.groupBy(names, ({ thing }) => thing))
    await writeService(
      folder,
      thing,
      ofThing.map(({ id }) => id),
    );
  await writeInside(folder, SHARED_FILE, jsonText({ $schema: DIALECT, title: 'Shared', $defs: SHARED_DEFINITIONS }));
  return schemas;
}

/** The first so many messages, each with the thing that it is about. */
export function messageNames(count: number): readonly { readonly thing: string; readonly id: string }[] {
  const things = PARTS.map((part) => THINGS.map((thing) => `${part}${thing}`));
  const names = things.flatMap((ofPart) =>
    HAPPENINGS.flatMap((happening) => ofPart.map((thing) => ({ thing, id: `${thing}${happening}` }))),
  );
  if (count > names.length) throw new Error(`There are names for ${names.length} messages, not for ${count}.`);
  return names.slice(0, count);
}

/** Adds one optional field to a schema, another one each time. */
export async function changeSchema(folder: string, path: string, round: number): Promise<void> {
  const schema = JSON.parse(await readFile(join(folder, path), 'utf8'));
  schema.properties[`extra_${round}`] = { type: 'string', description: 'Came later.' };
  await writeFile(join(folder, path), jsonText(schema));
}

interface Version {
  readonly id: string;
  /** Of the message among all. */
  readonly index: number;
  readonly version: string;
  /** How many versions came before. */
  readonly age: number;
}

async function writeVersion(folder: string, message: Version, body?: string): Promise<string> {
  const { id, index, version, age } = message;
  const isLatest = age === VERSIONS.length - 1;
  const own = isLatest ? `events/${id}` : `events/${id}/versioned/${version}`;
  const page = {
    id,
    name: spaced(id),
    version,
    summary: `${spaced(id)}, as the shop tells it.`,
    schemaPath: 'schema.json',
    'x-kafka': { key: 'event_id' },
  };
  const fields = fieldsOf(message);
  const text = body ?? `## Overview\n\n${page.summary}`;
  await writeInside(folder, `${own}/index.mdx`, `---\n${stringify(page)}---\n\n${text}\n`);
  const up = '../'.repeat(own.split('/').length);
  const schema = jsonText(schemaOf(id, fields)).replaceAll(SHARED, `${up}${SHARED_FILE}#/$defs/`);
  await writeInside(folder, `${own}/schema.json`, schema);
  if (index % 2 === 0)
    await writeInside(
      folder,
      `${own}/examples/1-usual.json`,
      jsonText(Object.fromEntries(fields.map(({ name, example }) => [name, example]))),
    );
  return `${own}/schema.json`;
}

/** 15 to 25 fields: as many and other ones from message to message, one more from version to version. */
function fieldsOf({ index, age }: Version): readonly Field[] {
  const chosen = 12 + (index % 8) + age;
  // 7 and 25 have no common divisor: no field is chosen twice.
  const own = Array.from({ length: chosen }, (_none, step) => POOL[(index * 3 + step * 7) % POOL.length]);
  return [...ENVELOPE, ...own.filter((field) => field !== undefined)];
}

function schemaOf(id: string, fields: readonly Field[]): object {
  const required = fields.filter((_field, place) => place % 3 !== 2).map(({ name }) => name);
  const hasItems = fields.some(({ name }) => name === 'items');
  return {
    $schema: DIALECT,
    title: spaced(id),
    description: `${spaced(id)}, as the shop tells it.`,
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
    required,
    additionalProperties: false,
    ...(hasItems ? { $defs: DEFINITIONS } : {}),
  };
}

async function writeService(folder: string, thing: string, events: readonly string[]): Promise<void> {
  const channel = `shop.${thing.toLowerCase()}`;
  const sends = events.flatMap((id) => VERSIONS.map((version) => ({ id, version, to: [{ id: channel }] })));
  const service = { id: `${thing}Service`, name: `${thing} Service`, version: '1.0.0', sends };
  const page = { id: channel, name: channel, version: '1.0.0', address: channel, protocols: ['kafka'] };
  await writeInside(folder, `services/${thing}Service/index.mdx`, `---\n${stringify(service)}---\n`);
  await writeInside(folder, `channels/${channel}/index.mdx`, `---\n${stringify(page)}---\n`);
}

async function writeInside(folder: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function spaced(id: string): string {
  return id.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
