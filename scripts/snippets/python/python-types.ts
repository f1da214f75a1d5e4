import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import { isAnnotation, refHidesSiblings } from '../../schema/keywords.ts';
import { keywordValues, referenced, schemaParts, type SchemaSource } from '../schema-parts.ts';
import { literalType } from './literal-type.ts';
import { hasMoreNames, mergedProperties } from './merged-properties.ts';
import { singular, type PythonClassNames } from './python-names.ts';
import { anyType, genericType, namedType, typeText, unionType, type PythonType } from './python-type.ts';
import { statedTypes } from './stated-types.ts';

/** A field of a `TypedDict`. */
export interface PythonField {
  readonly name: string;
  readonly type: PythonType;
  readonly isRequired: boolean;
}

/** A `TypedDict`. */
export interface PythonClass {
  readonly name: string;
  readonly fields: readonly PythonField[];
}

/** What the root of a schema is in Python, and the classes that it needs: those that others mention come first. */
export interface PythonTypes {
  readonly root: PythonType;
  readonly classes: readonly PythonClass[];
}

/** Turns a schema into types. What TypedDict cannot say, or what is in doubt, becomes `Any`. */
export function pythonTypes(source: SchemaSource, rootName: string, names: PythonClassNames): PythonTypes {
  const reader = new TypeReader(source, names);
  return { root: reader.read(source.schema, rootName, rootName), classes: reader.classes };
}

class TypeReader {
  readonly classes: PythonClass[] = [];
  readonly #source: SchemaSource;
  readonly #names: PythonClassNames;
  /** By schema, so that a definition that is used twice makes one class, and can mention itself. */
  readonly #known = new Map<JsonObject, PythonType>();
  readonly #open = new Set<JsonObject>();

  constructor(source: SchemaSource, names: PythonClassNames) {
    this.#source = source;
    this.#names = names;
  }

  /** @param exactName the class name, when it is claimed already */
  read(schema: JsonValue | undefined, wish: string, exactName?: string): PythonType {
    if (!isJsonObject(schema)) return anyType;
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    // A circle without a class in it has no name that could stand for it.
    if (this.#open.has(schema)) return anyType;
    this.#open.add(schema);
    const type = this.#readOpened(schema, wish, exactName);
    this.#open.delete(schema);
    // Definitions that mention each other several times can grow without bounds.
    const isReadable = type.kind === 'literal' || typeText(type).length < 10_000;
    this.#known.set(schema, isReadable ? type : anyType);
    return isReadable ? type : anyType;
  }

  #readOpened(schema: JsonObject, wish: string, exactName: string | undefined): PythonType {
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
      unionType(statedTypes(parts).map((type) => this.#ofType(type, schema, parts, wish, exactName)))
    );
  }

  #isOnlyRef(schema: JsonObject): boolean {
    return (
      refHidesSiblings(this.#source.dialect) ||
      Object.keys(schema).every((keyword) => keyword === '$ref' || isAnnotation(keyword))
    );
  }

  /** `anyOf` and `oneOf`, where nothing else says what the value is. */
  #alternatives(parts: readonly JsonObject[], wish: string): PythonType | undefined {
    const lists = [...keywordValues(parts, 'anyOf'), ...keywordValues(parts, 'oneOf')];
    const [list] = lists;
    if (lists.length !== 1 || !isJsonArray(list) || keywordValues(parts, 'properties').length > 0) return undefined;
    const stated = keywordValues(parts, 'type').flat();
    if (stated.some((type) => type !== 'object' && type !== 'null')) return undefined;
    const members = list.map((member, index) => this.read(member, `${wish}${titleOf(member) ?? index + 1}`));
    return unionType(members);
  }

  #ofType(
    type: string,
    schema: JsonObject,
    parts: readonly JsonObject[],
    wish: string,
    exactName: string | undefined,
  ): PythonType {
    switch (type) {
      case 'string':
        return namedType('str');
      case 'integer':
        return namedType('int');
      case 'number':
        return namedType('float');
      case 'boolean':
        return namedType('bool');
      case 'null':
        return namedType('None');
      case 'array':
        return genericType('list', this.#itemType(parts, wish));
      case 'object':
        return this.#objectType(schema, parts, wish, exactName);
      default:
        return anyType;
    }
  }

  /** Items at fixed places may differ; in Python a JSON array is a list all the same. */
  #itemType(parts: readonly JsonObject[], wish: string): PythonType {
    const items = keywordValues(parts, 'items');
    const fixed = [...keywordValues(parts, 'prefixItems'), ...items.filter(isJsonArray)];
    const others = items.filter((item) => !isJsonArray(item));
    const rest = items.some(isJsonArray) ? keywordValues(parts, 'additionalItems') : others;
    const [first, ...more] = fixed;
    if (more.length > 0 || rest.length > 1) return anyType;
    if (!isJsonArray(first)) return this.read(rest[0], singular(wish));
    const types = first.map((item, index) => this.read(item, `${singular(wish)}${index + 1}`));
    return unionType(rest[0] === false ? types : [...types, this.read(rest[0], singular(wish))]);
  }

  #objectType(
    schema: JsonObject,
    parts: readonly JsonObject[],
    wish: string,
    exactName: string | undefined,
  ): PythonType {
    const properties = mergedProperties(parts);
    if (properties.size === 0) return genericType('dict', namedType('str'), this.#mapType(parts, wish));
    if (hasMoreNames(parts, properties)) return genericType('dict', namedType('str'), anyType);
    const name = exactName ?? this.#names.claim(titleOf(schema) ?? wish, 'Fields');
    this.#known.set(schema, namedType(name));
    const required = new Set(keywordValues(parts, 'required').flat());
    const fields = [...properties].map(([field, schemas]): PythonField => {
      return { name: field, type: this.#fieldType(schemas, `${name} ${field}`), isRequired: required.has(field) };
    });
    this.classes.push({ name, fields });
    return namedType(name);
  }

  #fieldType(schemas: readonly JsonValue[], wish: string): PythonType {
    const [only, ...others] = schemas;
    if (others.length === 0) return this.read(only, wish);
    const scalars = schemaParts({ allOf: schemas }, this.#source) ?? [];
    // Objects that several places describe in part could contain themselves without end.
    return statedTypes(scalars).some((type) => type === 'object' || type === 'array')
      ? anyType
      : this.read({ allOf: schemas }, wish);
  }

  #mapType(parts: readonly JsonObject[], wish: string): PythonType {
    const [additional, ...others] = keywordValues(parts, 'additionalProperties');
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
