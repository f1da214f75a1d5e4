import type { Diagnostic } from '../model/diagnostic.ts';
import { isJsonObject, ownValue } from '../model/json.ts';
import type { JsonObject, JsonSchema, JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { detectDialect } from '../schema/dialect.ts';
import { walkSchema } from '../schema/walk.ts';
import type { FileTree } from './file-tree.ts';
import { isDataFile, parseData } from './parse-data.ts';

/** A `$ref` where it stands. */
export interface SchemaRef {
  readonly ref: string;
  /** The keyword: `$ref`, or one of those that cannot be followed. */
  readonly keyword: string;
  readonly holder: JsonObject;
  readonly pointer: JsonPointer;
  /** The nearest `$id` around it, resolved; empty when there is none. */
  readonly base: string;
  /** Where the resource with that `$id` starts. */
  readonly resourcePointer: JsonPointer;
}

/** A schema file, parsed, with all that a bundle needs to know of it. */
export interface SchemaDocument {
  readonly file: string;
  readonly schema: JsonSchema;
  readonly dialect: Dialect;
  /** What `$schema` says, if that is no draft that we know. */
  readonly unknownDialect: string | undefined;
  readonly namesDialect: boolean;
  /** Resolved `$id` to the place that it names. */
  readonly resources: ReadonlyMap<string, JsonPointer>;
  /** The schemas that have an `$id` of their own. */
  readonly resourceHolders: ReadonlySet<JsonObject>;
}

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
  return {
    load,
    findById: async (id) => {
      byId ??= indexById(paths, load);
      return (await byId).get(id);
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
  return { kind: 'schema', document: documentOf(file, value), diagnostics };
}

function documentOf(file: string, schema: JsonSchema): SchemaDocument {
  const { dialect, unknown } = detectDialect(schema);
  const resources = new Map<string, JsonPointer>();
  const resourceHolders = new Set<JsonObject>();
  for (const { pointer, schema: holder } of walkSchema(schema, dialect)) {
    const id = isJsonObject(holder) ? ownId(holder, dialect) : undefined;
    if (id === undefined || !isJsonObject(holder)) continue;
    resources.set(resolveUri(id, enclosingResource(resources, pointer).base), pointer);
    resourceHolders.add(holder);
  }
  const namesDialect = isJsonObject(schema) && typeof schema['$schema'] === 'string';
  return { file, schema, dialect, unknownDialect: unknown, namesDialect, resources, resourceHolders };
}

const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

/** Every reference below a place of a document, which need not be one where the document itself expects a schema. */
export function refsBelow(document: SchemaDocument, start: JsonPointer, schema: JsonSchema): readonly SchemaRef[] {
  return [...walkSchema(schema, document.dialect)].flatMap(({ pointer: below, schema: holder }) => {
    if (!isJsonObject(holder)) return [];
    const pointer = `${start}${below}`;
    const { base, pointer: resourcePointer } = enclosingResource(document.resources, pointer);
    return REFERENCES.flatMap((keyword) => {
      const ref = ownValue(holder, keyword);
      return typeof ref === 'string' ? [{ ref, keyword, holder, pointer, base, resourcePointer }] : [];
    });
  });
}

/** The innermost resource around a place: its address, empty where there is none, and where it starts. */
function enclosingResource(
  resources: ReadonlyMap<string, JsonPointer>,
  place: JsonPointer,
): { readonly base: string; readonly pointer: JsonPointer } {
  let innermost = { base: '', pointer: '' };
  for (const [base, pointer] of resources) {
    const isAround = pointer === '' || place === pointer || place.startsWith(`${pointer}/`);
    if (isAround && (innermost.base === '' || pointer.length >= innermost.pointer.length))
      innermost = { base, pointer };
  }
  return innermost;
}

/** The `$id` (`id` in draft-04) that makes a schema a resource of its own; `#name` is only an anchor. */
function ownId(schema: JsonObject, dialect: Dialect): string | undefined {
  const id = schema[dialect === 'draft-04' ? 'id' : '$id'];
  if (typeof id !== 'string' || id.startsWith('#')) return undefined;
  // In draft-07 and before, a $ref hides everything beside it.
  if (dialect.startsWith('draft-') && typeof schema['$ref'] === 'string') return undefined;
  return id.replace(/#$/, '');
}

/** A relative address stays relative when there is no absolute one around it. */
export function resolveUri(reference: string, base: string): string {
  try {
    return new URL(reference, base === '' ? undefined : base).href;
  } catch {
    return reference;
  }
}
