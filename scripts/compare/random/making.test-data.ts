import type { Dialect } from '../../model/message.ts';
import { pick, type Choices } from './choices.test-data.ts';

/** What the schemas below are made of. */
export interface Making {
  readonly choices: Choices;
  readonly dialect: Dialect;
  /** The names under `definitions` that a `$ref` may lead to. */
  readonly definitions: readonly string[];
  /** How many levels may still be below. */
  readonly depth: number;
  /** Which group of keywords the schemas at this place are mostly made of. */
  readonly focus?: number;
}

export function randomReference({ choices, definitions }: Making): string {
  return pick(choices, ['#', ...definitions.map((name) => `#/definitions/${name}`)]);
}
