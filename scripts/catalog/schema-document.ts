import { isJsonArray, isJsonObject, ownValue } from '../model/json.ts';
import type { JsonObject, JsonSchema, JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import { appendPointer } from '../model/pointer.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { detectDialect } from '../schema/dialect.ts';
import { referenceKeywords, refHidesSiblings, schemaKeywords } from '../schema/keywords.ts';
import { schemasBelow, walkSchema } from '../schema/walk.ts';
import type { SchemaPlace } from '../schema/walk.ts';

/** A schema file, parsed, with all that a bundle needs to know of it. */
export interface SchemaDocument {
  readonly file: string;
  readonly schema: JsonSchema;
  readonly dialect: Dialect;
  /** What `$schema` says, if that is no draft that we know. */
  readonly unknownDialect: string | undefined;
  /** Whether `$schema` says which draft it is; else that was guessed. */
  readonly namesDialect: boolean;
  /** Resolved `$id` to the place that it names. */
  readonly resources: ReadonlyMap<string, JsonPointer>;
  /** The schemas that have an `$id` of their own. */
  readonly resourceHolders: ReadonlySet<JsonObject>;
}

/** A `$ref` where it stands. */
export interface SchemaRef {
  readonly ref: string;
  /** The keyword: `$ref`, or one of those that cannot be followed. */
  readonly keyword: string;
  readonly holder: JsonObject;
  readonly pointer: JsonPointer;
  /** The nearest `$id` around it, resolved; empty when there is none. */
  readonly base: string;
  /** Where the resource with that `$id` starts. */
  readonly resourcePointer: JsonPointer;
}

export function readDocument(file: string, schema: JsonSchema): SchemaDocument {
  const { dialect, unknown } = detectDialect(schema);
  const namesDialect = unknown === undefined && isJsonObject(schema) && typeof ownValue(schema, '$schema') === 'string';
  return { file, schema, dialect, unknownDialect: unknown, namesDialect, ...resourcesOf(schema, dialect) };
}

export function readDocumentAs(document: SchemaDocument, dialect: Dialect): SchemaDocument {
  return { ...document, dialect, ...resourcesOf(document.schema, dialect) };
}

function resourcesOf(schema: JsonSchema, dialect: Dialect): Pick<SchemaDocument, 'resources' | 'resourceHolders'> {
  const resources = new Map<string, JsonPointer>();
  const resourceHolders = new Set<JsonObject>();
  for (const { pointer, holder } of identified(schema, dialect)) {
    const id = ownId(holder, dialect);
    if (id === undefined) continue;
    resources.set(resolveUri(id, enclosingResource(resources, pointer).base), pointer);
    resourceHolders.add(holder);
  }
  return { resources, resourceHolders };
}

interface Holder {
  readonly pointer: JsonPointer;
  readonly holder: JsonObject;
}

/**
 * Every object that may have an `$id`, parents first. Schemas are kept in places that no draft knows, too, such as
 * `components/schemas`; the `id` of draft-04 is too common a word to be looked for there.
 */
function* identified(schema: JsonSchema, dialect: Dialect): Generator<Holder> {
  if (dialect !== 'draft-04') yield* objectsBelow(schema, '');
  else
    for (const { pointer, schema: holder } of walkSchema(schema, dialect))
      if (isJsonObject(holder)) yield { pointer, holder };
}

const DATA = new Set(['enum', 'const', 'default', 'examples', 'example']);

function* objectsBelow(root: JsonValue, start: JsonPointer): Generator<Holder> {
  const open: { readonly pointer: JsonPointer; readonly value: JsonValue }[] = [{ pointer: start, value: root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { pointer, value } = next;
    if (isJsonArray(value)) {
      for (const [index, item] of value.entries()) open.push({ pointer: appendPointer(pointer, index), value: item });
    } else if (isJsonObject(value)) {
      yield { pointer, holder: value };
      for (const [key, item] of Object.entries(value))
        if (!DATA.has(key) || isNameOf(pointer)) open.push({ pointer: appendPointer(pointer, key), value: item });
    }
  }
}

/** Below `properties` a key is the name of a property, whatever it is. */
function isNameOf(pointer: JsonPointer): boolean {
  return pointer.endsWith('/properties');
}

/**
 * Every reference below a place of a document, which need not be one where the document itself expects a schema. The
 * definitions of another file count only where something refers to them.
 */
export function refsBelow(document: SchemaDocument, start: SchemaPlace, isRoot: boolean): readonly SchemaRef[] {
  const places = isRoot ? walkSchema(start.schema, document.dialect) : walkUsed(start.schema, document.dialect);
  return [...places].flatMap(({ pointer: below, schema: holder }) => {
    if (!isJsonObject(holder)) return [];
    const pointer = `${start.pointer}${below}`;
    const { base, pointer: resourcePointer } = enclosingResource(document.resources, pointer);
    return referenceKeywords[document.dialect].flatMap((keyword) => {
      const ref = ownValue(holder, keyword);
      return typeof ref === 'string' ? [{ ref, keyword, holder, pointer, base, resourcePointer }] : [];
    });
  });
}

/** The keywords whose schemas are asked about values only where something refers to them. */
export const DEFINITIONS: readonly string[] = ['definitions', '$defs'];

/** Every schema below one that is asked about values, its definitions left out. */
function* walkUsed(schema: JsonSchema, dialect: Dialect): Generator<SchemaPlace> {
  const open: SchemaPlace[] = [{ pointer: '', schema }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    yield place;
    if (!isJsonObject(place.schema)) continue;
    if (refHidesSiblings(dialect) && typeof ownValue(place.schema, '$ref') === 'string') continue;
    for (const [keyword, value] of Object.entries(place.schema).toReversed()) {
      const shape = DEFINITIONS.includes(keyword) ? undefined : ownValue(schemaKeywords[dialect], keyword);
      if (shape === undefined) continue;
      for (const child of [...schemasBelow(value, shape, appendPointer(place.pointer, keyword))].toReversed())
        open.push(child);
    }
  }
}

/** The innermost resource around a place: its address, empty where there is none, and where it starts. */
function enclosingResource(
  resources: ReadonlyMap<string, JsonPointer>,
  place: JsonPointer,
): { readonly base: string; readonly pointer: JsonPointer } {
  let innermost = { base: '', pointer: '' };
  for (const [base, pointer] of resources) {
    const isAround = pointer === '' || place === pointer || place.startsWith(`${pointer}/`);
    if (isAround && (innermost.base === '' || pointer.length >= innermost.pointer.length))
      innermost = { base, pointer };
  }
  return innermost;
}

/** The `$id` (`id` in draft-04) that makes a schema a resource of its own; `#name` is only an anchor. */
function ownId(schema: JsonObject, dialect: Dialect): string | undefined {
  const id = ownValue(schema, dialect === 'draft-04' ? 'id' : '$id');
  if (typeof id !== 'string' || id.startsWith('#')) return undefined;
  if (refHidesSiblings(dialect) && typeof ownValue(schema, '$ref') === 'string') return undefined;
  return id.replace(/#$/, '');
}

/** A relative address stays relative when there is no absolute one around it. */
export function resolveUri(reference: string, base: string): string {
  try {
    return new URL(reference, base === '' ? undefined : base).href;
  } catch {
    return reference;
  }
}
