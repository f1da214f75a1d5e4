import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { JsonPointer } from '../model/pointer.ts';
import type { Page } from './page.ts';

/** A schema that a message's front matter names. */
export interface SchemaReference {
  /** The path as written, relative to the page. */
  readonly path: string;
  /** `schemaPath`, or `schemas`. */
  readonly field: string;
  readonly pointer: JsonPointer;
  /** What the front matter says of its format, lower case; empty where it says nothing. */
  readonly format: string;
  readonly isDefault: boolean;
}

const FILE_REFERENCE = 'file://';

/** Every schema of a message: `schemas` where it is there, else `schemaPath`, as EventCatalog has it. */
export function schemaReferences(page: Page): readonly SchemaReference[] {
  const { schemas, schemaPath } = page.data;
  if (isJsonArray(schemas)) {
    return schemas.flatMap((entry, index) => (isJsonObject(entry) ? referenceOf(entry, `/schemas/${index}`) : []));
  }
  if (typeof schemaPath !== 'string' || schemaPath === '') return [];
  return [{ path: schemaPath, field: 'schemaPath', pointer: '/schemaPath', format: '', isDefault: true }];
}

function referenceOf(entry: JsonObject, pointer: JsonPointer): readonly SchemaReference[] {
  const path = firstText(entry['file'], entry['path']) ?? filePathOf(firstText(entry['ref']));
  if (path === undefined) return [];
  return [
    {
      path,
      field: 'schemas',
      pointer,
      format: firstText(entry['format'])?.toLowerCase() ?? '',
      isDefault: entry['default'] === true,
    },
  ];
}

function filePathOf(reference: string | undefined): string | undefined {
  if (reference === undefined || !reference.startsWith(FILE_REFERENCE)) return undefined;
  const path = reference.slice(FILE_REFERENCE.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function firstText(...values: readonly (JsonValue | undefined)[]): string | undefined {
  return values.filter((value) => typeof value === 'string').find((value) => value !== '');
}

const FORMAT_BY_ENDING: Readonly<Record<string, string>> = {
  avsc: 'avro',
  avro: 'avro',
  proto: 'protobuf',
  graphql: 'graphql',
  gql: 'graphql',
  xsd: 'xsd',
};

/** The format that a path's ending says; undefined for JSON and YAML, where only the content tells. */
export function formatOfPath(path: string): string | undefined {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (ending === 'json' || ending === 'yaml' || ending === 'yml') return undefined;
  return FORMAT_BY_ENDING[ending] ?? (ending === '' ? 'another format' : ending);
}

/** What a JSON or YAML document is when it is no JSON Schema; undefined when it may be one. */
export function foreignFormat(value: JsonValue): string | undefined {
  const probe = isJsonArray(value) ? value.find(isJsonObject) : value;
  if (!isJsonObject(probe)) return undefined;
  for (const format of ['openapi', 'swagger', 'asyncapi']) if (typeof probe[format] === 'string') return format;
  const isAvro = typeof probe['type'] === 'string' && ['record', 'enum', 'fixed'].includes(probe['type']);
  return isAvro && typeof probe['name'] === 'string' && probe['$schema'] === undefined ? 'avro' : undefined;
}
