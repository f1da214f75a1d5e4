import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';

/**
 * True for a value that Hyperjump would read as a schema, since it looks for `$id`, `$ref` and the like in every object
 * of a document, those in `const` and `enum` too. (`undefined` is what it takes for the name of a keyword that a draft
 * does not have.)
 */
export function looksLikeSchema(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.some(looksLikeSchema);
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(([name, item]) =>
    typeof item === 'string' ? name === 'undefined' || name.startsWith('$') : looksLikeSchema(item),
  );
}

/** A schema that accepts exactly the values that equal one of the members, and says so without holding them. */
export function equalsOneOf(members: readonly JsonValue[], dialect: Dialect): JsonObject {
  // The double negation keeps `properties` and `items` from counting as evaluated.
  return { not: { not: { anyOf: members.map((member) => spellOut(member, dialect)) } } };
}

function spellOut(value: JsonValue, dialect: Dialect): JsonObject {
  if (isJsonArray(value)) {
    const tuple = dialect === '2020-12' ? 'prefixItems' : 'items';
    const items = value.map((item) => spellOut(item, dialect));
    return { type: 'array', minItems: value.length, maxItems: value.length, [tuple]: items };
  }
  if (!isJsonObject(value)) return { enum: [value] };
  const names = Object.keys(value);
  const properties = Object.entries(value).map(([name, item]) => [name, spellOut(item, dialect)] as const);
  return {
    type: 'object',
    required: names,
    maxProperties: names.length,
    properties: Object.fromEntries(properties),
  };
}
