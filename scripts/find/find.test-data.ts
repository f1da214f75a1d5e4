import { page, render } from '../../tests/small-catalog.ts';
import type { JsonValue } from '../model/json.ts';
import { fieldRow, type FieldIndex, type FieldRow } from './field-index.ts';
import { readQuery } from './read-query.ts';
import { searchableIndex } from './search-index.ts';

type Properties = Readonly<Record<string, JsonValue>>;

export const text = { type: 'string' } as const;
export const uuid = { type: 'string', format: 'uuid' } as const;

/** An object's schema. */
export function objectOf(properties: Properties, required: readonly string[] = []): JsonValue {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties, required };
}

/** The files of a message; of an older version with its number, below `versioned/`. */
export function event(id: string, version: string, schema: JsonValue, isOld = false, folder = 'events') {
  const at = `${folder}/${id}/${isOld ? `versioned/${version}/` : ''}`;
  return {
    [`${at}index.mdx`]: page(id, version, `summary: About ${id}.\nschemaPath: schema.json\n`),
    [`${at}schema.json`]: JSON.stringify(schema),
  };
}

/** The file of a service, with what its front matter says besides. */
export function service(id: string, more: string) {
  return { [`services/${id}/index.mdx`]: page(id, '1.0.0', more) };
}

/** The index that is written of a catalog. */
export async function indexOf(files: Readonly<Record<string, string>>): Promise<FieldIndex> {
  const rendered = await render(files);
  const content = rendered.files.get('fields.json');
  if (content === undefined) throw new Error(`No index was written: ${rendered.faults.join(', ')}`);
  return JSON.parse(content);
}

/** Every row of an index, put together again. */
export function rowsOf(index: FieldIndex): readonly FieldRow[] {
  return index.messages.flatMap((message) => message.fields.path.map((_path, at) => fieldRow(index, message, at)));
}

/** `OrderPlaced.total`: what is found, the best first. */
export function foundBy(index: FieldIndex, query: string): readonly string[] {
  const { fields } = searchableIndex(index).search(readQuery(query), { messages: 100, fields: 100 });
  return fields.map(({ message, path }) => `${message.id}.${path}`);
}

export function messagesFoundBy(index: FieldIndex, query: string): readonly string[] {
  const { messages } = searchableIndex(index).search(readQuery(query), { messages: 100, fields: 100 });
  return messages.map(({ id }) => id);
}

/** An index of so many fields, 20 of a message in two versions, as a company would have them. */
export function manyFields(count: number): FieldIndex {
  const words =
    'customer order line item price total tax payment refund stock warehouse store shipment address note'.split(' ');
  const types = [
    'string',
    'string, uuid',
    'string, date-time',
    'integer, 0 or more',
    'boolean',
    'object',
    'array of object',
  ];
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
  const perMessage = 20;
  const paths: string[] = [];
  const descriptions: string[] = [];
  const placeOf = new Map<string, number>();
  const place = (table: string[], value: string) => {
    const key = `${table === paths ? 'p' : 'd'}${value}`;
    const known = placeOf.get(key) ?? table.push(value) - 1;
    placeOf.set(key, known);
    return known;
  };
  const messages = Array.from({ length: Math.ceil(count / perMessage) }, (_message, at) => {
    const rows = Array.from({ length: perMessage }, (_row, row) => {
      const [one, two, three] = [pick(words, at * 7 + row), pick(words, at + row * 3), pick(words, row * 5 + at * 11)];
      const path =
        row < 4
          ? pick(['event_id', 'occurred_at', 'source', 'trace_id'], row)
          : `${one}.${two}_${three}_${(at * 31 + row) % 400}`;
      return {
        path: place(paths, path),
        description: place(
          descriptions,
          `The ${two} of the ${one} number ${row < 4 ? row : at}, with its ${three}, as the source system has it.`,
        ),
      };
    });
    return {
      kind: 'event' as const,
      id: `${pick(words, at)}${at}Changed`,
      name: `${pick(words, at)} ${at} changed`,
      summary: `Says that the ${pick(words, at)} ${at} is another one now.`,
      versions: ['1.0.0', '1.1.0'],
      latest: 1,
      domain: `Domain ${at % 12}`,
      topics: [`${pick(words, at)}.events`],
      senders: [{ service: at % 40, versions: [0, 1] }],
      readers: [
        { service: (at + 1) % 40, versions: [0, 1] },
        { service: (at + 2) % 40, versions: [1], isPartial: true as const },
      ],
      fields: {
        path: rows.map(({ path }) => path),
        type: rows.map((_row, row) => (at + row) % types.length),
        description: rows.map(({ description }) => description),
        flags: rows.map((_row, row) => row % 2),
        versions: rows.map((_row, row) => (row % 9 === 8 ? 1 : 0)),
        readers: rows.map((_row, row) => (row % 5 === 0 ? 3 : 2)),
      },
    };
  });
  return {
    $comment: '',
    services: Array.from({ length: 40 }, (_service, at) => ({
      id: `Service${at}`,
      name: `${pick(words, at)} service ${at}`,
    })),
    sets: [[0, 1], [1], [], [1]],
    types,
    paths,
    descriptions,
    messages,
  };
}
