import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import type { NodeStore } from '../node/node-store.ts';
import type { Node } from '../node/node.ts';

/** A schema as people wrote it, and the draft that it is read as. */
export interface SchemaDocument {
  readonly schema: JsonObject | boolean;
  readonly dialect: Dialect;
}

export interface ReadingOptions {
  /** Whether `format` refuses values. */
  readonly formats: 'assertion' | 'annotation';
  /** Read `additionalProperties: false` and `unevaluatedProperties: false` as if they were not there. */
  readonly ignoresClosed: boolean;
}

/** What the readers of single keywords need. */
export interface Reading {
  readonly store: NodeStore;
  readonly dialect: Dialect;
  readonly options: ReadingOptions;
  /** The node of a schema that stands below; opaque where there is no schema. */
  readonly read: (schema: JsonValue) => Node;
  /** A demand that cannot be understood, such as `minimum: "3"`. */
  readonly malformed: (keyword: string, value: JsonValue) => Node;
  /** A demand that nobody here understands; the same keyword and value are taken to say the same. */
  readonly opaque: (reason: string, keyword: string, value: JsonValue) => Node;
}

/** The schema that a reference in some schema leads to. */
export type Follow = (ref: string, from: JsonObject) => JsonObject | boolean | undefined;
