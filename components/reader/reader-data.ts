/** What a value of a payload is, as `fields.json` has it. */
export type ReadType =
  | { readonly kind: 'any' | 'null' | 'boolean' | 'string' | 'integer' | 'number' }
  | { readonly kind: 'literal'; readonly values: readonly (boolean | number | string)[] }
  | { readonly kind: 'list' | 'map'; readonly of: ReadType }
  | { readonly kind: 'record'; readonly name: string }
  | { readonly kind: 'union'; readonly members: readonly ReadType[] };

export interface ReadField {
  readonly name: string;
  readonly type: ReadType;
  readonly isRequired: boolean;
  /** For a comment; only where the place is known. */
  readonly description?: string;
}

export interface ReadRecord {
  readonly name: string;
  readonly fields: readonly ReadField[];
}

export interface ReadTypes {
  readonly root: ReadType;
  /** Those that others mention come first, but for records that mention themselves. */
  readonly records: readonly ReadRecord[];
}

/** A consumer program in which the reader's own type takes the place of the whole one. */
export interface ReadConsumer {
  readonly client: string;
  readonly label: string;
  readonly language: 'ts' | 'python';
  readonly file: string;
  readonly typeName: string;
  /** First and last line that the type takes the place of; the first line of the file is 1. */
  readonly lines: { readonly from: number; readonly to: number };
}

/** `fields.json` of a version, as far as the reader's type is made from it. */
export interface ReadMessage {
  readonly message: string;
  readonly version: string;
  /** What a copy says of where it comes from. */
  readonly provenance: string;
  readonly fields: readonly { readonly path: string; readonly description: string }[];
  readonly channels: readonly { readonly id: string; readonly version: string }[];
  readonly reader: ReadTypes & { readonly typeName: string; readonly consumers: readonly ReadConsumer[] };
}
