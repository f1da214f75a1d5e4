import type { JsonValue } from '../../model/json.ts';

/** A set of JSON types, one bit each. An integer is a number that is a multiple of 1. */
export type TypeMask = number;

export const typeBits = { null: 1, boolean: 2, number: 4, string: 8, array: 16, object: 32 } as const;

export type JsonType = keyof typeof typeBits;

export const allTypes: TypeMask = 63;

export const jsonTypes: readonly JsonType[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

export function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'boolean' || type === 'number' || type === 'string' ? type : 'object';
}

/**
 * What a schema says, in one dialect: a set of JSON values. Equal nodes are one object (a store sees to it), so that a
 * node and its `not` are seen to exclude each other at once. Apart from `type`, `values` and what is built of others, a node speaks of
 * values of one type, and accepts all others.
 */
export type Node =
  AnyNode | NoneNode | AllNode | SomeNode | OneNode | NotNode | RefNode | TypeNode | ValuesNode | Atom | OpaqueNode;

/** A demand on values of one type that is not built of other demands on the same value. */
export type Atom =
  | LeastNode
  | MostNode
  | MultipleNode
  | LengthNode
  | PatternNode
  | FormatNode
  | ItemCountNode
  | ItemsNode
  | ContainsNode
  | UniqueNode
  | PropertyCountNode
  | RequiredNode
  | PropertiesNode
  | NamesNode;

interface Identified {
  /** From 0, in the order of making. */
  readonly id: number;
}

export interface AnyNode extends Identified {
  readonly kind: 'any';
}

export interface NoneNode extends Identified {
  readonly kind: 'none';
}

export interface AllNode extends Identified {
  readonly kind: 'all';
  readonly members: readonly Node[];
}

export interface SomeNode extends Identified {
  readonly kind: 'some';
  readonly members: readonly Node[];
}

/** Exactly one of its members accepts. */
export interface OneNode extends Identified {
  readonly kind: 'one';
  readonly members: readonly Node[];
}

export interface NotNode extends Identified {
  readonly kind: 'not';
  readonly of: Node;
}

/** A schema that refers to itself, on the way. */
export interface RefNode extends Identified {
  readonly kind: 'ref';
  /** What it stands for; `any` where it only comes back to itself. */
  readonly target: () => Node;
  /** What it stands for, whatever that is. */
  readonly whole: () => Node;
}

export interface TypeNode extends Identified {
  readonly kind: 'type';
  readonly types: TypeMask;
}

/** A finite set. */
export interface ValuesNode extends Identified {
  readonly kind: 'values';
  /** By their canonical text. */
  readonly values: ReadonlyMap<string, JsonValue>;
}

/** `minimum`, or `exclusiveMinimum`. */
export interface LeastNode extends Identified {
  readonly kind: 'least';
  readonly value: number;
  readonly isExclusive: boolean;
}

/** `maximum`, or `exclusiveMaximum`. */
export interface MostNode extends Identified {
  readonly kind: 'most';
  readonly value: number;
  readonly isExclusive: boolean;
}

export interface MultipleNode extends Identified {
  readonly kind: 'multiple';
  readonly step: number;
}

/** Code points; `most` may be Infinity. */
export interface LengthNode extends Identified {
  readonly kind: 'length';
  readonly least: number;
  readonly most: number;
}

export interface PatternNode extends Identified {
  readonly kind: 'pattern';
  readonly source: string;
}

export interface FormatNode extends Identified {
  readonly kind: 'format';
  readonly name: string;
}

export interface ItemCountNode extends Identified {
  readonly kind: 'itemCount';
  readonly least: number;
  readonly most: number;
}

/** What each item must be, by position. */
export interface ItemsNode extends Identified {
  readonly kind: 'items';
  readonly prefix: readonly Node[];
  readonly rest: Node;
}

/** How many items must be what. */
export interface ContainsNode extends Identified {
  readonly kind: 'contains';
  readonly item: Node;
  readonly least: number;
  readonly most: number;
}

export interface UniqueNode extends Identified {
  readonly kind: 'unique';
}

export interface PropertyCountNode extends Identified {
  readonly kind: 'propertyCount';
  readonly least: number;
  readonly most: number;
}

export interface RequiredNode extends Identified {
  readonly kind: 'required';
  readonly name: string;
}

/** What each property must be, by its name: as `named`, as each pattern that its name matches, or else as the rest. */
export interface PropertiesNode extends Identified {
  readonly kind: 'properties';
  readonly named: ReadonlyMap<string, Node>;
  readonly patterns: readonly NamePattern[];
  readonly rest: Node;
}

export interface NamePattern {
  readonly source: string;
  readonly node: Node;
}

/** What each property name must be. */
export interface NamesNode extends Identified {
  readonly kind: 'names';
  readonly name: Node;
}

/** A demand that nobody here understands: neither it nor its opposite can be relied on. */
export interface OpaqueNode extends Identified {
  readonly kind: 'opaque';
  readonly reason: string;
}

const typeOfAtom: Readonly<Record<Atom['kind'], JsonType>> = {
  least: 'number',
  most: 'number',
  multiple: 'number',
  length: 'string',
  pattern: 'string',
  format: 'string',
  itemCount: 'array',
  items: 'array',
  contains: 'array',
  unique: 'array',
  propertyCount: 'object',
  required: 'object',
  properties: 'object',
  names: 'object',
};

/** The type of the values that an atom speaks of. */
export function atomType(atom: Atom): JsonType {
  return typeOfAtom[atom.kind];
}
