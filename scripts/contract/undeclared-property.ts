import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonSchema, JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import type { SchemaSource } from '../snippets/schema-parts.ts';
import { declaresProperties, isOpenToMore, itemSchemas, partsOf, propertySchemas } from './applicable-schemas.ts';

/** Whether a payload has a property, at any depth, where its schema declares properties but not this one. */
export function hasUndeclaredProperty(schema: JsonSchema, dialect: Dialect, value: JsonValue): boolean {
  return isUndeclaredBelow([schema], value, { schema, dialect });
}

function isUndeclaredBelow(schemas: readonly JsonSchema[], value: JsonValue, source: SchemaSource): boolean {
  const parts = partsOf(schemas, source);
  if (isJsonArray(value))
    return value.some((item, index) => isUndeclaredBelow(itemSchemas(parts, index), item, source));
  if (!isJsonObject(value)) return false;
  const declaresAny = declaresProperties(parts);
  const isOpen = isOpenToMore(parts);
  return Object.entries(value).some(([name, item]) => {
    const matching = propertySchemas(parts, name);
    if (matching.length === 0 && declaresAny && !isOpen) return true;
    return isUndeclaredBelow(matching, item, source);
  });
}
