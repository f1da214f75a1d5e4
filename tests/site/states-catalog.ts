import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeBelow } from '../story.ts';

const project = join(import.meta.dirname, '../..');

/** Text that would do something if it were taken for anything but text; `wasRun` is what it would set. */
export const HOSTILE = `</code></script><script>window.wasRun = 1</script><img src="x" onerror="wasRun = 2"> \${wasRun = 3} {wasRun = 4} \u202E' " *//`;

/** How many fields the longest message has. */
export const MANY = 300;

/** The names of the sections, in the order of the page. */
const SECTIONS = [
  ['Overview', 'What the event is about.'],
  ['Who sends it, who reads it', '<Participants message={frontmatter} />'],
  ['Fields', '<Payload message={frontmatter} />'],
  ['Example', '<Example message={frontmatter} />'],
  ['Types', '<Types message={frontmatter} />'],
  ['Programs', '<Programs message={frontmatter} />'],
  ['What changed', '<Changes message={frontmatter} />'],
] as const;

const BODY = [
  "import { Changes, Example, Participants, Payload, Programs, Types } from '@catalog/components/message-page.ts';",
  ...SECTIONS.map(([title, content]) => `## ${title}\n\n${content}`),
].join('\n\n');

const order = {
  type: 'object',
  properties: { order_id: { type: 'string', description: 'The order.' }, total: { type: 'number', minimum: 0 } },
  required: ['order_id'],
};

const hostile = {
  type: 'object',
  properties: {
    [HOSTILE]: { type: 'string', description: HOSTILE, examples: [HOSTILE] },
    __proto__field: { enum: [HOSTILE, '<!--'] },
    '*/': {
      type: 'string',
      title: HOSTILE,
      pattern: '^[^<]*$',
      'x-deprecated': { since: HOSTILE, replacedBy: HOSTILE },
    },
  },
  required: [HOSTILE],
};

/** Three levels of fields, each with a description of the length that people write. */
function manyFields(count: number): object {
  const describe = (name: string) =>
    `Says of the parcel what ${name} stands for, as the warehouse books it when the parcel leaves the belt.`;
  const part = (name: string, fields: number) => ({
    type: 'object',
    description: describe(name),
    properties: Object.fromEntries(
      Array.from({ length: fields }, (_, index) => [
        `${name}_${index}`,
        {
          type: index % 3 === 0 ? 'integer' : 'string',
          minimum: 0,
          description: describe(`${name} ${index}`),
          examples: [index],
        },
      ]),
    ),
    required: [`${name}_0`],
  });
  const groups = count / 10;
  const properties = Object.fromEntries(
    Array.from({ length: groups }, (_, index) => [`part_${index}`, part(`value_${index}`, 9)]),
  );
  return { type: 'object', properties, required: ['part_0'] };
}

interface Message {
  readonly id: string;
  readonly folder?: string;
  readonly name?: string;
  readonly more?: string;
  /** File beside the page to its text. */
  readonly schema?: readonly [file: string, text: string];
  readonly examples?: Readonly<Record<string, unknown>>;
  /** The schema of version 0.9.0. */
  readonly earlier?: object;
  /** Where it is sent and read; all but those of other protocols travel on Kafka. */
  readonly isSent?: boolean;
  readonly isRead?: boolean;
}

const JSON_SCHEMA = ['schema.json', JSON.stringify(order)] as const;

const MESSAGES: readonly Message[] = [
  { id: 'First', schema: JSON_SCHEMA, examples: { order_id: 'A-1', total: 7 } },
  { id: 'NoExample', schema: JSON_SCHEMA },
  { id: 'NoSchema' },
  { id: 'Avro', schema: ['schema.avsc', '{"type":"record","name":"Avro","fields":[{"name":"id","type":"string"}]}'] },
  { id: 'Protobuf', schema: ['schema.proto', 'syntax = "proto3";\nmessage Protobuf { string id = 1; }\n'] },
  { id: 'NoReader', schema: JSON_SCHEMA, isRead: false },
  { id: 'NoSender', schema: JSON_SCHEMA, isSent: false },
  { id: 'Nobody', schema: JSON_SCHEMA, isSent: false, isRead: false },
  { id: 'Draft', schema: JSON_SCHEMA, more: 'draft: true\n' },
  {
    id: 'OverHttp',
    folder: 'queries',
    schema: JSON_SCHEMA,
    isRead: false,
    isSent: false,
    more: 'operation:\n  method: GET\n  path: /orders\n',
  },
  { id: 'ListOnly', schema: ['schema.json', JSON.stringify({ type: 'array', items: { type: 'string' } })] },
  { id: 'MapOnly', schema: ['schema.json', JSON.stringify({ type: 'object', additionalProperties: order })] },
  {
    id: 'Hostile',
    name: HOSTILE,
    schema: ['schema.json', JSON.stringify(hostile)],
    examples: { [HOSTILE]: HOSTILE },
    earlier: order,
  },
  { id: 'ManyFields', schema: ['schema.json', JSON.stringify(manyFields(MANY), null, 2)] },
];

/** A catalog of messages in every state that a page can show. */
export function writeStatesCatalog(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(project, 'components'), join(folder, 'components'), { recursive: true });
  for (const file of ['package.json', 'eventcatalog.config.js', 'catalog.config.json', 'public/logo.svg'])
    cpSync(join(project, file), join(folder, file));
  for (const message of MESSAGES) writeMessage(folder, message);
  const ids = (wanted: (message: Message) => boolean) => MESSAGES.filter(wanted).map(({ id }) => id);
  writeBelow(
    folder,
    'services/Shop/index.mdx',
    service(
      'Shop',
      'The shop',
      'sends',
      'to',
      ids(({ isSent = true }) => isSent),
    ),
  );
  writeBelow(
    folder,
    'services/Reader/index.mdx',
    service(
      'Reader',
      HOSTILE,
      'receives',
      'from',
      ids(({ isRead = true }) => isRead),
    ),
  );
  const channel = ['id: orders', 'name: Orders', 'version: 1.0.0', 'address: shop.orders', 'protocols: [kafka]'];
  writeBelow(folder, 'channels/orders/index.mdx', `---\n${channel.join('\n')}\n---\n`);
}

function writeMessage(
  folder: string,
  { id, folder: kind = 'events', name = id, more = '', schema, examples, earlier }: Message,
): void {
  const facts = [`id: ${id}`, `name: ${JSON.stringify(name)}`, 'version: 1.0.0', `summary: ${JSON.stringify(name)}`];
  if (earlier !== undefined) {
    const page = facts.join('\n').replace('1.0.0', '0.9.0');
    const below = `${kind}/${id}/versioned/0.9.0`;
    writeBelow(folder, `${below}/index.mdx`, `---\n${page}\nschemaPath: schema.json\n---\n\n${BODY}\n`);
    writeBelow(folder, `${below}/schema.json`, JSON.stringify(earlier));
  }
  const path = schema === undefined ? '' : `schemaPath: ${schema[0]}\n`;
  writeBelow(folder, `${kind}/${id}/index.mdx`, `---\n${facts.join('\n')}\n${path}${more}---\n\n${BODY}\n`);
  if (schema !== undefined) writeBelow(folder, `${kind}/${id}/${schema[0]}`, schema[1]);
  if (examples !== undefined) writeBelow(folder, `${kind}/${id}/examples/one.json`, JSON.stringify(examples));
}

function service(id: string, name: string, role: string, channel: string, messages: readonly string[]): string {
  const entries = messages.map(
    (message) =>
      `  - id: ${message}\n    version: 1.0.0\n    ${channel}:\n      - id: orders\n        version: 1.0.0\n`,
  );
  return `---\nid: ${id}\nname: ${JSON.stringify(name)}\nversion: 1.0.0\n${role}:\n${entries.join('')}---\n\n## Overview\n\nA service.\n`;
}
