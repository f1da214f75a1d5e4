import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import { isAnnotation, refHidesSiblings } from '../../schema/keywords.ts';
import { keywordValues, referenced, schemaParts, type SchemaSource } from '../schema-parts.ts';
import { fitExample, type PayloadTypes } from './fit-example.ts';
import { literalType } from './literal-type.ts';
import { hasMoreNames, mergedProperties } from './merged-properties.ts';
import {
  anyMap,
  anyType,
  nullType,
  sizeOf,
  unionOf,
  type PayloadField,
  type PayloadRecord,
  type PayloadType,
} from './payload-type.ts';
import { statedTypes } from './stated-types.ts';
import { singular, type TypeNames } from './type-names.ts';

/**
 * Turns a schema into types that a program in any language can declare, and that hold the example for certain. What is
 * in doubt, or what most languages cannot say, becomes `any`.
 */
export function payloadTypes(
  source: SchemaSource,
  example: JsonValue,
  rootName: string,
  names: TypeNames,
  detail: Detail = 'in every language',
): PayloadTypes {
  const reader = new TypeReader(source, names, detail);
  const root = reader.read(source.schema, rootName, rootName);
  return fitExample({ root, records: reader.records }, example);
}

/** A language with unions can also say which fields an object has in each of its kinds, and what its maps hold. */
export type Detail = 'in every language' | 'with unions';

/** Definitions that mention each other several times can grow without bounds. */
const largestReadable = 400;

/** Each kind of an object has all that the kinds have in common, and a class of its own. */
const mostKinds = 40;

class TypeReader {
  readonly records: PayloadRecord[] = [];
  readonly #source: SchemaSource;
  readonly #names: TypeNames;
  readonly #hasUnions: boolean;
  /** By schema, so that a definition that is used twice makes one record, and can mention itself. */
  readonly #known = new Map<JsonObject, PayloadType>();
  readonly #open = new Set<JsonObject>();

  constructor(source: SchemaSource, names: TypeNames, detail: Detail) {
    this.#source = source;
    this.#names = names;
    this.#hasUnions = detail === 'with unions';
  }

  /** @param exactName the name of the record, when it is claimed already */
  read(schema: JsonValue | undefined, wish: string, exactName?: string): PayloadType {
    if (!isJsonObject(schema)) return anyType;
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    // A circle without a record in it has no name that could stand for it.
    if (this.#open.has(schema)) return anyType;
    this.#open.add(schema);
    const type = this.#readOpened(schema, wish, exactName);
    this.#open.delete(schema);
    const isReadable = sizeOf(type) <= largestReadable;
    this.#known.set(schema, isReadable ? type : anyType);
    return isReadable ? type : anyType;
  }

  #readOpened(schema: JsonObject, wish: string, exactName: string | undefined): PayloadType {
    const ref = ownValue(schema, '$ref');
    if (typeof ref === 'string' && this.#isOnlyRef(schema)) {
      return this.read(referenced(schema, this.#source), ref.split('/').at(-1) ?? wish, exactName);
    }
    const parts = schemaParts(schema, this.#source);
    if (parts === undefined) return anyType;
    const [telling, ...others] = parts.filter(tells);
    if (telling !== undefined && telling !== schema && others.length === 0) return this.read(telling, wish, exactName);
    return (
      literalType(parts) ??
      this.#alternatives(parts, wish) ??
      unionOf(statedTypes(parts).map((type) => this.#ofType(type, schema, parts, wish, exactName)))
    );
  }

  #isOnlyRef(schema: JsonObject): boolean {
    return (
      refHidesSiblings(this.#source.dialect) ||
      Object.keys(schema).every((keyword) => keyword === '$ref' || isAnnotation(keyword))
    );
  }

  /** `anyOf` and `oneOf`, where nothing else says what the value is. */
  #alternatives(parts: readonly JsonObject[], wish: string): PayloadType | undefined {
    const lists = [...keywordValues(parts, 'anyOf'), ...keywordValues(parts, 'oneOf')];
    const [list] = lists;
    if (lists.length !== 1 || !isJsonArray(list) || keywordValues(parts, 'properties').length > 0) return undefined;
    const stated = keywordValues(parts, 'type').flat();
    if (stated.some((type) => type !== 'object' && type !== 'null')) return undefined;
    const members = list.map((member, index) => this.read(member, `${wish}${titleOf(member) ?? index + 1}`));
    return unionOf(members);
  }

  #ofType(
    type: string,
    schema: JsonObject,
    parts: readonly JsonObject[],
    wish: string,
    exactName: string | undefined,
  ): PayloadType {
    switch (type) {
      case 'string':
        return { kind: 'string' };
      case 'integer':
        return { kind: 'integer', isWide: false };
      case 'number':
        return { kind: 'number' };
      case 'boolean':
        return { kind: 'boolean' };
      case 'null':
        return nullType;
      case 'array':
        return { kind: 'list', of: this.#itemType(parts, wish) };
      case 'object':
        return this.#objectType(schema, parts, wish, exactName);
      default:
        return anyType;
    }
  }

  /** Items at fixed places may differ; to most languages a JSON array is a list all the same. */
  #itemType(parts: readonly JsonObject[], wish: string): PayloadType {
    const items = keywordValues(parts, 'items');
    const fixed = [...keywordValues(parts, 'prefixItems'), ...items.filter(isJsonArray)];
    const others = items.filter((item) => !isJsonArray(item));
    const rest = items.some(isJsonArray) ? keywordValues(parts, 'additionalItems') : others;
    const [first, ...more] = fixed;
    if (more.length > 0 || rest.length > 1) return anyType;
    if (!isJsonArray(first)) return this.read(rest[0], singular(wish));
    const types = first.map((item, index) => this.read(item, `${singular(wish)}${index + 1}`));
    return unionOf(rest[0] === false ? types : [...types, this.read(rest[0], singular(wish))]);
  }

  #objectType(
    schema: JsonObject,
    parts: readonly JsonObject[],
    wish: string,
    exactName: string | undefined,
  ): PayloadType {
    const properties = mergedProperties(parts);
    if (properties.size === 0) return { kind: 'map', of: this.#mapType(parts, wish) };
    if (hasMoreNames(parts, properties))
      return (this.#hasUnions ? this.#kinds(parts, exactName ?? titleOf(schema) ?? wish) : undefined) ?? anyMap;
    const name = exactName ?? this.#names.claim(titleOf(schema) ?? wish, 'Fields');
    this.#known.set(schema, { kind: 'record', name });
    return this.#record(parts, name, () => name);
  }

  /** @param ownerOf whose name a field's own types begin with */
  #record(parts: readonly JsonObject[], name: string, ownerOf: (field: string) => string): PayloadType {
    const required = new Set(keywordValues(parts, 'required').flat());
    const fields = [...mergedProperties(parts)].map(([field, schemas]): PayloadField => {
      const type = this.#fieldType(schemas, `${ownerOf(field)} ${field}`);
      return { name: field, type, isRequired: required.has(field) };
    });
    this.records.push({ name, fields });
    return { kind: 'record', name };
  }

  /** An object with fields of its own and a `oneOf` or `anyOf` that adds others: a record for each of its kinds. */
  #kinds(parts: readonly JsonObject[], owner: string): PayloadType | undefined {
    const lists = [...keywordValues(parts, 'anyOf'), ...keywordValues(parts, 'oneOf')];
    const [list] = lists;
    if (lists.length !== 1 || !isJsonArray(list) || list.length > mostKinds) return undefined;
    const common = parts.map(({ anyOf: _anyOf, oneOf: _oneOf, ...others }): JsonObject => others);
    const shared = mergedProperties(common);
    const kinds = list.map((member) => {
      const own = schemaParts(member, this.#source);
      const all = [...common, ...(own ?? [])];
      const isClear = own !== undefined && !hasMoreNames(all, mergedProperties(all));
      return { title: titleOf(member), all, isClear: isClear && statedTypes(all).includes('object') };
    });
    if (!kinds.every(({ isClear }) => isClear)) return undefined;
    return unionOf(
      kinds.map(({ title, all }, index) => {
        const name = this.#names.claim(`${owner} ${title ?? index + 1}`, 'Fields');
        return this.#record(all, name, (field) => (shared.has(field) ? owner : name));
      }),
    );
  }

  #fieldType(schemas: readonly JsonValue[], wish: string): PayloadType {
    const [only, ...others] = schemas;
    if (others.length === 0) return this.read(only, wish);
    const scalars = schemaParts({ allOf: schemas }, this.#source) ?? [];
    // Objects that several places describe in part could contain themselves without end.
    return statedTypes(scalars).some((type) => type === 'object' || type === 'array')
      ? anyType
      : this.read({ allOf: schemas }, wish);
  }

  #mapType(parts: readonly JsonObject[], wish: string): PayloadType {
    const [additional, ...others] = keywordValues(parts, 'additionalProperties');
    const patterns = keywordValues(parts, 'patternProperties')
      .filter(isJsonObject)
      .flatMap(Object.values<JsonValue>);
    if (this.#hasUnions && additional === false && others.length === 0 && patterns.length === 1)
      return this.read(patterns[0], singular(wish));
    const isClear = others.length === 0 && keywordValues(parts, 'patternProperties').length === 0;
    return isClear ? this.read(additional, singular(wish)) : anyType;
  }
}

/** True when a schema says more than where to read on. */
function tells(schema: JsonObject): boolean {
  return Object.keys(schema).some((keyword) => keyword !== '$ref' && keyword !== 'allOf' && !isAnnotation(keyword));
}

function titleOf(schema: JsonValue): string | undefined {
  const title = isJsonObject(schema) ? ownValue(schema, 'title') : undefined;
  return typeof title === 'string' && /^[\w -]{1,40}$/.test(title) && /[A-Za-z]/.test(title) ? title : undefined;
}
