import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { MessageSchema, MessageVersion } from '../model/message.ts';
import { originOf } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { UserError } from '../model/user-error.ts';
import { bundleSchema } from './bundle-schema.ts';
import { diskTree } from './disk-tree.ts';
import type { FileTree } from './file-tree.ts';
import { loadCatalog } from './load-catalog.ts';
import { placesInFile } from './parse-data.ts';
import type { TextPosition } from './parsed.ts';
import { schemaLibrary } from './schema-library.ts';
import { compareVersions } from '../model/version-order.ts';

/** A place of a schema, in the file that a person wrote. */
export interface FilePlace extends Partial<TextPosition> {
  readonly file: string;
}

/** One side of a comparison. */
export interface ComparedSchema {
  /** What the report calls it: a path, or `OutOfStock 0.0.4`. */
  readonly label: string;
  readonly schema: MessageSchema;
  readonly version: string | undefined;
  /** Finds the file, line and column of a place of the bundled schema. */
  readonly placeOf: (pointer: JsonPointer) => FilePlace;
  readonly diagnostics: readonly Diagnostic[];
}

/** A schema file. References are followed inside the catalog, or, for a file outside of it, inside the file's folder. */
export async function loadSchemaFile(path: string, catalog: string): Promise<ComparedSchema> {
  const [file, root] = [resolve(path), resolve(catalog)];
  const inside = relative(root, file);
  const isInside = !isAbsolute(inside) && inside.split(sep)[0] !== '..';
  const tree = diskTree(isInside ? root : dirname(file));
  const name = isInside ? inside.split(sep).join('/') : basename(file);
  const library = schemaLibrary(tree, isInside ? await tree.list() : [name]);
  const loaded = await library.load(name);
  switch (loaded.kind) {
    case 'missing':
      throw new UserError(`There is no file ${path}. Name two schema files, or a message and two of its versions.`);
    case 'outside':
      throw new UserError(`${path} is a link that leads out of the catalog. Name the file itself.`);
    case 'unreadable':
      throw new UserError(`${path} cannot be read: ${loaded.reason}.`);
    case 'data':
      throw new UserError(`${path} is no JSON Schema: expected an object of keywords, true or false.`);
    case 'invalid':
      throw new UserError(`${path} cannot be read as a schema. ${await firstFault(tree, loaded.diagnostics)}`);
    case 'schema': {
      const { schema, diagnostics } = await bundleSchema(loaded.document, library);
      return { label: path, schema, version: undefined, diagnostics, placeOf: await placeFinder(schema, tree, path) };
    }
  }
}

async function firstFault(tree: FileTree, diagnostics: readonly Diagnostic[]): Promise<string> {
  const [first] = diagnostics.filter(({ severity }) => severity === 'error');
  if (first === undefined) return '';
  const content = await tree.read(first.file);
  const found = content.kind === 'text' ? placesInFile(content.text, first.file)(first.pointer ?? '') : undefined;
  const { line, column } = { line: first.line ?? found?.line, column: first.column ?? found?.column };
  return `${line === undefined ? '' : `Line ${line}, column ${column ?? 1}: `}${first.message} ${first.help}`;
}

/** Two versions of a message. `latest` names the newest. */
export async function loadMessageVersions(
  id: string,
  versions: readonly [string, string],
  catalog: string,
): Promise<readonly [ComparedSchema, ComparedSchema]> {
  const tree = diskTree(catalog);
  const loaded = await loadCatalog(tree);
  const messages = loaded.catalog.messages.filter((message) => message.id === id);
  if (messages.length === 0) throw new UserError(unknownMessage(id, loaded.catalog.messages));
  const load = async (version: string): Promise<ComparedSchema> => {
    const message = messages.find((one) => one.version === version || (version === 'latest' && one.isLatest));
    if (message === undefined) throw new UserError(unknownVersion(id, version, messages));
    const { schema } = message;
    const key = `${id}@${message.version}`;
    if (loaded.brokenSchemas.has(key)) throw new UserError(brokenSchema(key, message, loaded.diagnostics));
    if (schema === undefined)
      throw new UserError(
        `${key} has no JSON Schema (it has: ${message.schemaFormat}), so there is nothing to compare.`,
      );
    const label = `${id} ${message.version}`;
    return {
      label,
      schema,
      version: message.version,
      diagnostics: [],
      placeOf: await placeFinder(schema, tree, schema.file),
    };
  };
  return [await load(versions[0]), await load(versions[1])];
}

function unknownMessage(id: string, messages: readonly MessageVersion[]): string {
  const ids = [...new Set(messages.map((message) => message.id))];
  const alike = ids.find((known) => known.toLowerCase() === id.toLowerCase());
  if (alike !== undefined) return `There is no message ${id}. Did you mean ${alike}?`;
  return `There is no message ${id}. The catalog has ${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ` and ${ids.length - 10} more` : ''}.`;
}

function unknownVersion(id: string, version: string, messages: readonly MessageVersion[]): string {
  const known = messages.map((message) => message.version).toSorted(compareVersions);
  return `${id} has no version ${version}. It has ${known.join(', ')}.`;
}

function brokenSchema(key: string, { schema, file }: MessageVersion, diagnostics: readonly Diagnostic[]): string {
  const files = new Set([file, ...(schema?.sources ?? [])]);
  const [first] = diagnostics.filter((one) => one.severity === 'error' && files.has(one.file));
  const fault = first === undefined ? '' : ` ${first.file}: ${first.message} ${first.help}`;
  return `The schema of ${key} cannot be loaded.${fault}`;
}

/** Texts are parsed again for their positions, each once, and only where somebody asks. */
export async function placeFinder(
  schema: MessageSchema,
  tree: FileTree,
  shownFile: string,
): Promise<ComparedSchema['placeOf']> {
  const finders = new Map<string, (pointer: JsonPointer) => TextPosition | undefined>();
  for (const file of schema.sources) {
    const content = await tree.read(file);
    if (content.kind === 'text')
      finders.set(
        file,
        lazily(() => placesInFile(content.text, file)),
      );
  }
  return (pointer) => {
    const { file, pointer: own } = originOf(schema, pointer);
    return { file: file === schema.file ? shownFile : file, ...finders.get(file)?.(own) };
  };
}

function lazily(
  make: () => (pointer: JsonPointer) => TextPosition | undefined,
): (pointer: JsonPointer) => TextPosition | undefined {
  let made: ((pointer: JsonPointer) => TextPosition | undefined) | undefined;
  return (pointer) => (made ??= make())(pointer);
}
