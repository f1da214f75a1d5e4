import {
  isJsonArray,
  isJsonObject,
  ownValue,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer, pointerSegments, type JsonPointer } from '../model/pointer.ts';
import { anchorKeywords } from './keywords.ts';
import { isSchema, walkSchema, type SchemaPlace } from './walk.ts';

/**
 * What a local `$ref` leads to: `#`, `#/a/b` (percent-encoded, with `~0` and `~1`) or `#anchor`. References are read
 * against the root, whatever an `$id` on the way says: bundling has made them so. Undefined: it leads nowhere.
 */
export function resolveLocalRef(root: JsonSchema, ref: string, dialect: Dialect): SchemaPlace | undefined {
  if (!ref.startsWith('#')) return undefined;
  const fragment = decodePercent(ref.slice(1));
  if (fragment === undefined) return undefined;
  return fragment === '' || fragment.startsWith('/')
    ? placeAtPointer(root, fragment)
    : placeOfAnchor(root, fragment, dialect);
}

/** The pointer that comes back is written in the one way that `appendPointer` writes it, so that places can be compared. */
function placeAtPointer(root: JsonSchema, fragment: JsonPointer): SchemaPlace | undefined {
  const segments = pointerSegments(fragment);
  const found = segments.reduce<JsonValue | undefined>(valueBelow, root);
  return isSchema(found) ? { pointer: appendPointer('', ...segments), schema: found } : undefined;
}

function valueBelow(value: JsonValue | undefined, segment: string): JsonValue | undefined {
  if (isJsonArray(value)) return /^(0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined;
  return isJsonObject(value) ? ownValue(value, segment) : undefined;
}

function placeOfAnchor(root: JsonSchema, name: string, dialect: Dialect): SchemaPlace | undefined {
  for (const place of walkSchema(root, dialect)) {
    if (typeof place.schema !== 'boolean' && hasAnchor(place.schema, name, dialect)) return place;
  }
  return undefined;
}

function hasAnchor(schema: JsonObject, name: string, dialect: Dialect): boolean {
  const keywords = anchorKeywords[dialect];
  if (keywords.length > 0) return keywords.some((keyword) => ownValue(schema, keyword) === name);
  return ownValue(schema, dialect === 'draft-04' ? 'id' : '$id') === `#${name}`;
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
