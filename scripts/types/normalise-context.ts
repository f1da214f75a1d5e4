import type { Dialect } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import type { SchemaPlace } from '../schema/walk.ts';
import type { Resolve } from './references.ts';
import type { TypeNode } from './type-node.ts';

/** What the normalising of one document needs to know, and whom it tells. */
export interface NormaliseContext {
  readonly dialect: Dialect;
  readonly openObjects: boolean;
  readonly resolve: Resolve;
  /** The name of the type that is declared for this place, if there is one. */
  readonly nameAt: (pointer: JsonPointer) => string | undefined;
  /** The type of a schema where it is used. */
  readonly typeAt: (place: SchemaPlace) => TypeNode;
  /** Hears of every type that is referred to. */
  readonly refer: (target: SchemaPlace) => void;
  /** Hears of every keyword that the types cannot express. */
  readonly note: (pointer: JsonPointer, keyword: string) => void;
}
