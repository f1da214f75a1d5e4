import type { JsonObject } from '../model/json.ts';

/** What a copy is a copy of. */
export type CopyKind = 'schema' | 'type' | 'producer' | 'consumer' | 'project file' | 'copy';

/** Something in a file that was copied out of a contract. */
export interface Copy {
  /** As the user can open it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly kind: CopyKind;
  /** Of the message. */
  readonly id: string;
  readonly version: string;
  /** Of the published schema that it was made from, as far as a provenance tells it. */
  readonly hash: string;
  /** The copy itself, where it is a schema. */
  readonly schema?: JsonObject;
}
