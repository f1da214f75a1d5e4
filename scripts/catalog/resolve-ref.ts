import type { Diagnostic, DiagnosticPlace } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { JsonSchema } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { resolveLocalRef } from '../schema/resolve-local-ref.ts';
import { resolveFrom } from './resource-path.ts';
import { resolveUri } from './schema-document.ts';
import type { SchemaDocument, SchemaRef } from './schema-document.ts';
import type { LoadedSchema, SchemaLibrary } from './schema-library.ts';

/** A place in a schema file that a `$ref` leads to. */
export interface RefTarget {
  readonly document: SchemaDocument;
  readonly pointer: JsonPointer;
  readonly schema: JsonSchema;
}

export type ResolvedRef =
  | { readonly kind: 'target'; readonly target: RefTarget }
  | { readonly kind: 'fault'; readonly diagnostics: (place: DiagnosticPlace) => readonly Diagnostic[] };

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Finds what a `$ref` means without leaving the catalog: in the same resource, under an `$id` of the same file, in a file
 * beside it, under an `$id` of any file of the catalog.
 */
export async function resolveRef(
  ref: SchemaRef,
  document: SchemaDocument,
  dialect: Dialect,
  library: SchemaLibrary,
): Promise<ResolvedRef> {
  const hash = ref.ref.indexOf('#');
  const address = hash === -1 ? ref.ref : ref.ref.slice(0, hash);
  const fragment = hash === -1 ? '' : ref.ref.slice(hash + 1);
  if (address === '') return inDocument(ref, document, ref.resourcePointer, fragment);
  const absolute = resolveUri(address, ref.base);
  const own = document.resources.get(absolute) ?? document.resources.get(address);
  if (own !== undefined) return inDocument(ref, document, own, fragment);
  if (!ABSOLUTE.test(address)) {
    const beside = await besideFile(ref, document, address, fragment, dialect, library);
    if (beside !== undefined) return beside;
  }
  const elsewhere = ABSOLUTE.test(absolute) ? await library.findById(absolute) : undefined;
  if (elsewhere !== undefined)
    return inDocument(ref, library.inDialect(elsewhere, dialect), elsewhere.resources.get(absolute) ?? '', fragment);
  if (ABSOLUTE.test(address)) return fault((place) => diagnose('ref-remote', { ref: ref.ref }, place));
  return fault((place) =>
    diagnose(
      'ref-target-missing',
      { ref: ref.ref, reason: `no file ${besidePath(document, address) ?? address}` },
      place,
    ),
  );
}

function besidePath(document: SchemaDocument, address: string): string | undefined {
  return resolveFrom(document.file, address);
}

async function besideFile(
  ref: SchemaRef,
  document: SchemaDocument,
  address: string,
  fragment: string,
  dialect: Dialect,
  library: SchemaLibrary,
): Promise<ResolvedRef | undefined> {
  for (const path of new Set([address, decoded(address)])) {
    const file = resolveFrom(document.file, path);
    if (file === undefined) return fault((place) => diagnose('path-outside-catalog', { path }, place));
    const loaded = await library.load(file);
    if (loaded.kind === 'schema') return inDocument(ref, library.inDialect(loaded.document, dialect), '', fragment);
    if (loaded.kind !== 'missing') return fault(...unusable(loaded, file, ref.ref));
  }
  return undefined;
}

function unusable(
  loaded: Exclude<LoadedSchema, { kind: 'schema' | 'missing' }>,
  file: string,
  ref: string,
): readonly ((place: DiagnosticPlace) => Diagnostic)[] {
  switch (loaded.kind) {
    case 'outside':
      return [(place) => diagnose('path-outside-catalog', { path: file }, place)];
    case 'unreadable':
      return [() => diagnose('file-unreadable', { reason: loaded.reason }, { file })];
    case 'data':
      return [(place) => diagnose('ref-target-missing', { ref, reason: `${file}, which is no schema` }, place)];
    case 'invalid':
      return loaded.diagnostics.map((diagnostic) => () => diagnostic);
  }
}

/**
 * Many give every schema of a file an `$id` and still count from the top of the file, as most tools read it: what is not
 * found in the resource is looked for there.
 */
function inDocument(ref: SchemaRef, document: SchemaDocument, resource: JsonPointer, fragment: string): ResolvedRef {
  for (const start of new Set([resource, ''])) {
    const from = resolveLocalRef(document.schema, fragmentOf(start), document.dialect)?.schema;
    const found = from === undefined ? undefined : resolveLocalRef(from, `#${fragment}`, document.dialect);
    if (found !== undefined)
      return { kind: 'target', target: { document, pointer: `${start}${found.pointer}`, schema: found.schema } };
  }
  return fault((place) =>
    diagnose('ref-target-missing', { ref: ref.ref, reason: `no schema at #${fragment} in ${document.file}` }, place),
  );
}

/** A pointer as the fragment of a `$ref`. */
export function fragmentOf(pointer: JsonPointer): string {
  return `#${encodeURI(pointer).replaceAll('#', '%23')}`;
}

function fault(...diagnostics: readonly ((place: DiagnosticPlace) => Diagnostic)[]): ResolvedRef {
  return { kind: 'fault', diagnostics: (place) => diagnostics.map((diagnosticAt) => diagnosticAt(place)) };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
