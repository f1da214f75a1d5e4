import type { Diagnostic } from '../model/diagnostic.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonSchema } from '../model/json.ts';
import type { MessageSchema, SchemaOrigin } from '../model/message.ts';
import { appendPointer, pointerSegments } from '../model/pointer.ts';
import { followRefs, targetKey } from './follow-refs.ts';
import type { FollowedRefs } from './follow-refs.ts';
import { fragmentOf } from './resolve-ref.ts';
import type { RefTarget } from './resolve-ref.ts';
import { rewriteSchema } from './rewrite-schema.ts';
import type { SchemaDocument } from './schema-document.ts';
import type { SchemaLibrary } from './schema-library.ts';

/** A schema with everything that it refers to drawn in. */
export interface Bundle {
  readonly schema: MessageSchema;
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
export async function bundleSchema(document: SchemaDocument, library: SchemaLibrary): Promise<Bundle> {
  const followed = await followRefs(document, library);
  const { root, diagnostics } = followed;
  const keyword = root.dialect.startsWith('draft-') ? 'definitions' : '$defs';
  const definitions = nameDefinitions([...followed.targets.values()], root, keyword);
  return {
    schema: {
      file: root.file,
      dialect: root.dialect,
      bundled: draw(followed, definitions, keyword),
      sources: [...new Set([root.file, ...[...definitions.values()].map(({ target }) => target.document.file)])],
      origins: [...definitions.values()].map((definition) => originOf(definition, keyword)),
    },
    diagnostics,
  };
}

function draw(
  { root, targetOf }: FollowedRefs,
  definitions: ReadonlyMap<string, Definition>,
  keyword: string,
): JsonSchema {
  const inner = [...root.resourceHolders].filter((holder) => holder !== root.schema).length;
  const staysAsWritten = ({ ref, target }: { ref: { ref: string }; target: RefTarget }) =>
    inner === 0 && target.document === root && ref.ref.startsWith('#');
  const followed = [...targetOf];
  if (inner === 0 && followed.every(([, one]) => staysAsWritten(one))) return root.schema;
  const refOf = (target: RefTarget): string => {
    if (target.document === root) return fragmentOf(target.pointer);
    return fragmentOf(appendPointer('', keyword, definitions.get(targetKey(target))?.name ?? ''));
  };
  const refs = new Map(
    followed.map(([holder, one]) => [holder, staysAsWritten(one) ? one.ref.ref : refOf(one.target)]),
  );
  const drawnIn = [...definitions.values()].map(
    ({ name, target }) => [name, rewriteSchema(target.schema, target.document, refs, 'part')] as const,
  );
  return withDefinitions(rewriteSchema(root.schema, root, refs, inner === 0 ? 'root' : 'flattened'), keyword, drawnIn);
}

function originOf({ name, target }: Definition, keyword: string): SchemaOrigin {
  return { prefix: appendPointer('', keyword, name), file: target.document.file, pointer: target.pointer };
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
    const own = pointerSegments(target.pointer).at(-1) ?? nameOfFile(target.document.file);
    const wanted = own === '' ? 'Definition' : own;
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
    taken.add(name);
    definitions.set(targetKey(target), { name, target });
  }
  return definitions;
}

function nameOfFile(file: string): string {
  const segments = file.split('/');
  const name = (segments.at(-1) ?? '').replace(/\.(?:json|ya?ml)$/i, '').replace(/\.schema$/i, '');
  return name.toLowerCase() === 'schema' ? (segments.at(-2) ?? name) : name;
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
