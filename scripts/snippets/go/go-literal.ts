import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import { appendPointer, type JsonPointer } from '../../model/pointer.ts';
import { goPairs, goString } from '../literals/go.ts';
import type { GoStruct, GoType, GoTypes } from './go-types.ts';

/** Of a line with a slice on it. */
const WIDTH = 100;

/** A JSON value as a literal of its type. `replaced` has code that stands for a string, by pointer. */
export function goLiteral(
  value: JsonValue,
  type: GoType,
  types: GoTypes,
  replaced: ReadonlyMap<JsonPointer, string>,
  indent: string,
): string {
  return new LiteralWriter(types, replaced).write(value, type, '', indent);
}

/** The text of a type. */
export function goTypeText(type: GoType): string {
  switch (type.kind) {
    case 'any':
      return 'any';
    case 'scalar':
    case 'struct':
      return type.name;
    case 'slice':
      return `[]${goTypeText(type.of)}`;
    case 'map':
      return `map[string]${goTypeText(type.of)}`;
    case 'pointer':
      return `*${goTypeText(type.to)}`;
    case 'nullable':
      return `Nullable[${goTypeText(type.of)}]`;
  }
}

class LiteralWriter {
  readonly #structs: ReadonlyMap<string, GoStruct>;
  readonly #replaced: ReadonlyMap<JsonPointer, string>;

  constructor({ structs }: GoTypes, replaced: ReadonlyMap<JsonPointer, string>) {
    this.#structs = structs;
    this.#replaced = replaced;
  }

  write(value: JsonValue, type: GoType, pointer: JsonPointer, indent: string): string {
    switch (type.kind) {
      case 'any':
        return this.#anything(value, pointer, indent);
      case 'scalar':
        return this.#replaced.get(pointer) ?? scalar(value, type.name);
      case 'slice':
        return isJsonArray(value) ? this.#slice(value, type.of, goTypeText(type), pointer, indent) : 'nil';
      case 'map':
        return isJsonObject(value) ? this.#map(value, type.of, goTypeText(type), pointer, indent) : 'nil';
      case 'struct':
        return `${type.name}${this.#struct(value, type.name, pointer, indent)}`;
      case 'pointer':
        return this.#pointer(value, type.to, pointer, indent);
      case 'nullable': {
        const of = goTypeText(type.of);
        return value === null ? `null[${of}]()` : `set[${of}](${this.write(value, type.of, pointer, indent)})`;
      }
    }
  }

  #pointer(value: JsonValue, to: GoType, pointer: JsonPointer, indent: string): string {
    if (value === null) return 'nil';
    const text = this.write(value, to, pointer, indent);
    return to.kind === 'struct' ? `&${text}` : `ptr[${goTypeText(to)}](${text})`;
  }

  #anything(value: JsonValue, pointer: JsonPointer, indent: string): string {
    const any: GoType = { kind: 'any' };
    if (isJsonArray(value)) return this.#slice(value, any, '[]any', pointer, indent);
    if (isJsonObject(value)) return this.#map(value, any, 'map[string]any', pointer, indent);
    return this.#replaced.get(pointer) ?? untyped(value);
  }

  #slice(items: readonly JsonValue[], of: GoType, type: string, pointer: JsonPointer, indent: string): string {
    const texts = items.map((item, index) => this.#element(item, of, appendPointer(pointer, index), `${indent}\t`));
    const line = `${type}{${texts.join(', ')}}`;
    if (!line.includes('\n') && line.length <= WIDTH) return line;
    return `${type}{\n${texts.map((text) => `${indent}\t${text},\n`).join('')}${indent}}`;
  }

  #map(value: JsonObject, of: GoType, type: string, pointer: JsonPointer, indent: string): string {
    const pairs = Object.keys(value).map((name) => {
      const member = ownValue(value, name) ?? null;
      const text = this.#element(member, of, appendPointer(pointer, name), `${indent}\t`);
      return [goString(name), text] as const;
    });
    return pairs.length === 0 ? `${type}{}` : `${type}{\n${goPairs(pairs, `${indent}\t`)}${indent}}`;
  }

  /** The type of an element is known from that of the whole. */
  #element(value: JsonValue, of: GoType, pointer: JsonPointer, indent: string): string {
    return of.kind === 'struct'
      ? this.#struct(value, of.name, pointer, indent)
      : this.write(value, of, pointer, indent);
  }

  #struct(value: JsonValue, name: string, pointer: JsonPointer, indent: string): string {
    const fields = this.#structs.get(name)?.fields ?? [];
    const pairs = fields.flatMap((field) => {
      const member = isJsonObject(value) ? ownValue(value, field.jsonName) : undefined;
      if (member === undefined) return [];
      const text = this.write(member, field.type, appendPointer(pointer, field.jsonName), `${indent}\t`);
      return [[field.name, text] as const];
    });
    return pairs.length === 0 ? '{}' : `{\n${goPairs(pairs, `${indent}\t`)}${indent}}`;
  }
}

function scalar(value: JsonValue, type: string): string {
  if (typeof value === 'string') return goString(value);
  return type === 'json.Number' ? `json.Number("${JSON.stringify(value)}")` : JSON.stringify(value);
}

function untyped(value: JsonValue): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return goString(value);
  const text = JSON.stringify(value);
  // As an untyped constant it would be an int, which may not hold it.
  const isLarge = Number.isInteger(value) && Math.abs(Number(value)) >= 2 ** 31;
  return isLarge ? `json.Number("${text}")` : text;
}
