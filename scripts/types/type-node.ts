/** A TypeScript type, before it is text. */
export type TypeNode =
  KeywordNode | LiteralNode | ReferenceNode | ArrayNode | TupleNode | UnionNode | IntersectionNode | ObjectNode;

export interface KeywordNode {
  readonly kind: 'keyword';
  readonly name: 'unknown' | 'never' | 'undefined' | 'null' | 'boolean' | 'number' | 'string' | 'object';
}

/** A type with one value: that of an `enum` or a `const`. */
export interface LiteralNode {
  readonly kind: 'literal';
  /** As TypeScript writes it. */
  readonly text: string;
  /** The JSON type of the value. */
  readonly of: 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';
}

/** A declared type, by its name. */
export interface ReferenceNode {
  readonly kind: 'reference';
  readonly name: string;
}

export interface ArrayNode {
  readonly kind: 'array';
  readonly items: TypeNode;
}

export interface TupleNode {
  readonly kind: 'tuple';
  readonly elements: readonly TypeNode[];
  /** How many of the elements are required. */
  readonly required: number;
  readonly rest: TypeNode | undefined;
}

export interface UnionNode {
  readonly kind: 'union';
  readonly members: readonly TypeNode[];
}

export interface IntersectionNode {
  readonly kind: 'intersection';
  readonly members: readonly TypeNode[];
}

export interface ObjectNode {
  readonly kind: 'object';
  readonly fields: readonly FieldNode[];
  readonly index: IndexNode | undefined;
}

export interface FieldNode {
  readonly name: string;
  readonly type: TypeNode;
  readonly required: boolean;
  /** Lines of its JSDoc, escaped. */
  readonly doc: readonly string[];
  /** True when only `then`, `else` or a dependency declares it: another declaration of the field then wins. */
  readonly conditional: boolean;
}

export interface IndexNode {
  readonly type: TypeNode;
  /** True when the schema does not ask for it: an object without fields is a map only as long as it stands alone. */
  readonly implied: boolean;
}

/** An exported type: an interface when the node is an object, else an alias. */
export interface Declaration {
  readonly name: string;
  readonly doc: readonly string[];
  readonly type: TypeNode;
}

export function keyword(name: KeywordNode['name']): KeywordNode {
  return { kind: 'keyword', name };
}

export function isKeyword(node: TypeNode, name: KeywordNode['name']): boolean {
  return node.kind === 'keyword' && node.name === name;
}

/** Equal for types that are written alike, comments aside. */
export function typeKey(node: TypeNode): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'doc' ? undefined : value));
}

/** The nodes directly inside a node. */
export function innerNodes(node: TypeNode): readonly TypeNode[] {
  switch (node.kind) {
    case 'array':
      return [node.items];
    case 'tuple':
      return node.rest === undefined ? node.elements : [...node.elements, node.rest];
    case 'union':
    case 'intersection':
      return node.members;
    case 'object': {
      const types = node.fields.map((field) => field.type);
      return node.index === undefined ? types : [...types, node.index.type];
    }
    default:
      return [];
  }
}
