import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import { appendPointer, type JsonPointer } from '../../model/pointer.ts';
import { javaString } from '../literals/java.ts';
import { javaTypeText, type JavaRecord, type JavaType, type JavaTypes } from './java-types.ts';

/** Of a line. */
const WIDTH = 100;

/** A JSON value as an expression of its type. `replaced` has code that stands for a string, by pointer. */
export function javaLiteral(
  value: JsonValue,
  type: JavaType,
  types: JavaTypes,
  replaced: ReadonlyMap<JsonPointer, string>,
  indent: string,
): string {
  return new LiteralWriter(types, replaced).write(value, type, '', indent);
}

class LiteralWriter {
  readonly #records: ReadonlyMap<string, JavaRecord>;
  readonly #replaced: ReadonlyMap<JsonPointer, string>;

  constructor({ records }: JavaTypes, replaced: ReadonlyMap<JsonPointer, string>) {
    this.#records = records;
    this.#replaced = replaced;
  }

  write(value: JsonValue, type: JavaType, pointer: JsonPointer, indent: string): string {
    if (type.kind === 'any') return this.#node(value, pointer);
    if (value === null) return 'null';
    switch (type.kind) {
      case 'scalar':
        return this.#replaced.get(pointer) ?? scalar(value, type.name);
      case 'list':
        return this.#list(isJsonArray(value) ? value : [], type.of, pointer, indent);
      case 'map':
        return this.#map(isJsonObject(value) ? value : {}, type, pointer, indent);
      case 'record':
        return this.#record(value, type.name, pointer, indent);
    }
  }

  #list(items: readonly JsonValue[], of: JavaType, pointer: JsonPointer, indent: string): string {
    const texts = items.map((item, index) => this.write(item, of, appendPointer(pointer, index), `${indent}    `));
    // `List.of` has no place for null.
    if (!texts.includes('null')) return call('List.of', texts, indent);
    return texts.length === 1 ? 'Collections.singletonList(null)' : call('Arrays.asList', texts, indent);
  }

  #map(value: JsonObject, type: JavaType & { readonly kind: 'map' }, pointer: JsonPointer, indent: string): string {
    const entries = Object.keys(value).map((name) => {
      const member = ownValue(value, name) ?? null;
      return { name, text: this.write(member, type.of, appendPointer(pointer, name), `${indent}    `) };
    });
    // Nor has `Map.ofEntries`.
    if (entries.some(({ text }) => text === 'null')) {
      return `JSON.convertValue(${this.#node(value, pointer)}, new TypeReference<${javaTypeText(type, true)}>() {})`;
    }
    return call(
      'Map.ofEntries',
      entries.map(({ name, text }) => `Map.entry(${javaString(name)}, ${text})`),
      indent,
    );
  }

  #record(value: JsonValue, name: string, pointer: JsonPointer, indent: string): string {
    const components = this.#records.get(name)?.components ?? [];
    const texts = components.map(({ jsonName, type }) => {
      const member = isJsonObject(value) ? ownValue(value, jsonName) : undefined;
      return member === undefined
        ? 'null'
        : this.write(member, type, appendPointer(pointer, jsonName), `${indent}    `);
    });
    return call(`new ${name}`, texts, indent);
  }

  /** A node is parsed from its JSON; code that stands for a part of it comes between. */
  #node(value: JsonValue, pointer: JsonPointer): string {
    const below = [...this.#replaced].filter(([place]) => place === pointer || place.startsWith(`${pointer}/`));
    let mark = 'now';
    while (JSON.stringify(value).includes(mark)) mark += '_';
    const marks = new Map(below.map(([place], index) => [place, `${mark}${index};`]));
    const parts = JSON.stringify(marked(value, pointer, marks)).split(new RegExp(`${mark}(\\d+);`));
    // What the expression has in brackets comes at every second place.
    const joined = parts.map((part, index) => (index % 2 === 0 ? javaString(part) : below[Number(part)]?.[1]));
    return `json(${joined.join(' + ')})`;
  }
}

function marked(value: JsonValue, pointer: JsonPointer, marks: ReadonlyMap<JsonPointer, string>): JsonValue {
  const mark = marks.get(pointer);
  if (mark !== undefined) return mark;
  if (isJsonArray(value)) return value.map((item, index) => marked(item, appendPointer(pointer, index), marks));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, marked(member, appendPointer(pointer, name), marks)]),
  );
}

function call(name: string, texts: readonly string[], indent: string): string {
  const line = `${name}(${texts.join(', ')})`;
  if (!line.includes('\n') && indent.length + line.length <= WIDTH) return line;
  return `${name}(\n${texts.map((text) => `${indent}    ${text}`).join(',\n')})`;
}

function scalar(value: JsonValue, type: string): string {
  if (typeof value === 'string') return javaString(value);
  if (typeof value !== 'number') return JSON.stringify(value);
  if (type === 'BigInteger') return `new BigInteger("${BigInt(value)}")`;
  if (type === 'long') return `${String(value)}L`;
  if (Object.is(value, -0)) return '-0.0';
  return /[.e]/.test(String(value)) ? String(value) : `${String(value)}.0`;
}
