import {
  isJsonArray,
  isJsonObject,
  ownValue,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { refHidesSiblings } from '../schema/keywords.ts';
import { resolveLocalRef } from '../schema/resolve-local-ref.ts';

/** A whole schema, and the draft that says how to read it. */
export interface SchemaSource {
  readonly schema: JsonSchema;
  readonly dialect: Dialect;
}

/** What the `$ref` of a schema leads to; undefined when it leads nowhere or out of the schema. */
export function referenced(schema: JsonObject, source: SchemaSource): JsonSchema | undefined {
  const ref = ownValue(schema, '$ref');
  return typeof ref === 'string' ? resolveLocalRef(source.schema, ref, source.dialect)?.schema : undefined;
}

/**
 * Every schema that a value has to satisfy at one place: the schema itself, the target of its `$ref`, and the members
 * of its `allOf`. Undefined when one of them cannot be told.
 */
export function schemaParts(schema: JsonValue | undefined, source: SchemaSource): readonly JsonObject[] | undefined {
  const parts = new Set<JsonObject>();
  return collect(schema, source, parts, new Set()) ? [...parts] : undefined;
}

function collect(
  schema: JsonValue | undefined,
  source: SchemaSource,
  parts: Set<JsonObject>,
  entered: Set<JsonObject>,
): boolean {
  if (schema === true) return true;
  if (!isJsonObject(schema)) return false;
  if (entered.has(schema)) return true;
  entered.add(schema);
  const hasRef = Object.hasOwn(schema, '$ref');
  const isHidden = hasRef && refHidesSiblings(source.dialect);
  if (!isHidden) parts.add(schema);
  if (hasRef && !collect(referenced(schema, source), source, parts, entered)) return false;
  const members = isHidden ? undefined : ownValue(schema, 'allOf');
  if (members === undefined) return true;
  return isJsonArray(members) && members.every((member) => collect(member, source, parts, entered));
}

/** The values of one keyword, from all the parts that have it. */
export function keywordValues(parts: readonly JsonObject[], keyword: string): readonly JsonValue[] {
  return parts.map((part) => ownValue(part, keyword)).filter((value) => value !== undefined);
}
