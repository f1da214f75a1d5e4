import { bumpFor, type Bump, type BumpFacts } from '../compare/verdict.ts';
import { raisedPart, stageOf } from '../model/version-order.ts';
import type { BumpAdvice, ReviewMode } from './review.ts';

const rank: Readonly<Record<Bump, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/** The part of the version number that a change needs raised, beside the one that was. Undefined without semantic versions. */
export function adviseBump(
  facts: BumpFacts,
  { before, after, mode }: { readonly before: string; readonly after: string; readonly mode: ReviewMode },
): BumpAdvice | undefined {
  const stage = stageOf(before);
  if (stage === undefined || stageOf(after) === undefined) return undefined;
  const needed = bumpFor(facts, stage);
  const made = raisedPart(before, after) ?? 'none';
  return { needed, made, isEnough: rank[made] >= rank[needed], reason: `${because(facts, mode)}${early(stage)}` };
}

function because({ isSameDocument, isSameSet, isSafe }: BumpFacts, mode: ReviewMode): string {
  if (isSameDocument) return 'The schema is the same.';
  if (isSameSet) return 'The schema is written differently and accepts the same payloads.';
  return isSafe
    ? `The accepted payloads changed, and ${mode} holds.`
    : `${mode} does not hold, or could not be proved.`;
}

function early(stage: ReturnType<typeof stageOf>): string {
  if (stage === 'before 1.0.0') return ' Before 1.0.0 each part counts one place further down.';
  return stage === 'first patches' ? ' In 0.0.z every change is a patch.' : '';
}
