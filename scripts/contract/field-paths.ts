import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { waysToRead } from '../model/field-path.ts';
import { isJsonArray } from '../model/json.ts';
import type { JsonObject, JsonSchema } from '../model/json.ts';
import { messageKey } from '../model/message.ts';
import { isSchema } from '../schema/walk.ts';
import type { SchemaSource } from '../snippets/schema-parts.ts';
import type { ContractedMessage } from './render-contract.ts';
import { declaresProperties, isOpenToMore, partsOf, propertySchemas } from './applicable-schemas.ts';

/** A service that names a field which the schema does not have is wrong about one of the two. */
export function fieldPathFaults(message: ContractedMessage): readonly Diagnostic[] {
  const source = { schema: message.schema.bundled, dialect: message.schema.dialect };
  return [...message.producers, ...message.consumers].flatMap(({ mentions }) =>
    mentions
      .filter(({ path }) => !isInSchema(path, source))
      .map(({ path, file, pointer }) =>
        diagnose('field-path-unknown', { path, message: messageKey(message) }, { file, pointer }),
      ),
  );
}

function isInSchema(path: string, source: SchemaSource): boolean {
  return waysToRead(path).some(({ items, names }) =>
    items === 0 ? mayBeThere(names, [source.schema], source) : mayHoldItems([source.schema], items, names, source),
  );
}

/** True also where the schema leaves it open: a map has any name, and what declares nothing may hold anything. */
function mayBeThere(names: readonly string[], schemas: readonly JsonSchema[], source: SchemaSource): boolean {
  if (names.length === 0) return true;
  const parts = partsOf(schemas, source);
  if (!declaresProperties(parts) && !mayBe('object', parts)) return false;
  if (!declaresProperties(parts) || isOpenToMore(parts)) return true;
  // A property's own name may have dots, so each way to read them is tried.
  return names.some((_name, index) => {
    const name = names.slice(0, index + 1).join('.');
    const property = name.replace(/(?:\[\])+$/, '');
    const depth = (name.length - property.length) / 2;
    const rest = names.slice(index + 1);
    const literal = depth === 0 ? [] : propertySchemas(parts, name);
    return (
      (literal.length > 0 && mayBeThere(rest, literal, source)) ||
      mayHoldItems(propertySchemas(parts, property), depth, rest, source)
    );
  });
}

/** So many levels of items down. */
function mayHoldItems(
  schemas: readonly JsonSchema[],
  depth: number,
  rest: readonly string[],
  source: SchemaSource,
): boolean {
  if (schemas.length === 0) return false;
  if (depth === 0) return mayBeThere(rest, schemas, source);
  const parts = partsOf(schemas, source);
  const items = parts.flatMap(anyItemSchemas);
  if (items.length === 0 && !mayBe('array', parts)) return false;
  return items.length === 0 || mayHoldItems(items, depth - 1, rest, source);
}

/** Where any alternative leaves it open, it is. */
function mayBe(type: 'object' | 'array', parts: readonly JsonObject[]): boolean {
  const stated = parts.map((part) => part['type']).filter((types) => types !== undefined);
  return stated.length === 0 || stated.some((types) => (isJsonArray(types) ? types.includes(type) : types === type));
}

const ITEMS = ['prefixItems', 'items', 'additionalItems', 'unevaluatedItems'] as const;

function anyItemSchemas(part: JsonObject): readonly JsonSchema[] {
  return ITEMS.flatMap((keyword) => {
    const held = part[keyword];
    return (isJsonArray(held) ? held : [held]).filter(isSchema).filter((schema) => schema !== false);
  });
}
