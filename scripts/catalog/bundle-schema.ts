import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonSchema, JsonValue } from '../model/json.ts';
import { appendPointer } from '../model/pointer.ts';
import type { SchemaOrigin } from '../model/message.ts';
import { resolveRef } from './resolve-ref.ts';
import type { RefTarget } from './resolve-ref.ts';
import { refsBelow } from './schema-library.ts';
import type { SchemaDocument, SchemaLibrary, SchemaRef } from './schema-library.ts';

/** A schema with everything that it refers to drawn in. */
export interface Bundle {
  readonly schema: JsonSchema;
  /** Every file that was read for it, its own first. */
  readonly sources: readonly string[];
  readonly origins: readonly SchemaOrigin[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Definition {
  readonly name: string;
  readonly target: RefTarget;
}

/**
 * Draws every schema of another file that is referred to, and nothing else, into `$defs` (`definitions` up to draft-07),
 * under the name that it has there, and points each `$ref` at it. Recursion across files stays recursion.
 */
export async function bundleSchema(root: SchemaDocument, library: SchemaLibrary): Promise<Bundle> {
  const diagnostics: Diagnostic[] = [];
  const found = await followRefs(root, library, diagnostics);
  const keyword = root.dialect.startsWith('draft-') ? 'definitions' : '$defs';
  const definitions = nameDefinitions([...found.targets.values()], root, keyword);
  const refOf = (target: RefTarget): string => {
    const inside =
      target.document === root
        ? target.pointer
        : `/${keyword}/${definitions.get(keyOf(target))?.name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return `#${encodeURI(inside).replaceAll('#', '%23')}`;
  };
  const rewritten = new Map(
    [...found.targetOf].map(([holder, { target, asWritten }]) => [holder, asWritten ?? refOf(target)]),
  );
  const drawnIn = [...definitions.values()].map(({ name, target }) => {
    const copied = rewrite(target.schema, target.document, rewritten);
    return [name, target.pointer === '' ? withoutIdentity(copied) : copied] as const;
  });
  const isWhole =
    [...found.targetOf.values()].every(({ asWritten }) => asWritten !== undefined) &&
    root.resourceHolders.size <= (isJsonObject(root.schema) && root.resourceHolders.has(root.schema) ? 1 : 0);
  return {
    schema: isWhole ? root.schema : withDefinitions(rewrite(root.schema, root, rewritten), keyword, drawnIn),
    sources: [...new Set([root.file, ...[...definitions.values()].map(({ target }) => target.document.file)])],
    origins: [...definitions.values()].map(({ name, target }) => ({
      prefix: appendPointer('', keyword, name),
      file: target.document.file,
      pointer: target.pointer,
    })),
    diagnostics,
  };
}

interface FollowedRefs {
  /** Targets in other files, by file and pointer, in the order in which they are met. */
  readonly targets: ReadonlyMap<string, RefTarget>;
  /** The schema that holds a `$ref`, to what it means. */
  readonly targetOf: ReadonlyMap<JsonObject, FollowedRef>;
}

interface FollowedRef {
  readonly target: RefTarget;
  /** The `$ref` itself where it can stay. */
  readonly asWritten: string | undefined;
}

async function followRefs(
  root: SchemaDocument,
  library: SchemaLibrary,
  diagnostics: Diagnostic[],
): Promise<FollowedRefs> {
  const start: RefTarget = { document: root, pointer: '', schema: root.schema };
  const met = new Map<string, RefTarget>([[keyOf(start), start]]);
  const targetOf = new Map<JsonObject, FollowedRef>();
  const queue = [start];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const ref of refsBelow(next.document, next.pointer, next.schema)) {
      if (targetOf.has(ref.holder)) continue;
      const target = await followRef(ref, next.document, root, library, diagnostics);
      if (target === undefined) continue;
      targetOf.set(ref.holder, {
        target,
        asWritten: staysAsWritten(ref, next.document, target, root) ? ref.ref : undefined,
      });
      if (met.has(keyOf(target))) continue;
      met.set(keyOf(target), target);
      queue.push(target);
    }
  }
  return { targets: new Map([...met].filter(([, { document }]) => document !== root)), targetOf };
}

async function followRef(
  ref: SchemaRef,
  document: SchemaDocument,
  root: SchemaDocument,
  library: SchemaLibrary,
  diagnostics: Diagnostic[],
): Promise<RefTarget | undefined> {
  const place = { file: document.file, pointer: appendPointer(ref.pointer, ref.keyword) };
  if (ref.keyword !== '$ref') {
    diagnostics.push(diagnose('ref-dynamic', { keyword: ref.keyword }, place));
    return undefined;
  }
  const resolved = await resolveRef(ref, document, library);
  if (resolved.kind === 'fault') {
    diagnostics.push(...resolved.diagnostics(place));
    return undefined;
  }
  const { target } = resolved;
  if (target.document !== root && target.document.namesDialect && target.document.dialect !== root.dialect) {
    const facts = { target: target.document.file, found: target.document.dialect, expected: root.dialect };
    diagnostics.push(diagnose('schema-dialect-mixed', facts, place));
  }
  return target;
}

function staysAsWritten(ref: SchemaRef, document: SchemaDocument, target: RefTarget, root: SchemaDocument): boolean {
  return document === root && target.document === root && ref.resourcePointer === '' && ref.ref.startsWith('#');
}

function keyOf(target: RefTarget): string {
  return `${target.document.file}#${target.pointer}`;
}

/** The last segment of the pointer, or the file's name; a number is added where that is taken. */
function nameDefinitions(
  targets: readonly RefTarget[],
  root: SchemaDocument,
  keyword: string,
): ReadonlyMap<string, Definition> {
  const existing = isJsonObject(root.schema) ? root.schema[keyword] : undefined;
  const taken = new Set(isJsonObject(existing) ? Object.keys(existing) : []);
  const definitions = new Map<string, Definition>();
  for (const target of targets) {
    const wanted =
      target.pointer === ''
        ? nameOfFile(target.document.file)
        : (target.pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
    let name = wanted === '' ? 'Definition' : wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
    taken.add(name);
    definitions.set(keyOf(target), { name, target });
  }
  return definitions;
}

function nameOfFile(file: string): string {
  const segments = file.split('/');
  const name = (segments.at(-1) ?? '').replace(/\.(?:json|ya?ml)$/i, '').replace(/\.schema$/i, '');
  return name.toLowerCase() === 'schema' ? (segments.at(-2) ?? name) : name;
}

/** A copy with each `$ref` rewritten; inner `$id`s go, since they would turn local references around. */
function rewrite(root: JsonSchema, document: SchemaDocument, refs: ReadonlyMap<JsonObject, string>): JsonSchema {
  const idKeyword = document.dialect === 'draft-04' ? 'id' : '$id';
  const copy = (value: JsonValue): JsonValue => {
    if (isJsonArray(value)) return value.map(copy);
    if (!isJsonObject(value)) return value;
    const ref = refs.get(value);
    const dropped = value !== document.schema && document.resourceHolders.has(value) ? [idKeyword, '$schema'] : [];
    const kept = Object.entries(value).filter(([key]) => !dropped.includes(key));
    return Object.fromEntries(kept.map(([key, item]) => [key, key === '$ref' && ref !== undefined ? ref : copy(item)]));
  };
  const copied = copy(root);
  return typeof copied === 'boolean' || isJsonObject(copied) ? copied : {};
}

/** A schema that was a whole file says which draft it is in and what its address is; inside another it must not. */
function withoutIdentity(schema: JsonSchema): JsonSchema {
  if (!isJsonObject(schema)) return schema;
  const { $schema: _dialect, $id: _id, ...rest } = schema;
  return rest;
}

function withDefinitions(
  schema: JsonSchema,
  keyword: string,
  drawnIn: readonly (readonly [string, JsonSchema])[],
): JsonSchema {
  if (drawnIn.length === 0 || !isJsonObject(schema)) return schema;
  const existing = schema[keyword];
  return {
    ...schema,
    [keyword]: Object.fromEntries([...(isJsonObject(existing) ? Object.entries(existing) : []), ...drawnIn]),
  };
}
