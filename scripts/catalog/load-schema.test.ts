import { describe, expect, test } from 'vitest';
import { load, render } from '../../tests/small-catalog.ts';

const FOLDER = 'events/OrderPlaced';

/** The event OrderPlaced, whose front matter names its schema so. */
async function named(frontMatter: string, files: Readonly<Record<string, string>> = {}) {
  const page = `---\nid: OrderPlaced\nversion: 1.0.0\n${frontMatter}\n---\n`;
  const { messages, codes } = await load({ [`${FOLDER}/index.mdx`]: page, ...files });
  return { file: messages[0]?.schema?.file, format: messages[0]?.schemaFormat, codes };
}

const JSON_SCHEMA = '{ "type": "object" }';
const AVRO = '{ "type": "record", "name": "OrderPlaced", "fields": [] }';

describe('a schema is found', () => {
  test.each([
    ['schemaPath: schema.json', `${FOLDER}/schema.json`],
    ['schemaPath: ./parts/../schema.json', `${FOLDER}/schema.json`],
    ['schemaPath: ../../shared/order.yaml', 'shared/order.yaml'],
    ['schemaPath: /shared/order.yaml', 'shared/order.yaml'],
    ['schemas:\n  - path: schema.json', `${FOLDER}/schema.json`],
    ['schemas:\n  - file: schema.json\n    format: JSONSchema', `${FOLDER}/schema.json`],
    ['schemas:\n  - ref: file://my%20schema.json', `${FOLDER}/my schema.json`],
    [
      'schemas:\n  - ref: https://elsewhere.example/a.json\n  - path: ../../shared/order.yaml\n    format: yaml',
      'shared/order.yaml',
    ],
    [
      'schemas:\n  - path: schema.avsc\n  - path: my schema.json\n  - path: schema.json\n    default: true',
      `${FOLDER}/schema.json`,
    ],
    ['schemas:\n  - path: schema.avsc\n    default: true\n  - path: schema.json', `${FOLDER}/schema.json`],
  ])('%j: %s', async (frontMatter, file) => {
    const files = {
      [`${FOLDER}/schema.json`]: JSON_SCHEMA,
      [`${FOLDER}/my schema.json`]: JSON_SCHEMA,
      [`${FOLDER}/schema.avsc`]: AVRO,
      'shared/order.yaml': 'type: object\n',
    };
    expect(await named(frontMatter, files)).toEqual({ file, format: 'json-schema', codes: [] });
  });
});

describe('another format is left alone, and said so', () => {
  test.each([
    ['schema.avsc', AVRO, 'avro'],
    ['schema.proto', 'syntax = "proto3";', 'protobuf'],
    ['schema.graphql', 'type Order { id: ID }', 'graphql'],
    ['schema.json', AVRO, 'avro'],
    ['api.yaml', 'openapi: 3.1.0\n', 'openapi'],
    ['asyncapi.yml', 'asyncapi: 3.0.0\n', 'asyncapi'],
  ])('%s', async (path, text, format) => {
    const files = { [`${FOLDER}/${path}`]: text };
    expect(await named(`schemaPath: ${path}`, files)).toEqual({
      file: undefined,
      format,
      codes: ['schema-left-alone'],
    });
  });
});

test.each([
  ['schemaPath: gone.json', 'schema-file-missing'],
  ['schemaPath: gone.avsc', 'schema-file-missing'],
  ['schemas:\n  - path: gone.json\n  - path: schema.json', 'schema-file-missing'],
  ['schemaPath: ../../../secret.json', 'path-outside-catalog'],
  ['schemas:\n  - ref: file://../../../secret.json', 'path-outside-catalog'],
  ['schemaPath: list.json', 'schema-not-schema'],
  ['schemaPath: empty.yaml', 'yaml-invalid'],
])('%j is a fault: %s', async (frontMatter, code) => {
  const files = { [`${FOLDER}/schema.json`]: JSON_SCHEMA, [`${FOLDER}/list.json`]: '[]', [`${FOLDER}/empty.yaml`]: '' };
  expect((await named(frontMatter, files)).codes).toEqual([code]);
});

describe('catalog.config.json', () => {
  const event = {
    [`${FOLDER}/index.mdx`]: '---\nid: OrderPlaced\nversion: 1.0.0\nschemaPath: schema.json\n---\n',
    [`${FOLDER}/schema.json`]: JSON_SCHEMA,
  };

  test.each([
    [undefined, '/contracts/OrderPlaced/1.0.0/schema.json'],
    ['{ "site": "https://shop.example/docs" }', 'https://shop.example/docs/contracts/OrderPlaced/1.0.0/schema.json'],
    ['{ "site": "/docs/" }', '/docs/contracts/OrderPlaced/1.0.0/schema.json'],
  ])('%s gives schemas the address %s', async (config, address) => {
    const { files, faults } = await render({
      ...event,
      ...(config === undefined ? {} : { 'catalog.config.json': config }),
    });
    expect(faults).toEqual([]);
    expect(JSON.parse(files.get('OrderPlaced/1.0.0/schema.json') ?? '').$id).toBe(address);
  });

  test.each([
    ['{ "site": "shop.example" }', 'catalog.config.json:1:3 field-invalid'],
    ['{ "site": "https://shop.example/?a" }', 'catalog.config.json:1:3 field-invalid'],
    ['{ "sight": "/" }', 'catalog.config.json:1:3 field-invalid'],
    ['[]', 'catalog.config.json:1:1 field-invalid'],
    ['{ "site": }', 'catalog.config.json:1:11 json-invalid'],
  ])('%s is a fault', async (config, fault) => {
    expect((await render({ ...event, 'catalog.config.json': config })).faults).toEqual([fault]);
  });
});
