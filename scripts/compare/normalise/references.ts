import { isJsonObject, ownValue, type JsonObject, type JsonSchema } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { schemaKeywords } from '../../schema/keywords.ts';
import { resolveLocalRef } from '../../schema/resolve-local-ref.ts';
import type { Follow, SchemaDocument } from './reading.ts';

/** A schema with an `$id` of its own, against which the references in it are read. */
interface Resource {
  readonly root: JsonSchema;
  readonly base: string;
}

const NOWHERE = 'catalog:/';

/** Finds what references lead to, in the document itself. Nothing is ever fetched. */
export function createFollow({ schema, dialect }: SchemaDocument): Follow {
  const resources = new Map<string, Resource>();
  const resourceOf = new Map<JsonObject, Resource>();
  const whole: Resource = { root: schema, base: absolute(idOf(schema, dialect) ?? '', NOWHERE) ?? NOWHERE };
  resources.set(whole.base, whole);
  let isIndexed = false;
  const index = (): void => {
    isIndexed = true;
    const open: (readonly [JsonSchema, Resource])[] = [[schema, whole]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [found, outer] = next;
      if (typeof found === 'boolean' || resourceOf.has(found)) continue;
      const id = found === schema ? undefined : idOf(found, dialect);
      const base = id === undefined ? undefined : absolute(id, outer.base);
      const resource = base === undefined ? outer : { root: found, base };
      resourceOf.set(found, resource);
      if (base !== undefined) resources.set(base, resource);
      for (const below of schemasBelow(found, dialect)) open.push([below, resource]);
    }
  };
  let isOneResource: boolean | undefined;
  return (ref, from) => {
    // Nearly every document is one resource, and nearly every reference is into it.
    if (!isIndexed && ref.startsWith('#') && (isOneResource ??= !JSON.stringify(schema).includes('id":"'))) {
      return resolveLocalRef(schema, ref, dialect)?.schema;
    }
    if (!isIndexed) index();
    const resource = resourceOf.get(from) ?? whole;
    if (ref.startsWith('#')) return resolveLocalRef(resource.root, ref, dialect)?.schema;
    const address = absolute(ref, resource.base);
    const target = address === undefined ? undefined : resources.get(withoutFragment(address));
    const fragment = address === undefined ? '' : address.slice(withoutFragment(address).length);
    return target === undefined
      ? undefined
      : resolveLocalRef(target.root, fragment === '' ? '#' : fragment, dialect)?.schema;
  };
}

/** The address that a schema gives itself; a bare `#name` is an anchor. */
function idOf(schema: JsonSchema, dialect: Dialect): string | undefined {
  if (typeof schema === 'boolean') return undefined;
  const id = ownValue(schema, dialect === 'draft-04' ? 'id' : '$id');
  return typeof id === 'string' && !id.startsWith('#') ? id : undefined;
}

function absolute(address: string, base: string): string | undefined {
  const found = URL.parse(address, base)?.href;
  return found?.endsWith('#') === true ? found.slice(0, -1) : found;
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? '';
}

function* schemasBelow(schema: JsonObject, dialect: Dialect): Generator<JsonSchema> {
  for (const keyword of Object.keys(schemaKeywords[dialect])) {
    const value = ownValue(schema, keyword);
    const shape = ownValue(schemaKeywords[dialect], keyword);
    if (isJsonObject(value) && (shape === 'map' || shape === 'map-or-names')) {
      for (const item of Object.values(value)) if (isJsonObject(item)) yield item;
    } else if (isJsonObject(value)) yield value;
    else if (Array.isArray(value)) for (const item of value) if (isJsonObject(item)) yield item;
  }
}
