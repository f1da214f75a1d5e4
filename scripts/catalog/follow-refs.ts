import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { JsonObject } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer } from '../model/pointer.ts';
import { resolveRef } from './resolve-ref.ts';
import type { RefTarget } from './resolve-ref.ts';
import { refsBelow } from './schema-document.ts';
import type { SchemaDocument, SchemaRef } from './schema-document.ts';
import type { SchemaLibrary } from './schema-library.ts';

/** Everything that a schema refers to, directly or not. */
export interface FollowedRefs {
  /** The schema's own document, in the draft that all of it is read in. */
  readonly root: SchemaDocument;
  /** Targets in other files, by file and pointer, in the order in which they are met. */
  readonly targets: ReadonlyMap<string, RefTarget>;
  /** The schema that holds a `$ref`, to what it means. */
  readonly targetOf: ReadonlyMap<JsonObject, FollowedRef>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FollowedRef {
  readonly ref: SchemaRef;
  readonly target: RefTarget;
}

/** Follows every `$ref` of a schema. One that names no draft, and looks like any, is read in the draft of what it uses. */
export async function followRefs(document: SchemaDocument, library: SchemaLibrary): Promise<FollowedRefs> {
  const followed = await followIn(document, library);
  if (document.namesDialect || document.dialect !== 'draft-07') return followed;
  const named = [...followed.targets.values()].find((target) => target.document.namesDialect)?.document.dialect;
  return named === undefined || named === document.dialect
    ? followed
    : followIn(library.inDialect(document, named), library);
}

async function followIn(root: SchemaDocument, library: SchemaLibrary): Promise<FollowedRefs> {
  const diagnostics: Diagnostic[] = [];
  const start: RefTarget = { document: root, pointer: '', schema: root.schema };
  const met = new Map<string, RefTarget>([[targetKey(start), start]]);
  const targetOf = new Map<JsonObject, FollowedRef>();
  const seen = new Set<JsonObject>();
  const queue = [start];
  for (const next of queue) {
    for (const ref of refsBelow(next.document, next, next === start)) {
      if (seen.has(ref.holder)) continue;
      seen.add(ref.holder);
      const target = await followRef(ref, next.document, root.dialect, library, diagnostics);
      if (target === undefined) continue;
      targetOf.set(ref.holder, { ref, target });
      if (met.has(targetKey(target))) continue;
      met.set(targetKey(target), target);
      queue.push(target);
    }
  }
  const targets = new Map([...met].filter(([, { document }]) => document !== root));
  return { root, targets, targetOf, diagnostics };
}

async function followRef(
  ref: SchemaRef,
  document: SchemaDocument,
  dialect: Dialect,
  library: SchemaLibrary,
  diagnostics: Diagnostic[],
): Promise<RefTarget | undefined> {
  const place = { file: document.file, pointer: appendPointer(ref.pointer, ref.keyword) };
  if (ref.keyword !== '$ref') {
    diagnostics.push(diagnose('ref-dynamic', { keyword: ref.keyword }, place));
    return undefined;
  }
  const resolved = await resolveRef(ref, document, dialect, library);
  if (resolved.kind === 'fault') {
    diagnostics.push(...resolved.diagnostics(place));
    return undefined;
  }
  const { target } = resolved;
  if (target.document.dialect !== dialect) {
    const facts = { target: target.document.file, found: target.document.dialect, expected: dialect };
    diagnostics.push(diagnose('schema-dialect-mixed', facts, place));
  }
  return target;
}

/** One target has one key, however it is referred to. */
export function targetKey(target: RefTarget): string {
  return `${target.document.file}#${target.pointer}`;
}
