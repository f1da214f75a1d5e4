import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonSchema, JsonValue } from '../model/json.ts';
import { walkSchema } from '../schema/walk.ts';
import { DEFINITIONS } from './schema-document.ts';
import type { SchemaDocument } from './schema-document.ts';

/** The root of a bundle keeps its address and its anchors; once it is flattened, or is a part of another, it has none. */
export type BundleRole = 'root' | 'flattened' | 'part';

/**
 * A copy with each `$ref` rewritten. What gives an inner schema an address or a name goes: it would turn the rewritten
 * references around, and two files may have used the same.
 */
export function rewriteSchema(
  root: JsonSchema,
  document: SchemaDocument,
  refs: ReadonlyMap<JsonObject, string>,
  role: BundleRole,
): JsonSchema {
  const idKeyword = document.dialect === 'draft-04' ? 'id' : '$id';
  const schemas = new Set<JsonValue>([...walkSchema(root, document.dialect)].map(({ schema }) => schema));
  const isDropped = (holder: JsonObject, key: string, item: JsonValue): boolean => {
    // What of them is referred to has been drawn in by itself.
    if (role === 'part' && DEFINITIONS.includes(key) && schemas.has(holder)) return true;
    if (holder === root) return role === 'part' && [idKeyword, '$schema', '$anchor', '$dynamicAnchor'].includes(key);
    if (key === '$anchor' || key === '$dynamicAnchor') return role !== 'root' && schemas.has(holder);
    if (key === idKeyword && typeof item === 'string' && item.startsWith('#'))
      return role !== 'root' && schemas.has(holder);
    return document.resourceHolders.has(holder) && (key === idKeyword || key === '$schema');
  };
  const copy = (value: JsonValue): JsonValue => {
    if (isJsonArray(value)) return value.map(copy);
    if (!isJsonObject(value)) return value;
    const ref = refs.get(value);
    const kept = Object.entries(value).filter(([key, item]) => !isDropped(value, key, item));
    return Object.fromEntries(kept.map(([key, item]) => [key, key === '$ref' && ref !== undefined ? ref : copy(item)]));
  };
  const copied = copy(root);
  return typeof copied === 'boolean' || isJsonObject(copied) ? copied : {};
}
