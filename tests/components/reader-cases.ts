import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryTree } from '../../scripts/catalog/file-tree.ts';
import { renderCatalog } from '../../scripts/commands/render-catalog.ts';
import { hostilePayload } from '../../scripts/snippets/hostile-schemas.test-data.ts';
import { hostileText } from '../../scripts/snippets/hostile-texts.test-data.ts';
import { readStory } from '../story.ts';
import type { ReadMessage } from '../../components/reader/reader-data.ts';

/** A contract that somebody reads a part of. */
export interface ReaderCase {
  /** A word of a folder's name, the same for no two. */
  readonly name: string;
  readonly message: ReadMessage;
  /** The text of a file beside `fields.json`. */
  readonly contentOf: (file: string) => string;
}

const contracts = join(import.meta.dirname, '../../public/contracts');

/** Every committed contract. */
export function committedCases(): readonly ReaderCase[] {
  const index: { messages: { versions: { files: { path: string; role: string }[] }[] }[] } = JSON.parse(
    readFileSync(join(contracts, 'index.json'), 'utf8'),
  );
  const paths = index.messages.flatMap(({ versions }) => versions).flatMap(({ files }) => files);
  return paths
    .filter(({ role }) => role === 'fields')
    .map(({ path }) =>
      readerCase('Committed', path, (file) => readFileSync(join(contracts, path.replace('fields.json', file)), 'utf8')),
    );
}

/** What the files of a small catalog consist of: front matter and schemas by their paths. */
export type CatalogFiles = Readonly<Record<string, string>>;

/** The contracts of a catalog in memory; those that have a fault are not there. */
export async function casesOf(files: CatalogFiles): Promise<readonly ReaderCase[]> {
  const rendered = await renderCatalog(memoryTree(files), undefined, () => undefined);
  const byPath = new Map(rendered.files.map(({ path, content }) => [path, content]));
  return [...byPath.keys()]
    .filter((path) => path.endsWith('/fields.json'))
    .map((path) => readerCase('Made', path, (file) => byPath.get(path.replace('fields.json', file)) ?? ''));
}

function readerCase(origin: string, path: string, contentOf: ReaderCase['contentOf']): ReaderCase {
  return {
    name: [origin, ...path.split('/').slice(0, -1)].join('-').replaceAll(/\W+/g, '_'),
    message: JSON.parse(contentOf('fields.json')),
    contentOf,
  };
}

/** Schemas with every shape that a reader may meet, in a catalog of two stories. */
export const shapes: CatalogFiles = { ...readStory('rich'), ...eventFiles(shapeSchemas()) };

/** Messages whose every name could do harm; the same ones for the same seed. */
export function hostileFiles(count: number, seed: number): CatalogFiles {
  const named = fc.tuple(hostilePayload, hostileText, hostileText);
  return eventFiles(
    fc.sample(named, { numRuns: count, seed }).map(([{ schema, example }, name, summary]) => ({
      schema: { description: summary, ...schema },
      example,
      name,
    })),
    'Hostile',
  );
}

interface Shape {
  readonly schema: unknown;
  readonly example?: unknown;
  readonly name?: string;
}

function eventFiles(events: readonly Shape[], prefix = 'Shape'): CatalogFiles {
  return Object.fromEntries(
    events.flatMap(({ schema, example, name = 'A shape' }, index): [string, string][] => {
      const folder = `events/${prefix}${index}`;
      const page = `id: ${prefix}${index}\nname: ${JSON.stringify(name)}\nversion: 1.0.0\nschemaPath: schema.json`;
      return [
        [`${folder}/index.mdx`, `---\n${page}\n---\n`],
        [`${folder}/schema.json`, JSON.stringify(schema)],
        ...(example === undefined
          ? []
          : [[`${folder}/examples/one.json`, JSON.stringify(example)] satisfies [string, string]]),
      ];
    }),
  );
}

function shapeSchemas(): readonly Shape[] {
  const money = { type: 'object', properties: { amount: { type: 'string' } }, required: ['amount'] };
  const kinds = (...names: readonly string[]) =>
    names.map((kind) => ({
      type: 'object',
      properties: { kind: { const: kind }, [kind]: money, shared: { type: ['string', 'null'] } },
      required: ['kind', kind],
    }));
  const tree = {
    type: 'object',
    properties: { name: { type: 'string' }, parts: { type: 'array', items: { $ref: '#/$defs/tree' } } },
    required: ['name'],
  };
  const object = (properties: object) => ({ type: 'object', properties, required: Object.keys(properties) });
  return [
    { schema: object({ payment: { oneOf: kinds('card', 'invoice') }, total: money }) },
    { schema: { oneOf: kinds('card', 'invoice', 'gift') } },
    { schema: object({ payment: { anyOf: [...kinds('card', 'invoice'), { type: 'null' }] } }) },
    { schema: { type: 'array', items: object({ sku: { type: 'string' }, price: money }) } },
    { schema: { type: 'object', additionalProperties: money } },
    { schema: object({ prices: { type: 'object', additionalProperties: money }, id: { type: 'string' } }) },
    {
      schema: object({ pair: { type: 'array', prefixItems: [money, { type: 'integer' }], items: false, minItems: 2 } }),
    },
    { schema: { ...object({ tree: { $ref: '#/$defs/tree' } }), $defs: { tree } } },
    { schema: { $ref: '#/$defs/tree', $defs: { tree } } },
    { schema: { type: 'string' } },
    { schema: { type: ['object', 'null'], properties: { id: { type: 'integer' } } } },
    { schema: object({ Money: money, str: { type: 'string' }, list: { type: 'array', items: { type: 'string' } } }) },
    { schema: object({ class: object({ from: { type: 'string' }, 'a b': money, __proto: { enum: ['*/', "'"] } }) }) },
    { schema: object({ 'a.b': money, a: object({ b: { type: 'string' } }), 'x[]': { type: 'string' } }) },
    { schema: { allOf: [object({ id: { type: 'string' } }), object({ lines: { type: 'array', items: money } })] } },
    { schema: { type: 'object', properties: { only: money, optional: { type: 'number' } } } },
  ];
}
