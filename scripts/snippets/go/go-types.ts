import {
  unionOf,
  withoutNull,
  type PayloadField,
  type PayloadRecord,
  type PayloadType,
} from '../payload/payload-type.ts';
import type { PayloadTypes } from '../payload/fit-example.ts';
import { goFieldNames, isTaggable } from './go-names.ts';

/** A Go type. */
export type GoType =
  | { readonly kind: 'any' }
  | { readonly kind: 'scalar'; readonly name: 'string' | 'bool' | 'int64' | 'float64' | 'json.Number' }
  | { readonly kind: 'slice'; readonly of: GoType }
  | { readonly kind: 'map'; readonly of: GoType }
  | { readonly kind: 'struct'; readonly name: string }
  | { readonly kind: 'pointer'; readonly to: GoType }
  /** `Nullable[T]`: missing, null, or a value. */
  | { readonly kind: 'nullable'; readonly of: GoType };

export interface GoField {
  readonly name: string;
  /** In the JSON. */
  readonly jsonName: string;
  readonly type: GoType;
  readonly isRequired: boolean;
  /** The values of an `enum`. */
  readonly values: readonly (boolean | number | string)[];
}

export interface GoStruct {
  readonly name: string;
  readonly fields: readonly GoField[];
}

export interface GoTypes {
  readonly root: GoType;
  /** Those that the root leads to. */
  readonly structs: ReadonlyMap<string, GoStruct>;
}

/** Types of a payload as encoding/json reads and writes them; what no tag can name is a map. */
export function goTypes(types: PayloadTypes): GoTypes {
  const records = new Map(
    types.records
      .filter(({ fields }) => fields.every(({ name }) => isTaggable(name)))
      .map((record) => [record.name, record] as const),
  );
  const root = valueType(types.root, records);
  const structs = new Map<string, GoStruct>();
  for (const [name, record] of records) structs.set(name, structOf(record, records));
  const reached = new Set<string>();
  reach(root, structs, reached);
  return { root, structs: new Map([...structs].filter(([name]) => reached.has(name))) };
}

type Records = ReadonlyMap<string, PayloadRecord>;

function structOf(record: PayloadRecord, records: Records): GoStruct {
  const names = goFieldNames(record.fields.map(({ name }) => name));
  return {
    name: record.name,
    fields: record.fields.map((field, index) => ({
      name: names[index] ?? '',
      jsonName: field.name,
      type: fieldType(field, record.name, records),
      isRequired: field.isRequired,
      values: literalValues(field.type),
    })),
  };
}

function literalValues(type: PayloadType): readonly (boolean | number | string)[] {
  const { type: known } = withoutNull(type);
  return known.kind === 'literal' ? known.values : [];
}

function fieldType({ type, isRequired }: PayloadField, owner: string, records: Records): GoType {
  const plain = valueType(type, records);
  if (isRequired) {
    // A struct cannot hold itself, but where it is.
    return plain.kind === 'struct' && leadsTo(plain.name, owner, records, new Set()) ? pointerTo(plain) : plain;
  }
  if (mayBeNull(type)) return { kind: 'nullable', of: valueType(withoutNull(type).type, records) };
  return plain.kind === 'scalar' || plain.kind === 'struct' ? pointerTo(plain) : plain;
}

function mayBeNull(type: PayloadType): boolean {
  return type.kind === 'any' || type.kind === 'null' || unionOf([type]).kind === 'union';
}

function pointerTo(to: GoType): GoType {
  return { kind: 'pointer', to };
}

function valueType(type: PayloadType, records: Records): GoType {
  switch (type.kind) {
    case 'any':
    case 'null':
      return { kind: 'any' };
    case 'boolean':
      return { kind: 'scalar', name: 'bool' };
    case 'string':
      return { kind: 'scalar', name: 'string' };
    case 'integer':
      return { kind: 'scalar', name: type.isWide ? 'json.Number' : 'int64' };
    case 'number':
      return { kind: 'scalar', name: 'float64' };
    case 'literal':
      return literalType(type.values);
    case 'list':
      return { kind: 'slice', of: valueType(type.of, records) };
    case 'map':
      return { kind: 'map', of: valueType(type.of, records) };
    case 'record':
      return records.has(type.name) ? { kind: 'struct', name: type.name } : { kind: 'map', of: { kind: 'any' } };
    case 'union':
      return unionType(type, records);
  }
}

function unionType(union: PayloadType, records: Records): GoType {
  const { type, isNullable } = withoutNull(union);
  if (!isNullable || type.kind === 'union') return { kind: 'any' };
  const plain = valueType(type, records);
  // The others have a value of their own for null: nil.
  return plain.kind === 'scalar' || plain.kind === 'struct' ? pointerTo(plain) : plain;
}

function literalType(values: readonly (boolean | number | string)[]): GoType {
  const [kind, ...others] = new Set(values.map((value) => typeof value));
  if (others.length > 0) return { kind: 'any' };
  return { kind: 'scalar', name: kind === 'string' ? 'string' : kind === 'boolean' ? 'bool' : 'int64' };
}

function leadsTo(from: string, to: string, records: Records, seen: Set<string>): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (records.get(from)?.fields ?? []).some(({ type }) =>
    recordsIn(type).some((name) => leadsTo(name, to, records, seen)),
  );
}

/** Lists and maps are places of their own: what is in them does not count. */
function recordsIn(type: PayloadType): readonly string[] {
  if (type.kind === 'record') return [type.name];
  return type.kind === 'union' ? type.members.flatMap(recordsIn) : [];
}

function reach(type: GoType, structs: ReadonlyMap<string, GoStruct>, reached: Set<string>): void {
  if (type.kind === 'slice' || type.kind === 'map' || type.kind === 'nullable') reach(type.of, structs, reached);
  if (type.kind === 'pointer') reach(type.to, structs, reached);
  if (type.kind !== 'struct' || reached.has(type.name)) return;
  reached.add(type.name);
  for (const field of structs.get(type.name)?.fields ?? []) reach(field.type, structs, reached);
}
