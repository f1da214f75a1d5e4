import type { Diagnostic } from '../model/diagnostic.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import type { FileTree } from './file-tree.ts';
import { isDataFile, parseData } from './parse-data.ts';
import { readDocument, readDocumentAs } from './schema-document.ts';
import type { SchemaDocument } from './schema-document.ts';

export type LoadedSchema =
  | { readonly kind: 'schema'; readonly document: SchemaDocument; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'data'; readonly value: JsonValue }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

/** Schema files by path, each read and parsed once. */
export interface SchemaLibrary {
  readonly load: (file: string) => Promise<LoadedSchema>;
  /** The file whose schema has this address as its `$id`. Reads the catalog's data files when it is first asked. */
  readonly findById: (id: string) => Promise<SchemaDocument | undefined>;
  /** The document as one of this draft, unless it names its own: a file that names none means what its user means. */
  readonly inDialect: (document: SchemaDocument, dialect: Dialect) => SchemaDocument;
}

export function schemaLibrary(tree: FileTree, paths: readonly string[]): SchemaLibrary {
  const loaded = new Map<string, Promise<LoadedSchema>>();
  const load = (file: string): Promise<LoadedSchema> => {
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const loading = loadSchema(tree, file);
    loaded.set(file, loading);
    return loading;
  };
  let byId: Promise<ReadonlyMap<string, SchemaDocument>> | undefined;
  const reread = new Map<string, SchemaDocument>();
  return {
    load,
    findById: async (id) => {
      byId ??= indexById(paths, load);
      return (await byId).get(id);
    },
    inDialect: (document, dialect) => {
      if (document.namesDialect || document.dialect === dialect) return document;
      const key = `${dialect} ${document.file}`;
      const known = reread.get(key) ?? readDocumentAs(document, dialect);
      reread.set(key, known);
      return known;
    },
  };
}

async function indexById(
  paths: readonly string[],
  load: SchemaLibrary['load'],
): Promise<ReadonlyMap<string, SchemaDocument>> {
  const all = await Promise.all(paths.filter((path) => isDataFile(path) && !path.startsWith('public/')).map(load));
  const documents = all.flatMap((schema) => (schema.kind === 'schema' ? [schema.document] : []));
  return new Map(
    documents.toReversed().flatMap((document) => [...document.resources.keys()].map((id) => [id, document] as const)),
  );
}

async function loadSchema(tree: FileTree, file: string): Promise<LoadedSchema> {
  const content = await tree.read(file);
  if (content.kind !== 'text') return content;
  const { value, diagnostics } = parseData(content.text, file, 'bound-not-exact');
  if (value === undefined || diagnostics.some(({ severity }) => severity === 'error'))
    return { kind: 'invalid', diagnostics };
  if (typeof value !== 'boolean' && !isJsonObject(value)) return { kind: 'data', value };
  return { kind: 'schema', document: readDocument(file, value), diagnostics };
}
