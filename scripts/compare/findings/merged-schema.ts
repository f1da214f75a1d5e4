import type { JsonValue } from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import type { JsonPointer } from '../../model/pointer.ts';
import type { JsonType } from '../../schema/schema-facts.ts';
import type { ObjectPlace, SchemaPlace } from '../../schema/walk.ts';

/** A value and where the document has it. */
export interface Located<Value> {
  readonly value: Value;
  readonly pointer: JsonPointer;
}

/** Schemas that hold together; none: everything is accepted. */
export type Places = readonly SchemaPlace[];

export type LimitName =
  'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems' | 'minProperties' | 'maxProperties';

/** One bound of a range. */
export interface Limit extends Located<number> {
  /** True where the bound itself is refused. */
  readonly isExclusive: boolean;
}

/** `anyOf` or `oneOf`. */
export interface BranchGroup {
  readonly keyword: 'anyOf' | 'oneOf';
  readonly pointer: JsonPointer;
  readonly branches: readonly Places[];
}

export interface Contains {
  readonly pointer: JsonPointer;
  readonly places: Places;
  readonly least: Located<number>;
  readonly most: Located<number> | undefined;
}

/** `if` with `then`, `else` or both. */
export interface Conditional {
  readonly pointer: JsonPointer;
  readonly condition: SchemaPlace;
  readonly consequence: Places;
  readonly alternative: Places;
}

/** A part of what holds at a place: an object without `$ref`, `allOf`, `anyOf` and `oneOf`, which are told apart. */
export interface Conjunct extends ObjectPlace {
  /** The values that `anyOf` or `oneOf` of constants spells out. */
  readonly values?: readonly Located<JsonValue>[];
  /** The types that `anyOf` or `oneOf` spells out or implies, or that `not` leaves over. */
  readonly types?: NamedTypes;
}

/** What holds at a place, before it is understood. */
export interface Gathered {
  readonly conjuncts: readonly Conjunct[];
  readonly groups: readonly BranchGroup[];
  /** References that lead out of the document, or nowhere. */
  readonly openReferences: readonly Located<string>[];
  /** Where a `false` stands. */
  readonly never: JsonPointer | undefined;
}

/** The types of a place. */
export interface NamedTypes extends Located<readonly JsonType[]> {
  /** True where they follow from the branches of a group, whose own rules tell what changed. */
  readonly isImplied: boolean;
}

/** What the schemas of one place demand of objects. A map without entries demands nothing. */
export interface ObjectDemands {
  readonly required: ReadonlyMap<string, JsonPointer>;
  readonly properties: ReadonlyMap<string, Places>;
  readonly patternProperties: ReadonlyMap<string, Places>;
  /** What holds for every other property. */
  readonly additional: Places;
  readonly unevaluatedProperties: Places;
  readonly propertyNames: Places;
  /** By the property whose presence triggers it, then by the property that is demanded. */
  readonly dependentRequired: ReadonlyMap<string, ReadonlyMap<string, JsonPointer>>;
  readonly dependentSchemas: ReadonlyMap<string, Places>;
}

export interface ArrayDemands {
  /** The items that have a schema of their own, by position. */
  readonly firstItems: readonly Places[];
  readonly restItems: Places;
  readonly unevaluatedItems: Places;
  readonly contains: readonly Contains[];
  readonly uniqueItems: JsonPointer | undefined;
}

/**
 * Everything that holds at one place, in one form for all drafts: references followed, `allOf` merged, one bound per side.
 * Two spellings of the same demands come out the same; what has no effect is left out.
 */
export interface MergedSchema extends ObjectDemands, ArrayDemands {
  readonly dialect: Dialect;
  /** The places that were merged, references followed. Empty for a place that the document does not have. */
  readonly pointers: readonly JsonPointer[];
  readonly gathered: Gathered;
  /** Where a schema stands that accepts nothing; undefined when no such one is evident. */
  readonly never: JsonPointer | undefined;
  /** Undefined: any type. `number` includes `integer`. */
  readonly types: NamedTypes | undefined;
  /** The values of `enum` or `const` that the other demands leave over. */
  readonly values: Located<readonly Located<JsonValue>[]> | undefined;
  readonly limits: Readonly<Partial<Record<LimitName, Limit>>>;
  readonly multipleOf: Located<number> | undefined;
  readonly patterns: readonly Located<string>[];
  readonly formats: readonly Located<string>[];
  readonly groups: readonly BranchGroup[];
  readonly negations: readonly SchemaPlace[];
  readonly conditionals: readonly Conditional[];
  readonly openReferences: readonly Located<string>[];
  readonly annotations: ReadonlyMap<string, Located<JsonValue>>;
  /** Keywords that no draft knows. */
  readonly unknown: ReadonlyMap<string, Located<JsonValue>>;
  /** The same for schemas elsewhere in the document. */
  readonly below: (places: Places) => MergedSchema;
}
