import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { MessageSchema } from '../model/message.ts';
import { bundleSchema } from './bundle-schema.ts';
import { describeValue } from './describe-value.ts';
import type { Page } from './page.ts';
import { folderOf, resolveFrom } from './resource-path.ts';
import type { SchemaDocument } from './schema-document.ts';
import type { SchemaLibrary } from './schema-library.ts';
import { foreignFormat, formatOfPath, schemaReferences } from './schema-reference.ts';
import type { SchemaReference } from './schema-reference.ts';

/** The JSON Schema of a message, or what it has instead. */
export interface LoadedMessageSchema {
  readonly schema: MessageSchema | undefined;
  /** `json-schema`, `avro`, `protobuf`, `none`, … */
  readonly format: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The default schema of a message if that is JSON Schema, else the first one that is. */
export async function loadMessageSchema(
  page: Page,
  library: SchemaLibrary,
  paths: ReadonlySet<string>,
): Promise<LoadedMessageSchema> {
  const references = schemaReferences(page);
  if (references.length === 0) return withoutSchema(page, paths);
  const inOrder = references.toSorted((left, right) => Number(right.isDefault) - Number(left.isDefault));
  const loaded = await Promise.all(inOrder.map(async (reference) => loadReference(page, reference, library)));
  const chosen = loaded.find(({ format }) => format === 'json-schema') ?? loaded[0];
  if (chosen === undefined) return { schema: undefined, format: 'none', diagnostics: [] };
  return {
    ...chosen,
    diagnostics: [
      ...new Set([...loaded.filter((schema) => schema !== chosen).flatMap(errorsOf), ...chosen.diagnostics]),
    ],
  };
}

function errorsOf({ diagnostics }: LoadedMessageSchema): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function withoutSchema(page: Page, paths: ReadonlySet<string>): LoadedMessageSchema {
  const path = ['schema.json', 'schema.yaml', 'schema.yml'].find((name) => paths.has(`${folderOf(page.file)}/${name}`));
  const diagnostics =
    path === undefined ? [] : [diagnose('schema-not-declared', { path }, { file: page.file, line: 1, column: 1 })];
  return { schema: undefined, format: 'none', diagnostics };
}

async function loadReference(
  page: Page,
  reference: SchemaReference,
  library: SchemaLibrary,
): Promise<LoadedMessageSchema> {
  const place = { file: page.file, pointer: reference.pointer };
  const file = resolveFrom(page.file, reference.path);
  const format =
    reference.format === '' || reference.format.includes('json')
      ? formatOfPath(reference.path)
      : (formatOfPath(reference.path) ?? foreignName(reference.format));
  const fail = (...diagnostics: readonly Diagnostic[]): LoadedMessageSchema => ({
    schema: undefined,
    format: format ?? 'unknown',
    diagnostics,
  });
  if (file === undefined) return fail(diagnose('path-outside-catalog', { path: reference.path }, place));
  const loaded = await library.load(file);
  if (loaded.kind === 'missing')
    return fail(diagnose('schema-file-missing', { path: file, field: reference.field }, place));
  if (loaded.kind === 'outside') return fail(diagnose('path-outside-catalog', { path: reference.path }, place));
  if (format !== undefined) return fail();
  if (loaded.kind === 'unreadable') return fail(diagnose('file-unreadable', { reason: loaded.reason }, { file }));
  if (loaded.kind === 'invalid') return fail(...loaded.diagnostics);
  const foreign = foreignFormat(loaded.kind === 'data' ? loaded.value : loaded.document.schema);
  if (foreign !== undefined) return { schema: undefined, format: foreign, diagnostics: [] };
  if (loaded.kind === 'data')
    return fail(diagnose('schema-not-schema', { found: describeValue(loaded.value) }, { file, line: 1, column: 1 }));
  return bundled(loaded.document, loaded.diagnostics, library);
}

/** `format: yaml` says how a JSON Schema is written; any other name is a format of its own. */
function foreignName(format: string): string | undefined {
  return /^(?:yaml|yml|openapi-schema)$/.test(format) ? undefined : format;
}

async function bundled(
  document: SchemaDocument,
  warnings: readonly Diagnostic[],
  library: SchemaLibrary,
): Promise<LoadedMessageSchema> {
  const { schema, diagnostics } = await bundleSchema(document, library);
  const unknown = document.unknownDialect === undefined ? [] : [dialectWarning(document, document.unknownDialect)];
  return { schema, format: 'json-schema', diagnostics: [...warnings, ...unknown, ...diagnostics] };
}

function dialectWarning(document: SchemaDocument, found: string): Diagnostic {
  return diagnose(
    'schema-dialect-unknown',
    { found, used: document.dialect },
    { file: document.file, pointer: '/$schema' },
  );
}
