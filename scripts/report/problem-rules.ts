import type { ReviewProblemCode } from '../review/review.ts';

/** What a problem means, and what to do about it, whatever the message. */
export interface ProblemRule {
  readonly summary: string;
  readonly help: string;
}

export const problemRules: Readonly<Record<ReviewProblemCode, ProblemRule>> = {
  'breaks-under-mode': {
    summary: 'A new version breaks a direction that the message promises to keep.',
    help: 'Take the breaking change back, make it optional, or publish a new message beside the old one. Where everybody concerned agrees, waive it for some time in `x-waivers`.',
  },
  'undecided-under-mode': {
    summary: 'Nobody can tell whether a new version breaks a direction that the message promises to keep.',
    help: 'Write the construct that is named in a simpler way, or look at it and waive the problem in `x-waivers`.',
  },
  'bump-too-small': {
    summary: 'The version number was raised by less than the change needs.',
    help: 'Give the version the number that is asked for, so that consumers see what to expect.',
  },
  'published-version-edited': {
    summary: 'A version that was published already means something else now.',
    help: 'Take the edit back, and publish it as a version of its own.',
  },
  'published-version-removed': {
    summary: 'A version that was published is no longer in the catalog.',
    help: 'Put the version back under `versioned/`: messages of it are still there.',
  },
  'version-goes-backwards': {
    summary: 'The latest version is lower than the one before it.',
    help: 'Give the new version a number above the one before it.',
  },
  'message-removed-with-readers': {
    summary: 'A message was removed that some service says it reads.',
    help: 'Ask the teams of these services, and remove the message once their pages no longer name it.',
  },
  'field-removed-too-early': {
    summary: 'A field was removed before its deprecation had lasted as long as was promised.',
    help: 'Keep the field until the promised time is over.',
  },
  'example-fails': {
    summary: 'A schema refuses an example that it should accept.',
    help: 'Make the example fit the schema, or the schema fit the example.',
  },
  'waiver-expired': {
    summary: 'The last day of a waiver is over.',
    help: 'Solve the problem that it let pass, and delete the waiver; or agree on a later day.',
  },
  'mode-loosened': {
    summary: 'A message promises less than it did.',
    help: 'Ask the consumers that rely on the promise before it is loosened.',
  },
};
