import type { JsonSchema, JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import { singular } from './name-hints.ts';
import type { ObjectPlace, SchemaPlace } from './walk.ts';

/** Where in a sample a value is wanted. */
export interface Position {
  /** Name of the property, or of the property whose list or map this is an entry of. Empty at the root. */
  readonly name: string;
  readonly parent: string;
  /** The targets of the references that led here, outermost first. */
  readonly entered: readonly JsonPointer[];
  /** How often a target may be entered again below itself. */
  readonly recursion: number;
  readonly depth: number;
}

/** The objects that hold together at one position, once every reference is followed and every branch chosen. */
export interface Variant {
  readonly places: readonly ObjectPlace[];
  readonly entered: readonly JsonPointer[];
}

/** One search for a sample. All schemas given to it hold at once. */
export interface Sampling {
  readonly root: JsonSchema;
  readonly dialect: Dialect;
  /** Takes a step; false when the budget is used up. */
  readonly spend: () => boolean;
  /** The first value that fits; undefined when none was found. */
  readonly pick: (places: readonly SchemaPlace[], position: Position) => JsonValue | undefined;
  /** Values to try, the best first. Finite. */
  readonly candidates: (places: readonly SchemaPlace[], position: Position) => Generator<JsonValue>;
}

/** The position of a property, or, without a name, of an entry of a list or map. */
export function below(position: Position, variant: Variant, name: string): Position {
  return {
    name: name === '' ? singular(position.name) : name,
    parent: name === '' ? position.parent : position.name,
    entered: variant.entered,
    recursion: position.recursion,
    depth: position.depth + 1,
  };
}
