/** One field of a message version's payload, as pages, tables and searches show it. */
export interface Field {
  /** Dotted path; `[]` stands for the items of a list, `*` for any name of a map, `[0]` for the first place of a tuple. */
  readonly path: string;
  /** In a few words: `string (date-time)`, `list of object`, `"restock" or "sale"`. */
  readonly type: string;
  /** What else has to hold: `0 or more`, `at most 60 characters`. */
  readonly bounds: readonly string[];
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  readonly description: string;
  /** As JSON; undefined when the schema gives none. */
  readonly example: string | undefined;
  /** Only in some of several kinds of object: `type is "card"`. Empty: in all. */
  readonly variants: readonly string[];
  readonly deprecation: FieldDeprecation | undefined;
}

/** What `deprecated` and `x-deprecated` say of a field. */
export interface FieldDeprecation {
  readonly since?: string;
  /** The day after which the field may go: `2026-12-31`. */
  readonly removeAfter?: string;
  readonly replacedBy?: string;
}
