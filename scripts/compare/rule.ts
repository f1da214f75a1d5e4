import type { JsonSchema, JsonValue } from '../model/json.ts';
import type { Dialect } from '../model/message.ts';
import type { JsonPointer } from '../model/pointer.ts';
import type { MergedSchema } from './findings/merged-schema.ts';

/** What a change does to the set of accepted values at its place: `replaces` is both, `annotates` neither. */
export type Effect = 'narrows' | 'widens' | 'replaces' | 'annotates';

/** What a rule sees: everything that holds at one place, before and after. */
export interface SchemaPair {
  readonly before: MergedSchema;
  readonly after: MergedSchema;
  /** What the place is called at the start of a sentence: `` `status` ``, or `Each item of` with a name. */
  readonly name: string;
  /** False: `format` refuses nothing. */
  readonly assertsFormats: boolean;
  /** True at the top of both documents. */
  readonly isRoot: boolean;
}

/** One thing that a rule found. */
export interface RuleChange {
  readonly effect: Effect;
  /** A full sentence on one line, with its full stop. */
  readonly sentence: string;
  /** Of the keyword or its member; undefined where that side has none. */
  readonly beforePointer: JsonPointer | undefined;
  readonly afterPointer: JsonPointer | undefined;
  /** The keywords at this place whose values, taken over from the other side, undo the change. None: the whole schema. */
  readonly keywords: readonly string[];
  /** The property of the object at this place that it is about. */
  readonly property?: string;
}

/** Values that prove an effect: `lost` was accepted and is refused now, `gained` was refused and is accepted now. */
export interface Witnesses {
  readonly lost?: JsonValue;
  readonly gained?: JsonValue;
}

/** A pair of schemas on which a rule, and no other, speaks. */
export interface RuleExample extends Witnesses {
  readonly effect: Effect;
  readonly before: JsonSchema;
  readonly after: JsonSchema;
  /** 2020-12 where nothing is said. */
  readonly beforeDialect?: Dialect;
  readonly afterDialect?: Dialect;
}

/** A pair that looks as if the rule should speak. */
export interface NearMiss {
  readonly before: JsonSchema;
  readonly after: JsonSchema;
  readonly why: string;
  readonly beforeDialect?: Dialect;
  readonly afterDialect?: Dialect;
}

/** One kind of change. A rule says what happens to the accepted values, never how bad that is. */
export interface ComparisonRule {
  /** Thing first, then what happened to it: `enum-value-removed`. */
  readonly id: string;
  /** One sentence for the rules' page. */
  readonly summary: string;
  /** Every effect that it can have. */
  readonly effects: readonly Effect[];
  /** The rule that speaks when before and after are swapped; or why there is none. */
  readonly mirror: string | { readonly waiver: string };
  readonly check: (pair: SchemaPair) => readonly RuleChange[];
  /** One for each effect, at least. */
  readonly examples: readonly RuleExample[];
  readonly nearMisses: readonly NearMiss[];
}
