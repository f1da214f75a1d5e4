import { isJsonArray, isJsonObject, ownValue } from '../model/json.ts';
import type { JsonObject, JsonSchema } from '../model/json.ts';
import { refHidesSiblings } from '../schema/keywords.ts';
import { resolveLocalRef } from '../schema/resolve-local-ref.ts';
import { isSchema, schemasBelow } from '../schema/walk.ts';
import type { SchemaSource } from '../snippets/schema-parts.ts';

const IN_PLACE = {
  allOf: 'list',
  anyOf: 'list',
  oneOf: 'list',
  if: 'schema',
  then: 'schema',
  else: 'schema',
  dependentSchemas: 'map',
  dependencies: 'map-or-names',
} as const;

/** Every schema that may speak at the same place, through `$ref` and the keywords that apply in place. */
export function partsOf(
  schemas: readonly JsonSchema[],
  { schema: root, dialect }: SchemaSource,
): readonly JsonObject[] {
  const parts = new Set<JsonObject>();
  const open = [...schemas];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isJsonObject(next) || parts.has(next)) continue;
    parts.add(next);
    const ref = ownValue(next, '$ref');
    const target = typeof ref === 'string' ? resolveLocalRef(root, ref, dialect)?.schema : undefined;
    if (target !== undefined) open.push(target);
    if (typeof ref === 'string' && refHidesSiblings(dialect)) continue;
    for (const [keyword, shape] of Object.entries(IN_PLACE)) {
      const below = ownValue(next, keyword);
      if (below !== undefined) open.push(...[...schemasBelow(below, shape, '')].map(({ schema }) => schema));
    }
  }
  return [...parts];
}

export function propertySchemas(parts: readonly JsonObject[], name: string): readonly JsonSchema[] {
  return parts.flatMap((part) => {
    const { properties, patternProperties, additionalProperties } = part;
    const declared = isJsonObject(properties) ? ownValue(properties, name) : undefined;
    const patterns = isJsonObject(patternProperties)
      ? Object.entries(patternProperties).filter(([pattern]) => matches(pattern, name))
      : [];
    const found = [declared, ...patterns.map(([, schema]) => schema)].filter(isSchema);
    return found.length === 0 && isSchema(additionalProperties) && additionalProperties !== false
      ? [additionalProperties]
      : found;
  });
}

export function itemSchemas(parts: readonly JsonObject[], index: number): readonly JsonSchema[] {
  return parts.flatMap((part) => {
    const tuple = [part['prefixItems'], part['items']].find(isJsonArray) ?? [];
    const rest = isJsonArray(part['items']) ? part['additionalItems'] : part['items'];
    return [tuple[index] ?? rest].filter(isSchema);
  });
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return true;
  }
}

export function declaresProperties(parts: readonly JsonObject[]): boolean {
  return parts.some((part) => isJsonObject(part['properties']) && Object.keys(part['properties']).length > 0);
}

/** Whether a keyword says that other properties than the declared ones are expected, and not only suffered. */
export function isOpenToMore(parts: readonly JsonObject[]): boolean {
  return parts.some((part) =>
    ['additionalProperties', 'unevaluatedProperties'].some(
      (keyword) => part[keyword] !== undefined && part[keyword] !== false,
    ),
  );
}
