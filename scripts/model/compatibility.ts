/** What must hold between a version and those before it. The transitive forms ask it of each earlier one that is published. */
export const compatibilityModes = [
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
] as const;

export type CompatibilityMode = (typeof compatibilityModes)[number];

/** What writers write and readers take. Source: reference/comparison.md. */
export const compatibilityPolicies = ['declared', 'strict', 'tolerant'] as const;

/** What a catalog, a domain or a message asks for; what it leaves out, the wider one says. */
export interface Compatibility {
  readonly mode?: CompatibilityMode;
  readonly policy?: (typeof compatibilityPolicies)[number];
}

/** Everything that a review may find wrong. */
export const reviewProblemCodes = [
  'breaks-under-mode',
  'undecided-under-mode',
  'bump-too-small',
  'published-version-edited',
  'published-version-removed',
  'version-goes-backwards',
  'message-removed-with-readers',
  'field-removed-too-early',
  'example-fails',
  'waiver-expired',
  'mode-loosened',
] as const;

export type ReviewProblemCode = (typeof reviewProblemCodes)[number];

/** Says that an error of one version is known and accepted for some time. From `x-waivers` in a message's front matter. */
export interface Waiver {
  readonly problem: ReviewProblemCode;
  readonly version: string;
  readonly reason: string;
  /** The last day on which it holds: `2026-12-31`. */
  readonly lastDay: string;
  readonly file: string;
  readonly line?: number;
}
